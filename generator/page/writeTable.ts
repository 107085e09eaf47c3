import { columnWidth } from "./columnWidth.js";
import { hasBlocks } from "./writeBlocks.js";

/** The lines of one cell. */
export type CellLines = readonly string[];

/**
 * A grid table in the layout that Pandoc's reStructuredText writer gives: each column as wide as
 * its longest line, and no narrower than its share of 72 characters where any cell holds blocks.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 */
export function writeGridTable(
  header: readonly CellLines[],
  rows: readonly (readonly CellLines[])[],
): string[] {
  const all = [header, ...rows];
  const floor = all.some((row) => row.some(hasBlocks)) ? Math.floor(72 / header.length) - 1 : 0;
  const widths = header.map((_, column) =>
    Math.max(floor, ...all.flatMap((row) => (row[column] ?? []).map((line) => columnWidth(line) + 2))),
  );
  const border = (character: string) => `+${widths.map((width) => character.repeat(width)).join("+")}+`;
  return [
    border("-"),
    ...rowLines(header, widths),
    border("="),
    ...rows.flatMap((row) => [...rowLines(row, widths), border("-")]),
  ];
}

function rowLines(cells: readonly CellLines[], widths: readonly number[]): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const line = widths.map((width, column) => ` ${padded(cells[column]?.[index] ?? "", width - 1)}`);
    return `|${line.join("|")}|`;
  });
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - columnWidth(text)));
}
