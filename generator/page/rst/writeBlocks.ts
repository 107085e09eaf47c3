import type { Blockquote, Code, List, Paragraph, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { isPlainText, parseMarkdown } from "../../markdown/parseMarkdown.js";
import { admonitionOf } from "./admonitions.js";
import { literalLine, writeInline } from "./writeInline.js";

/** What a cell of the vendor's table says where there is nothing to say; a literal, so that it is no list. */
const dashes = new Map([["-", "``-``"]]);

/** A Markdown text as the lines of reStructuredText that are in a table's cell. */
export function writeCell(markdown: string): string[] {
  const dash = dashes.get(markdown);
  if (dash !== undefined) return [dash];
  if (isPlainText(markdown)) return writeText(markdown);
  return writeBlocks(parseMarkdown(markdown));
}

/** A plain text, in which nothing is markup, as the line of reStructuredText that shows it. */
export function writeText(text: string): string[] {
  return dashes.get(text) === undefined
    ? writeParagraph({ type: "paragraph", children: [{ type: "text", value: oneLine(text) }] })
    : writeCell(text);
}

/** A text of which reStructuredText makes no more than one line. */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}

/**
 * A title as one line of reStructuredText: its markup if it is one paragraph, else the text as it is. What
 * Markdown decodes can have line feeds, each of which could begin anything on a page.
 */
export function writeTitle(markdown: string): string {
  const [block, ...more] = parseMarkdown(oneLine(markdown));
  const isInline = block?.type === "paragraph" && more.length === 0;
  return oneLine(isInline ? writeInline(block.children) : writeText(markdown).join(" "));
}

/** Tells whether a cell holds more than one paragraph, which makes its table's columns wider. */
export function hasBlocks(lines: readonly string[]): boolean {
  return lines.length > 1 || /^(?:#\.|-) /.test(lines[0] ?? "");
}

/** Markdown blocks as lines of reStructuredText, with a blank line between blocks. */
export function writeBlocks(blocks: readonly RootContent[]): string[] {
  const written = blocks
    .map((block) => ({ block, lines: writeBlock(block) }))
    .filter(({ lines }) => lines.length > 0);
  return joinBlocks(
    written.flatMap(({ block, lines }, index) =>
      wouldMerge(written[index - 1]?.block, block) ? [[".."], lines] : [lines],
    ),
    [""],
  );
}

/**
 * Two lists of one kind would be one list, without an empty comment between them; save where the
 * lines of one are together, so that the blank line between the two parts them.
 */
function wouldMerge(before: RootContent | undefined, block: RootContent): boolean {
  if (before?.type !== "list" || block.type !== "list" || before.ordered !== block.ordered) return false;
  const isTight = !before.spread && !block.spread;
  return !isTight || Math.max(before.children.length, block.children.length) < 2;
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
      return writeDirective(languageOf(block), block.value.split("\n").map(literalLine));
    case "blockquote":
      return writeQuote(block);
    default:
      return [guardStart(writeInline([{ type: "text", value: toString(block) }]))];
  }
}

/** A directive; one without content would be an error. */
function writeDirective(name: string, lines: readonly string[]): string[] {
  if (lines.every((line) => line === "")) return [];
  return [`.. ${name}`, "", ...indent(lines, "   ")];
}

function languageOf({ lang }: Code): string {
  return /^[\w+#.-]+$/.test(lang ?? "") ? `code-block:: ${lang ?? ""}` : "code-block::";
}

/** A quote is a note, or the admonition that its first line names, as in GitHub's Markdown: `[!WARNING]`. */
function writeQuote({ children }: Blockquote): string[] {
  const { name, blocks } = admonitionOf(children);
  return writeDirective(`${name}::`, writeBlocks(blocks));
}

function writeParagraph(paragraph: Paragraph): string[] {
  // A break before the first text breaks nothing.
  const children = paragraph.children.slice(paragraph.children.findIndex(({ type }) => type !== "break"));
  if (children.some(({ type }) => type === "break")) return writeLineBlock(children);
  const text = writeInline(children).replace(/::$/, String.raw`:\:`);
  return text
    .split("\n")
    .map((line) => guardStart(line.trim()))
    .filter((line) => line !== "");
}

/** Lines that stay lines, as hard breaks part them. */
function writeLineBlock(children: Paragraph["children"]): string[] {
  const lines: Paragraph["children"][] = [[]];
  for (const node of children) {
    if (node.type === "break") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines.map((line) => `| ${oneLine(writeInline(line))}`.trimEnd());
}

/** An item without content says nothing, and is taken for a text by some readers: it is left out. */
function writeList({ children, ordered, start, spread }: List): string[] {
  const items = children
    .map((item) => writeBlocks(item.children))
    .filter((lines) => lines.length > 0)
    .map((lines, index) => {
      const isNumbered = ordered && (start ?? 1) !== 1 && index === 0;
      return writeItem(lines, isNumbered ? `${start ?? 1}. ` : ordered ? "#. " : "-  ");
    });
  const isTight = !spread && items.every((lines) => !lines.includes(""));
  return joinBlocks(items, isTight ? [] : [""]);
}

function writeItem([first = "", ...rest]: readonly string[], marker: string): string[] {
  return [marker + first, ...indent(rest, " ".repeat(marker.length))];
}

function indent(lines: readonly string[], by: string): string[] {
  return lines.map((line) => (line === "" ? "" : by + line));
}

/** Keeps the beginning of a line from being read as a list, a directive, a field or a heading. */
export function guardStart(line: string): string {
  const looksLikeBlock =
    /^(?:[-*+•‣⁃](?: |$)|\.\.(?: |$)|>>> |__ |:[^:\s].*:(?: |$)|(?:\(?(?:[0-9]+|#|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)])(?: |$)|([!-/:-@[-`{-~])\1*$|=+[ =]*$|--?[A-Za-z0-9]|\/[A-Z]|[|+]-)/;
  const isEscaped = line.startsWith("\\") && line.length < 4;
  return !isEscaped && looksLikeBlock.test(line) ? `\\${line}` : line;
}
