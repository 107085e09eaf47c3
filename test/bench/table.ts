/** One line of a table: a figure, and a cell for each column. */
export interface Row {
  readonly figure: string;
  readonly cells: readonly string[];
  /** What the first cell has to reach, and whether it does; without it, the row is for information. */
  readonly target?: { readonly text: string; readonly isReached: boolean };
}

/** Stands where a package offers nothing of the kind. */
export const nothing = "–";

/** The rows as text, in columns. */
export function showTable(columns: readonly string[], rows: readonly Row[]): string {
  const hasTargets = rows.some(({ target }) => target !== undefined);
  const lines = [
    ["", ...columns, ...(hasTargets ? ["target", "verdict"] : [])],
    ...rows.map(({ figure, cells, target }) => [figure, ...cells, target?.text ?? "", verdict(target)]),
  ];
  const widthOf = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widthOf(column))).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

function verdict(target: Row["target"]): string {
  if (target === undefined) return "";
  return target.isReached ? "reached" : "NOT REACHED";
}
