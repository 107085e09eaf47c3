import type { Column, Table } from "../../catalogue/catalogue.js";
import { hasUncertainWidth } from "./uncertainWidth.js";
import { headerOnPage } from "../headerOnPage.js";
import { isLiteralCell } from "../literalCell.js";
import { rowsOnPage } from "../rowsOnPage.js";
import { writeCell, writeText, writeTitle } from "./writeBlocks.js";
import { writeListTable, writeTable } from "./writeTable.js";

/** A table of the catalogue as it is on the page, with its title and in its list item. */
export function writeTableOf(table: Table, number: number): string[] {
  const { columns, title, isHeadless } = table;
  const header = columns.map((column, index) => writeText(headerOnPage(column, columns.slice(0, index))));
  const rows = rowsOnPage(table).map((cells) =>
    cells.map((cell, index) => writeCellOf(columns[index], cell)),
  );
  const argument = title === undefined ? "" : ` ${argumentOf(title, number)}`;
  // docutils counts some characters in one way for the borders of a drawn table, and in another for its cells.
  if ([header, ...rows].flat(2).some(hasUncertainWidth)) {
    const options = isHeadless ? [] : ["   :header-rows: 1"];
    const list = indented(writeListTable([header, ...rows]), 3);
    return indented([`.. list-table::${argument}`, ...options, "", ...list], indentOf(table));
  }
  const lines = writeTable(header, rows, isHeadless);
  const titled = title === undefined ? lines : [`.. table::${argument}`, "", ...indented(lines, 3)];
  return indented(titled, indentOf(table));
}

function argumentOf(title: string, number: number): string {
  if (number !== 0) return `**Table ${number}** ${writeTitle(title)}`;
  // A colon would begin an option.
  return writeTitle(title).replace(/^:/, String.raw`\:`);
}

/** How many columns a table is indented: as its spec says, or as far as the item of a list that it is in. */
export function indentOf({ indent, item }: Table): number {
  return indent ?? (item === undefined ? 0 : 3);
}

export function writeCellOf(column: Column | undefined, cell: string): string[] {
  return isLiteralCell(column, cell) ? writeText(cell) : writeCell(cell);
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === "" ? "" : " ".repeat(by) + line));
}
