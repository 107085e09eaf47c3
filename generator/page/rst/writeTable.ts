import { columnWidth } from "./columnWidth.js";
import { hasBlocks } from "./writeBlocks.js";

/** The lines of one cell. */
type CellLines = readonly string[];
type Row = readonly CellLines[];

/** The width that Pandoc lays tables out for, in characters. */
const lineWidth = 72;

/**
 * A table in the layout that Pandoc's reStructuredText writer chooses: simple where every cell is
 * one line and the table fits the line width, else a grid. In a simple table, a row with a blank first cell
 * would go on with the row above.
 */
export function writeTable(header: Row, rows: readonly Row[], isHeadless = false): string[] {
  const simple =
    [header, ...rows].some((row) => row.some(hasBlocks) || !row[0]?.[0]) || header.length === 1
      ? undefined
      : writeSimpleTable(header, rows, isHeadless);
  return simple && columnWidth(simple[0] ?? "") <= lineWidth
    ? simple
    : writeGridTable(header, rows, isHeadless);
}

/** @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables */
function writeSimpleTable(header: Row, rows: readonly Row[], isHeadless: boolean): string[] {
  const widths = columnWidths(header, rows);
  const border = widths.map((width) => "=".repeat(width)).join(" ");
  const cell = (row: Row, column: number) => row[column]?.[0] ?? "";
  const line = (row: Row) =>
    widths
      .map((width, column) => padded(cell(row, column), width))
      .join(" ")
      .trimEnd();
  return [border, line(header), ...(isHeadless ? [] : [border]), ...rows.map(line), border];
}

/**
 * Each column is as wide as its longest line, and no narrower than its share of the line width where
 * any cell of the table holds blocks.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 */
function writeGridTable(header: Row, rows: readonly Row[], isHeadless: boolean): string[] {
  const hasBlock = [header, ...rows].some((row) => row.some(hasBlocks));
  const share = hasBlock ? Math.floor(lineWidth / header.length) - 3 : 0;
  const widths = columnWidths(header, rows).map((width) => Math.max(width, share));
  const border = (character: string) => `+${widths.map((width) => character.repeat(width + 2)).join("+")}+`;
  return [
    border("-"),
    ...gridLines(header, widths),
    border(isHeadless ? "-" : "="),
    ...rows.flatMap((row) => [...gridLines(row, widths), border("-")]),
  ];
}

function gridLines(row: Row, widths: readonly number[]): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const cells = widths.map((width, column) => ` ${padded(row[column]?.[index] ?? "", width)} `);
    return `|${cells.join("|")}|`;
  });
}

/**
 * The rows as a list of lists, which needs no columns.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/directives.html#list-table
 */
export function writeListTable(rows: readonly Row[]): string[] {
  return rows.flatMap((row) =>
    row.flatMap(([first = "", ...more], column) => [
      `${column === 0 ? "* - " : "  - "}${first}`.trimEnd(),
      ...more.map((line) => (line === "" ? "" : `    ${line}`)),
    ]),
  );
}

function columnWidths(header: Row, rows: readonly Row[]): number[] {
  return header.map((_, column) => {
    let widest = 0;
    for (const row of [header, ...rows]) {
      for (const line of row[column] ?? []) widest = Math.max(widest, columnWidth(line));
    }
    return widest;
  });
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnWidth(text)));
}
