import type { PageCell, PageTable } from "./pageTree.js";

/** A row of a page's table with a cell for each column. */
export interface FilledRow {
  readonly cells: readonly PageCell[];
  /** Which of the cells are blank on the page, and are filled from the row above. */
  readonly isContinued: readonly boolean[];
}

const emptyCell: PageCell = { blocks: [], lines: { start: 0, end: 0 }, source: [] };

/**
 * The rows of a table, with what continues the row above filled in: cells that span rows, and blank cells at the
 * beginning of a row, as which vendors write such. The last cell of a row is its own.
 */
export function filledRows({ rows, layout }: PageTable, width: number): FilledRow[] {
  const filled: FilledRow[] = [];
  for (const row of rows) {
    const above = filled.at(-1)?.cells ?? [];
    let isAtStart = layout !== "other";
    const isContinued = Array.from({ length: width }, (_, column) => {
      const { blocks, continues = false } = row[column] ?? emptyCell;
      const hasAbove = (above[column] ?? emptyCell).blocks.length > 0;
      isAtStart &&= blocks.length === 0 && hasAbove && column < width - 1;
      return hasAbove && blocks.length === 0 && (isAtStart || continues);
    });
    const cells = isContinued.map((isFromAbove, column) => (isFromAbove ? above : row)[column] ?? emptyCell);
    filled.push({ cells, isContinued });
  }
  return filled;
}
