import type { Nodes, RootContent } from "mdast";
import { isPlainText, parseMarkdown } from "../markdown/parseMarkdown.js";
import { oneLine, writeBlocks, writeText } from "../page/rst/writeBlocks.js";

/**
 * Tells whether two Markdown texts say the same on a page: the same words with the same markup.
 * Where their lines break, how wide their gaps are, and in which of its ways Markdown writes a list
 * does not matter.
 */
export function saysTheSame(markdown: string, other: string): boolean {
  return markdown === other || writtenForm(markdown) === writtenForm(other);
}

/** A text as a page could have it, one line a paragraph. */
function writtenForm(markdown: string): string {
  const text = markdown.normalize("NFC");
  if (isPlainText(text)) return writeText(text).map(oneLine).join("\n");
  return writeBlocks(parseMarkdown(text).map(onOneLine))
    .filter((line) => line.trim() !== "")
    .map((line) => line.replaceAll(/(?<=\S)\s+/gu, " ").trimEnd())
    .join("\n");
}

/** A copy of a block, each text of which is on one line: parsed blocks are shared. */
function onOneLine(block: RootContent): RootContent {
  const copy = structuredClone(block);
  joinLines(copy);
  return copy;
}

function joinLines(node: Nodes): void {
  if (node.type === "text") node.value = node.value.replaceAll(/\s+/gu, " ");
  if ("children" in node) node.children.forEach(joinLines);
}
