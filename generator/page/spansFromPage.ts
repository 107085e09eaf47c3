import { columnRoles } from "../spec/columns.js";
import type { Column } from "../catalogue/catalogue.js";
import { continuedCells, type Spans } from "../catalogue/continuedCells.js";

/** What each cell of a row says, and whether the page leaves it blank since it continues the row above. */
interface SpannedRow {
  readonly texts: readonly string[];
  readonly isContinued: readonly boolean[];
}

/** The `spans` of a table, and of the rows that need their own. */
interface PageSpans {
  readonly spans: Spans;
  readonly ofRows: readonly (Spans | undefined)[];
}

/**
 * The spans with which a spec gives the page's blank cells again: the table's where they hold for its rows, and
 * for rows of which they do not, such as one that writes out what the row above says, their own.
 */
export function spansFromPage(rows: readonly SpannedRow[], columns: readonly Column[]): PageSpans {
  const isSpanned = columns.map((_, index) => rows.some(({ isContinued }) => isContinued[index]));
  const all = withSpans(rows, columns, spansOf(isSpanned, columns));
  const none = withSpans(rows, columns, []);
  return exceptions(none) < exceptions(all) ? none : all;
}

function withSpans(rows: readonly SpannedRow[], columns: readonly Column[], spans: Spans): PageSpans {
  const ofRows = rows.map(({ texts, isContinued }, row) => {
    const blank = continuedCells(texts, rows[row - 1]?.texts, columns, { table: spans });
    const isTold = blank.every((isBlank, index) => isBlank === isContinued[index]);
    return isTold ? undefined : spansOf(isContinued, columns);
  });
  return { spans, ofRows };
}

function exceptions({ ofRows }: PageSpans): number {
  return ofRows.filter((own) => own !== undefined).length;
}

function spansOf(isSpanned: readonly boolean[], columns: readonly Column[]): Spans {
  const isOnly = columns.filter(({ role }) => role === "other").length === 1;
  return columns.flatMap(({ role: ofColumn, header }, index) => {
    if (isSpanned[index] !== true) return [];
    const role = columnRoles.find((each) => each === ofColumn) ?? "other";
    return role === "other" && !isOnly ? { other: header } : role;
  });
}
