import type { SourceLine } from "./sourceLines.js";

/** A table as it is on a page: its cells' lines, not yet parsed. */
export interface RawTable {
  readonly head: readonly RawRow[];
  readonly body: readonly RawRow[];
}

/** The cells of a row, one for each column; `undefined` where a cell of another row or column reaches. */
export type RawRow = readonly (RawCell | undefined)[];

export interface RawCell {
  readonly lines: readonly SourceLine[];
  /** The page's line that the cell begins in. */
  readonly line: number;
  /** How many rows and columns more the cell takes. */
  readonly moreRows: number;
  readonly moreColumns: number;
}

/** What is wrong with a construct that cannot be read, and on which of the page's lines. */
export interface Problem {
  readonly line: number;
  readonly message: string;
}

/** More than a spec can have. */
export const mostCells = 100_000;
export const tooManyCells = `The table has over ${mostCells.toLocaleString("en")} cells.`;
