import { Composer, type CST, type Document, Lexer, LineCounter, Parser } from "yaml";

/** A problem as the parser gives it: its code, its message, and from where to where in the text. */
export interface ParserProblem {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** A YAML text as nodes with their places; `errors` make the nodes unusable, `warnings` do not. */
export interface ComposedYaml {
  readonly contents: Document.Parsed["contents"] | null;
  readonly errors: readonly ParserProblem[];
  readonly warnings: readonly ParserProblem[];
  readonly lines: LineCounter;
}

/**
 * Whatever a file's own `%YAML` and tags ask for: `yes` is a text, and a date is not a `Date`. The
 * parser holds each key against all others; keys that are listed twice are found where data is made.
 */
const options = { stringKeys: true, schema: "core", resolveKnownTags: false, uniqueKeys: false } as const;

/** Ten times what a spec needs. */
const deepest = 100;

/** What the lexer tells apart, such as a key, a colon or the end of a line; enough for 15,000 entries. */
const mostSigns = 300_000;

/**
 * Composes the first document of a text. Composing recurses, and a text nested a few thousand
 * levels deep would end the process, so its depth is measured first, on the parser's flat tokens.
 *
 * @param keepSourceTokens whether the nodes keep those tokens, as who edits the text needs them
 */
export function composeYaml(text: string, { keepSourceTokens = false } = {}): ComposedYaml {
  const lines = linesOf(text);
  const conflicts = conflictsIn(text);
  if (conflicts.length > 0) return refused("CONFLICT", conflicts, lines);
  const tokens = tokensOf(text);
  if (!tokens) return refused("TOO_LARGE", [0], lines);
  const tooDeep = firstTooDeep(tokens);
  if (tooDeep !== undefined) return refused("TOO_DEEP", [tooDeep], lines);
  const [first, second] = new Composer({ ...options, keepSourceTokens }).compose(tokens, true, text.length);
  const several = second ? [{ code: "MULTIPLE_DOCS", message: "", pos: rangeOf(second) }] : [];
  return {
    contents: first?.contents ?? null,
    errors: [...(first?.errors ?? []), ...several],
    warnings: first?.warnings ?? [],
    lines,
  };
}

function refused(code: string, offsets: readonly number[], lines: LineCounter): ComposedYaml {
  const errors = offsets.map((offset) => ({ code, message: "", pos: [offset, offset + 1] as const }));
  return { contents: null, errors, warnings: [], lines };
}

/** Where Git has left both sides of a conflict, or someone who resolved it a marker: one place a conflict. */
function conflictsIn(text: string): number[] {
  const offsets: number[] = [];
  let isOpen = false;
  for (const { 0: line, index } of text.matchAll(/^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$).*/gm)) {
    if (!isOpen || line.startsWith("<")) offsets.push(index);
    isOpen = !line.startsWith(">");
  }
  return offsets;
}

/** The parser's tokens; `undefined` where there are more than the later stages can take. */
function tokensOf(text: string): CST.Token[] | undefined {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let signs = 0;
  for (const sign of new Lexer().lex(text)) {
    if (++signs > mostSigns) return undefined;
    for (const token of parser.next(sign)) tokens.push(token);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** Where the lines begin. The parser counts them, too, but not those in what it cannot place. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; ;) {
    lines.addNewLine(start);
    const end = text.indexOf("\n", start);
    if (end === -1) return lines;
    start = end + 1;
  }
}

function rangeOf({ range: [start, end] }: Document.Parsed): readonly [number, number] {
  return [start, end];
}

/** Where the text is nested too deeply. */
function firstTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const left = tokens.map((token) => ({ token, depth: 0 }));
  for (let each = left.pop(); each; each = left.pop()) {
    const { token, depth } = each;
    if (depth > deepest) return token.offset;
    for (const child of childrenOf(token)) left.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === "document") return token.value ? [token.value] : [];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat());
}
