import type { BlockContent, DefinitionContent, Paragraph } from "mdast";

type QuoteContent = BlockContent | DefinitionContent;

/** The directives of reStructuredText that are quotes in Markdown. */
const admonitions = [
  "note",
  "attention",
  "caution",
  "danger",
  "error",
  "hint",
  "important",
  "tip",
  "warning",
];

/** Tells whether a directive is an admonition. */
export function isAdmonition(name: string): boolean {
  return admonitions.includes(name);
}

/**
 * The admonition that a quote is: the one that its first line names, as in GitHub's Markdown, or a
 * note, which most of a vendor's admonitions are.
 *
 * @example
 * ```md
 * > [!WARNING]
 * > The bucket is deleted.
 * ```
 */
export function admonitionOf(blocks: readonly QuoteContent[]): { name: string; blocks: QuoteContent[] } {
  const [first, ...rest] = blocks;
  const [mark, ...inline] = first?.type === "paragraph" ? first.children : [];
  const match = mark?.type === "text" ? /^\[!([A-Z]+)\](?:\n|$)/.exec(mark.value) : null;
  const name = match?.[1]?.toLowerCase() ?? "";
  if (mark?.type !== "text" || !match || !isAdmonition(name)) return { name: "note", blocks: [...blocks] };
  const text = mark.value.slice(match[0].length);
  const children: Paragraph["children"] = [...(text === "" ? [] : [{ ...mark, value: text }]), ...inline];
  return {
    name,
    blocks: [...(children.length > 0 ? [{ type: "paragraph" as const, children }] : []), ...rest],
  };
}

/** The blocks of the quote that an admonition is. */
export function quoteOf(name: string, blocks: readonly QuoteContent[]): QuoteContent[] {
  if (name === "note") return [...blocks];
  const mark = { type: "text" as const, value: `[!${name.toUpperCase()}]\n` };
  const [first, ...rest] = blocks;
  return first?.type === "paragraph"
    ? [{ ...first, children: [mark, ...first.children] }, ...rest]
    : [{ type: "paragraph", children: [mark] }, ...blocks];
}
