import { widthOf } from "../api.js";

/** The least that a column has room for, as Prettier has it: its line of dashes. */
const narrowest = 3;

/**
 * The lines of a table of cells that are inline Markdown already, its columns as wide as their widest cell. Laid
 * out here, since a comparison of a thousand services takes a Markdown printer seconds.
 */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = [headers, ...rows].map((cells) => cells.map(widthOf));
  const widest = headers.map((_, column) =>
    widths.reduce((width, row) => Math.max(width, row[column] ?? 0), narrowest),
  );
  const line = (cells: readonly string[], row: number) => {
    const padded = cells.map(
      (cell, column) => cell + " ".repeat((widest[column] ?? 0) - (widths[row]?.[column] ?? 0)),
    );
    return `| ${padded.join(" | ")} |`;
  };
  const dashes = `| ${widest.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(headers, 0), dashes, ...rows.map((cells, index) => line(cells, index + 1))];
}
