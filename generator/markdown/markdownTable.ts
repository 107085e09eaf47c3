import stringWidth from "string-width";

/** The least that a column has room for, as Prettier has it: its line of dashes. */
const narrowest = 3;

/**
 * The lines of a Markdown table, laid out as Prettier does: its columns are as wide as their widest cell. It is made
 * here, since a comparison of a thousand services takes a Markdown printer seconds.
 *
 * @param headers - inline Markdown without a `|`, as `cellText` gives it; so are the cells of `rows`
 * @param widthOf - the columns that a text takes. Default: those that it takes in a terminal
 */
export function markdownTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  widthOf: (text: string) => number = stringWidth,
): string[] {
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
