import type { Nodes } from "mdast";
import { isPlainText, parseMarkdown } from "./parseMarkdown.js";
import { blockMarkdown } from "./printMarkdown.js";

/**
 * A text in the one spelling that all texts with the same words and markup share: Markdown has several
 * ways to escape a character, to mark a list and to break a paragraph's lines.
 */
export function normalMarkdown(markdown: string): string {
  const text = markdown.trimEnd();
  if (isPlainText(text)) return text;
  const blocks = structuredClone([...parseMarkdown(text)]);
  blocks.forEach(normalise);
  return blockMarkdown(blocks);
}

function normalise(node: Nodes): void {
  if (node.type === "text") node.value = node.value.replaceAll(/[ \t\r\n]+/g, " ");
  if (node.type === "list" || node.type === "listItem") node.spread = false;
  if ("children" in node) node.children.forEach(normalise);
}
