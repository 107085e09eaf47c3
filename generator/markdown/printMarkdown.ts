import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
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

/** Prints Markdown nodes with tables, whose columns are laid out by the given measure of a text's width. */
export function printMarkdownTables(tree: Nodes, stringLength: (text: string) => number): string {
  return toMarkdown(tree, { ...layout, extensions: [gfmTableToMarkdown({ stringLength })] });
}

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
