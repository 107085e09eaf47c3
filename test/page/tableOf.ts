import type { RootContent } from "mdast";
import { parseMarkdown } from "../../generator/markdown/parseMarkdown.js";
import type { PageCell, PageTable } from "../../generator/page/pageTree.js";

/** What is in a test's table for a cell that a cell above spans. */
export const spanned = "^";

/** A table of a page from its lines, of which the first is the header; cells are Markdown, parted by bars, with ⏎ for line ends. */
export function tableOf(text: string): PageTable {
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line, index) => line.split("|").map((cell) => cellOf(cell.trim(), index + 1)));
  return { kind: "table", layout: "grid", header, rows, lines: { start: 1, end: rows.length + 2 } };
}

function cellOf(text: string, line: number): PageCell {
  const lines = { start: line, end: line + 1 };
  if (text === spanned) return { blocks: [], lines, source: [""], continues: true };
  const blocks: readonly RootContent[] = text === "" ? [] : parseMarkdown(text.replaceAll("⏎", "\n"));
  return { blocks, lines, source: [text] };
}
