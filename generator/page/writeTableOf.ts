import type { Column, Table } from "../catalogue/catalogue.js";
import { parseMarkdown } from "../markdown/parseMarkdown.js";
import { oneLine, writeCell, writeText } from "./writeBlocks.js";
import { writeInline } from "./writeInline.js";
import { writeTable } from "./writeTable.js";

/** A table of the catalogue as it stands on the page, with its title and in its list item. */
export function writeTableOf(table: Table, number: number): string[] {
  const { columns, title, item } = table;
  const lines = writeTable(
    columns.map((column, index) => writeText(headerOf(column, columns.slice(0, index)))),
    table.entries
      .filter(({ retired }) => retired === undefined)
      .map(({ cells }) => cells.map((cell, index) => writeCellOf(columns[index], cell))),
    table.isHeadless,
  );
  const titled =
    title === undefined ? lines : [`.. table:: ${writeTitle(title, number)}`, "", ...indented(lines)];
  return item === undefined ? titled : indented(titled);
}

/** Of two columns with one header, the spec numbers the second: `Description (2)`. */
function headerOf({ role, header }: Column, before: readonly Column[]): string {
  const [, unnumbered] = /^(.+) \([0-9]+\)$/.exec(header) ?? [];
  const isNumbered = role === "other" && before.some((column) => column.header === unnumbered);
  return isNumbered && unnumbered !== undefined ? unnumbered : header;
}

function writeTitle(title: string, number: number): string {
  const text = parseMarkdown(oneLine(title)).flatMap((block) =>
    block.type === "paragraph" ? writeInline(block.children) : writeText(oneLine(title)),
  );
  return `${number === 0 ? "" : `**Table ${number}** `}${text.join(" ")}`;
}

/** Codes, statuses and modules are no Markdown: `__proto__` is what it looks like. */
function writeCellOf(column: Column | undefined, cell: string): string[] {
  const isClass = /^[1-5]\*xx\*$/.test(cell);
  const isLiteral = column?.role === "code" || column?.role === "status" || column?.role === "module";
  return isLiteral && !isClass ? writeText(cell) : writeCell(cell);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `   ${line}`));
}
