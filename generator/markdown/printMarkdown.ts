import type { Nodes, PhrasingContent, Root, RootContent, TableCell } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { toString } from "mdast-util-to-string";
import { isPlainText } from "./parseMarkdown.js";

/** The layout that Prettier gives Markdown, so that it finds nothing to change. */
const layout: Options = {
  bullet: "-",
  emphasis: "_",
  fences: true,
  listItemIndent: "one",
  incrementListMarker: true,
};

/** Prints Markdown nodes; what is text stays text, whatever it looks like. */
export function printMarkdown(tree: Root | Nodes): string {
  return toMarkdown(tree, layout);
}

/** Prints a table's cell: on one line, and with no `|` that would end it. */
export function printCell(cell: TableCell): string {
  return toMarkdown(cell, { ...layout, extensions: [tables] }).trim();
}

const tables = gfmTableToMarkdown();

/** A plain text as one line of Markdown that shows exactly this text. */
export function textToMarkdown(text: string): string {
  if (isPlainText(text)) return text;
  return printMarkdown({ type: "text", value: text.trim().replaceAll(/\s+/g, " ") }).trimEnd();
}

/** Inline content as one line of Markdown. */
export function inlineMarkdown(nodes: readonly PhrasingContent[]): string {
  return blockMarkdown([{ type: "paragraph", children: [...nodes] }]);
}

/** Blocks as the Markdown that a spec has. */
export function blockMarkdown(blocks: readonly RootContent[]): string {
  // Asterisks, since underscores do not mark a part of a word, as in 4*xx*.
  return toMarkdown({ type: "root", children: [...blocks] }, { ...layout, emphasis: "*" }).trimEnd();
}

/** The plain text of inline content. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return toString({ type: "paragraph", children: [...nodes] });
}
