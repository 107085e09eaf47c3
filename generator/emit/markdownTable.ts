import { widthOf } from "./layout.js";

/** The least that a column has room for, as Prettier has it: its line of dashes. */
const narrowest = 3;

/**
 * A table of cells that are inline Markdown already, its columns as wide as their widest cell. Laid
 * out here, since a comparison of a thousand services takes a Markdown printer seconds.
 */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) =>
    rows.reduce(
      (width, row) => Math.max(width, widthOf(row[column] ?? "")),
      Math.max(narrowest, widthOf(header)),
    ),
  );
  const line = (cells: readonly string[]) => {
    const padded = cells.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)));
    return `| ${padded.join(" | ")} |`;
  };
  return [line(headers), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
