import { Composer, type CST, type Document, LineCounter, Parser } from "yaml";

/** A problem as the parser gives it: its code, its message, and from where to where in the text. */
interface ParserProblem {
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

/** Whatever a file's own `%YAML` and tags ask for: `yes` is a text, and a date is not a `Date`. */
const options = { stringKeys: true, schema: "core", resolveKnownTags: false } as const;

/** Ten times what a spec needs. */
const deepest = 100;

/**
 * Composes the first document of a text. Composing recurses, and a text nested a few thousand
 * levels deep would end the process, so its depth is measured first, on the parser's flat tokens.
 */
export function composeYaml(text: string): ComposedYaml {
  const lines = new LineCounter();
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const tooDeep = firstTooDeep(tokens);
  if (tooDeep !== undefined) {
    const pos = [tooDeep, tooDeep + 1] as const;
    return { contents: null, errors: [{ code: "TOO_DEEP", message: "", pos }], warnings: [], lines };
  }
  const [first, second] = new Composer(options).compose(tokens, true, text.length);
  const several = second ? [{ code: "MULTIPLE_DOCS", message: "", pos: rangeOf(second) }] : [];
  return {
    contents: first?.contents ?? null,
    errors: [...(first?.errors ?? []), ...several],
    warnings: first?.warnings ?? [],
    lines,
  };
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
