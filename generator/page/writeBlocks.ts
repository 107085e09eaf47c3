import type { List, ListItem, Paragraph, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { isPlainText, parseMarkdown } from "../markdown/parseMarkdown.js";
import { writeInline } from "./writeInline.js";

/** What a cell of the vendor's table says where there is nothing to say; a literal, so that it is no list. */
const dashes = new Map([["-", "``-``"]]);

/** A Markdown text as the lines of reStructuredText that stand in a table's cell. */
export function writeCell(markdown: string): string[] {
  const dash = dashes.get(markdown);
  if (dash !== undefined) return [dash];
  if (isPlainText(markdown)) return [guardStart(markdown)];
  return writeBlocks(parseMarkdown(markdown));
}

/** Tells whether a cell holds more than one paragraph, which makes its table's columns wider. */
export function hasBlocks(lines: readonly string[]): boolean {
  return lines.length > 1 || /^(?:#\.|-) /.test(lines[0] ?? "");
}

/** Markdown blocks as lines of reStructuredText, with a blank line between blocks. */
export function writeBlocks(blocks: readonly RootContent[]): string[] {
  return joinBlocks(blocks.map(writeBlock), [""]);
}

function joinBlocks(blocks: readonly string[][], between: readonly string[]): string[] {
  return blocks.flatMap((lines, index) => (index === 0 ? lines : [...between, ...lines]));
}

function writeBlock(block: RootContent): string[] {
  switch (block.type) {
    case "paragraph":
      return writeParagraph(block);
    case "list":
      return writeList(block);
    case "code":
      return [".. code-block::", "", ...indent(block.value.split("\n"), "   ")];
    case "blockquote":
      return [".. note::", "", ...indent(writeBlocks(block.children), "   ")];
    default:
      return [guardStart(writeInline([{ type: "text", value: toString(block) }]))];
  }
}

function writeParagraph({ children }: Paragraph): string[] {
  const text = writeInline(children).replace(/::$/, String.raw`:\:`);
  return text.split("\n").map((line) => guardStart(line.trim()));
}

function writeList({ children, ordered }: List): string[] {
  const marker = ordered ? "#. " : "-  ";
  const items = children.map((item) => writeItem(item, marker));
  const isTight = items.every((lines) => !lines.includes(""));
  return joinBlocks(items, isTight ? [] : [""]);
}

function writeItem({ children }: ListItem, marker: string): string[] {
  const [first = "", ...rest] = writeBlocks(children);
  return [marker + first, ...indent(rest, " ".repeat(marker.length))];
}

function indent(lines: readonly string[], by: string): string[] {
  return lines.map((line) => (line === "" ? "" : by + line));
}

/** Keeps the beginning of a paragraph from being read as a list, a directive, a field or a heading. */
function guardStart(line: string): string {
  const looksLikeBlock =
    /^(?:[-*+•‣⁃](?: |$)|\.\.(?: |$)|>>> |__ |:[^:\s][^:]*:(?: |$)|(?:\(?(?:[0-9]+|#|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)])(?: |$)|([!-/:-@[-`{-~])\1+$|--?[A-Za-z]|\/[A-Z]|[|+]-)/;
  return looksLikeBlock.test(line) ? `\\${line}` : line;
}
