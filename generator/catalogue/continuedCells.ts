import type { ColumnRole } from "../spec/columns.js";
import type { Column } from "./catalogue.js";

/** Columns by their roles; one of several without a role by its header. */
export type Spans = readonly (ColumnRole | { readonly other: string })[];

/** What a spec says about the cells of a row that the page leaves blank: for all of the table, and for this row. */
interface SaidSpans {
  readonly table: Spans;
  readonly row?: Spans | undefined;
}

/**
 * Which cells of a row the page leaves blank, since they continue the row above: of those that say the same, the
 * first ones that the table's spans name, or all that the row's own spans name.
 */
export function continuedCells(
  cells: readonly string[],
  above: readonly string[] | undefined,
  columns: readonly Column[],
  { table, row }: SaidSpans,
): boolean[] {
  const isSame = (index: number) => above !== undefined && cells[index] === above[index];
  if (row) return columns.map((column, index) => isNamed(column, row) && isSame(index));
  const changed = columns.findIndex((column, index) => !isNamed(column, table) || !isSame(index));
  return columns.map((_, index) => changed < 0 || index < changed);
}

/** Tells whether spans name a column. */
export function isNamed({ role, header }: Column, spans: Spans): boolean {
  return spans.some((span) =>
    typeof span === "string" ? span === role : role === "other" && span.other === header,
  );
}
