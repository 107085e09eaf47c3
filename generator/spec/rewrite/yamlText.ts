import { isMap, isNode, isPair, isScalar, isSeq, type Pair, type YAMLSeq } from "yaml";
import type { YamlComment } from "../yamlComments.js";

/** A YAML text that is to be edited. */
export interface YamlText {
  /** Without a byte order mark, and with a line end at its end. */
  readonly text: string;
  readonly lineEnd: string;
  /** By how many columns a mapping is indented, and whether a list is. */
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly comments: readonly YamlComment[];
}

/** One change of a text: what comes in place of a stretch of it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a value is in: its key, the column in which that or the dash before it begins, brackets or lines. */
export interface ValuePlace {
  readonly key: string;
  readonly column: number;
  readonly inFlow: boolean;
}

/** The edits by which a node of the text says another value. */
export type EditValue = (node: unknown, was: unknown, now: unknown, place: ValuePlace) => readonly Edit[];

/** A stretch of a text with the edits that lie in it. */
export function withEdits(text: string, edits: readonly Edit[], from = 0, to = text.length): string {
  const parts: string[] = [];
  let end = from;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < end) throw new Error("Two edits of a YAML text overlap.");
    parts.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  return parts.join("") + text.slice(end, to);
}

/** The comments in a stretch of a text. */
export function commentsIn({ comments }: YamlText, start: number, end: number): YamlComment[] {
  const found: YamlComment[] = [];
  for (let index = firstFrom(comments, start); ; index++) {
    const comment = comments[index];
    if (!comment || comment.offset >= end) return found;
    found.push(comment);
  }
}

function firstFrom(comments: readonly YamlComment[], offset: number): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((comments[middle]?.offset ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Comments as lines of their own. */
export function commentLines(source: YamlText, start: number, end: number, column: number): string {
  const indent = " ".repeat(column);
  return commentsIn(source, start, end)
    .map(({ text }) => indent + text + source.lineEnd)
    .join("");
}

export function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset behind the line end of the line that `offset` is in, or at the beginning of. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

export function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

/** Where a node or a pair begins, with an anchor or whatever else comes before it. */
export function startOf(node: unknown): number {
  if (!isPair(node)) return isNode(node) ? (node.range?.[0] ?? 0) : 0;
  const property = node.srcToken?.start.find(({ type }) => !partsOfNone.has(type));
  return property?.offset ?? startOf(node.key);
}

/** Where the dashes of a list in lines are. */
export function dashesOf({ srcToken }: YAMLSeq): number[] {
  const items = srcToken?.type === "block-seq" ? srcToken.items : [];
  return items.flatMap(({ start }) => start.find(({ type }) => type === "seq-item-ind")?.offset ?? []);
}

/** What the parser counts to a pair, although it only comes before it. */
const partsOfNone: ReadonlySet<string> = new Set(["space", "newline", "comment", "comma"]);

/** Where a node or a pair ends, without comments and line ends; a block of text ends with its line end. */
export function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) return endOf(node.items.at(-1));
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** The start of the lines that belong to what begins a line at `offset`: blank ones and comments above it. */
export function startOfLines({ text }: YamlText, offset: number): number {
  let start = startOfLine(text, offset);
  if (text.slice(start, offset).trim() !== "") return offset;
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    if (!/^\s*(?:#|$)/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

/**
 * The end of the lines that belong to what ends at `end`: its last one, and comments below that are
 * indented by more than `column`.
 */
export function endOfLines({ text }: YamlText, end: number, column: number): number {
  let last = text[end - 1] === "\n" ? end : endOfLine(text, end);
  for (let next = last; next < text.length;) {
    const line = text.slice(next, (next = endOfLine(text, next)));
    const [, indent, mark] = /^([ \t]*)(#?)/.exec(line) ?? [];
    if (line.trim() === "") continue;
    if (mark !== "#" || (indent ?? "").length <= column) break;
    last = next;
  }
  return last;
}
