import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Pair, type YAMLMap } from "yaml";
import type { Position, SourceRange } from "../diagnostics/diagnostic.js";
import { composeYaml } from "./composeYaml.js";
import { withoutFollowUps } from "./withoutFollowUps.js";
import { spanOfProblem, wordingOf, type YamlProblem } from "./yamlProblem.js";

/** The way to a value in a spec's data, such as `["tables", 0, "entries", 3, "code"]`. */
export type Path = readonly (string | number)[];

/** The text of a spec, its data, and where in the text each piece of the data is. */
export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** `undefined` where the text is not YAML; of a key that is listed twice, the first value. */
  readonly data: unknown;
  readonly problems: readonly YamlProblem[];
  /** Where the key or the value at `path` stands; for what is not there, its nearest parent. */
  rangeOf(path: Path, target?: "key" | "value"): SourceRange;
  /** Where the first of `characters` is in the value at `path`; the value as a whole if none does. */
  rangeOfMatch(path: Path, characters: RegExp): SourceRange;
  /** Where the last word of the value at `path` is. */
  rangeOfLastWord(path: Path): SourceRange;
}

/** Keys whose value is the text that is in the file: `code: 0400` is `"0400"`, not 400. */
const keysReadAsWritten = new Set(["code", "status", "number", "indent", "retired", "replacedBy"]);

/** Parses the text of a spec. Never throws on bad YAML: what is wrong is in `problems`. */
export function parseYaml(file: string, text: string): YamlSource {
  const composed = composeYaml(text);
  const { contents, errors, warnings, lines } = composed;
  const problems = [...withoutFollowUps(text, composed), ...warnings].map(({ code, message, pos }) =>
    problemOf(code, message, spanOfProblem(text, code, ...pos)),
  );
  const leftOut: YamlProblem[] = [];
  const data = errors.length === 0 ? toData(contents, undefined) : undefined;

  return { file, text, data, problems: [...problems, ...leftOut], rangeOf, rangeOfMatch, rangeOfLastWord };

  function problemOf(code: string, message: string, [start, end]: [number, number]): YamlProblem {
    return { code, ...wordingOf(code, message), range: rangeBetween(start, end) };
  }

  function toData(node: unknown, key: unknown): unknown {
    if (isMap(node)) return mapData(node.items);
    if (isSeq(node)) return node.items.map((item) => toData(item, undefined));
    if (isAlias(node)) {
      leftOut.push(problemOf("ALIAS", "", span(node)));
      return undefined;
    }
    if (!isScalar(node)) return null;
    const asWritten = typeof node.value === "number" && keysReadAsWritten.has(String(key));
    return asWritten ? node.source : node.value;
  }

  function mapData(pairs: readonly Pair[]): Record<string, unknown> {
    const data = new Map<string, unknown>();
    for (const pair of pairs) {
      const key = keyOf(pair);
      // The validator passes over this key where any other is allowed, and its value would be lost.
      if (key === "__proto__") leftOut.push(problemOf("PROTOTYPE_KEY", "", span(pair.key)));
      else if (data.has(key)) leftOut.push(problemOf("DUPLICATE_KEY", "", keySpan(pair)));
      else data.set(key, toData(pair.value, key));
    }
    return Object.fromEntries(data);
  }

  function keySpan({ key }: Pair): [number, number] {
    return spanOfProblem(text, "DUPLICATE_KEY", ...span(key));
  }

  function rangeOf(path: Path, target?: "key" | "value"): SourceRange {
    return rangeBetween(...trimmed(...spanOf(path, target)));
  }

  function rangeOfMatch(path: Path, characters: RegExp): SourceRange {
    const [start, end] = spanOf(path);
    const match = characters.exec(text.slice(start, end));
    if (!match) return rangeOf(path);
    return rangeBetween(start + match.index, start + match.index + match[0].length);
  }

  function rangeOfLastWord(path: Path): SourceRange {
    const [start, end] = spanOf(path);
    const written = text.slice(start, end).trimEnd();
    const word = Math.max(written.lastIndexOf(" "), written.lastIndexOf("\n")) + 1;
    return rangeBetween(start + word, start + written.length);
  }

  function spanOf(path: Path, target?: "key" | "value"): [number, number] {
    let node: unknown = contents;
    let pair: Pair | undefined;
    for (const step of path) {
      const next = child(node, step);
      if (next === undefined) return headOf(node);
      pair = isPair(next) ? next : undefined;
      node = pair ? pair.value : next;
    }
    if (pair && (target === "key" || !isNode(node) || isBlank(node))) return span(pair.key);
    return isMap(node) || isSeq(node) ? (pair ? span(pair.key) : headOf(node)) : span(node);
  }

  /** The first line of what is missing something: a map's first pair, or the whole of a scalar. */
  function headOf(node: unknown): [number, number] {
    const first: unknown = isMap(node) || isSeq(node) ? node.items[0] : undefined;
    if (isPair(first)) return [span(first.key)[0], span(isNode(first.value) ? first.value : first.key)[1]];
    return first === undefined ? span(node) : headOf(first);
  }

  /** Leaves off what follows the first line: a block of text is pointed at by its beginning. */
  function trimmed(start: number, end: number): [number, number] {
    const slice = text.slice(start, end);
    const firstLine = /^[|>][^\n]*\n\s*([^\n]*)/.exec(slice);
    if (firstLine?.[1] !== undefined) {
      const from = start + firstLine[0].length - firstLine[1].length;
      return [from, from + firstLine[1].trimEnd().length];
    }
    const lineEnd = slice.search(/\r?\n/);
    return [start, lineEnd === -1 ? end : start + lineEnd];
  }

  function rangeBetween(start: number, end: number): SourceRange {
    return { start: positionAt(start), end: positionAt(Math.max(start, end)) };
  }

  function positionAt(offset: number): Position {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

/** The pairs of mappings that were asked for one, by key: a mapping may have thousands. */
const pairsByKey = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function child(node: unknown, step: string | number): unknown {
  if (isMap(node)) {
    // Of a key that is listed twice, the first counts.
    const pairs = pairsByKey.get(node) ?? new Map(node.items.toReversed().map((pair) => [keyOf(pair), pair]));
    pairsByKey.set(node, pairs);
    return pairs.get(String(step));
  }
  return isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
}

function isBlank(node: unknown): boolean {
  const [start, end] = span(node);
  return start === end;
}

function span(node: unknown): [number, number] {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}
