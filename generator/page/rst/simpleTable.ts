import type { Problem, RawCell, RawRow, RawTable } from "./rawTable.js";
import type { SourceLine } from "./sourceLines.js";
import { hasUncertainWidth } from "./uncertainWidth.js";
import { cut, cutLines, inColumns } from "./tableColumns.js";

const top = /^=+( +=+)+$/;
const border = /^=+[ =]*$/;
const underline = /^-[ -]*$/;

/** Tells whether a line is the top border of a simple table. */
export function isSimpleTop(text: string): boolean {
  return top.test(text);
}

/** Tells whether a line is the bottom border of a simple table, or the one below its header. */
export function isSimpleBorder(text: string): boolean {
  return border.test(text);
}

/** Where a column begins and ends; the last one may be written over. */
type Span = readonly [start: number, end: number];

/**
 * Takes a simple table apart as docutils does: the borders tell the columns, and a line with text in the
 * first column begins a row.
 *
 * @param lines - the table's lines, with its borders
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-tables
 */
export function parseSimpleTable(lines: readonly SourceLine[]): RawTable | Problem {
  const spans = spansOf(lines[0]?.text ?? "");
  const [first = [0, 0]] = spans;
  const last = lines.length - 1;
  const header = lines.findIndex(({ text }, index) => index > 0 && index < last && isSimpleBorder(text));
  const rows: SimpleRow[] = [];
  let start = 1;
  let hasText = false;
  for (const [index, { text, line }] of lines.entries()) {
    if (index === 0) continue;
    if (index === header || index === last || underline.test(text)) {
      rows.push({ start, end: index, underlined: index });
      start = index + 1;
      hasText = false;
    } else if (cut(inColumns(text), ...first).trim() !== "") {
      if (hasText) rows.push({ start, end: index });
      start = index;
      hasText = true;
    } else if (!hasText && text !== "") {
      return {
        line,
        message: "The line's first column is blank, but there is no row above for it to continue.",
      };
    } else if (!hasText) start = index + 1;
  }
  return assembled(
    rows.map((row) => parseRow(lines, row, spans)),
    rows.filter((row) => row.start < header).length,
  );
}

/** The lines of a row, and the border or underline below it, which tells which columns its cells span. */
interface SimpleRow {
  readonly start: number;
  readonly end: number;
  readonly underlined?: number;
}

function assembled(rows: readonly (RawRow | Problem)[], headRows: number): RawTable | Problem {
  const cells: RawRow[] = [];
  for (const row of rows) {
    if ("message" in row) return row;
    cells.push(row);
  }
  return headRows === cells.length
    ? { head: [], body: cells }
    : { head: cells.slice(0, headRows), body: cells.slice(headRows) };
}

function spansOf(line: string): Span[] {
  return [...line.matchAll(/[=-]+/g)].map(({ 0: { length }, index }) => [index, index + length]);
}

function parseRow(
  lines: readonly SourceLine[],
  { start, end, underlined }: SimpleRow,
  columns: readonly Span[],
): RawRow | Problem {
  const rowLines = lines.slice(start, end);
  const grid = rowLines.map(({ text }) => inColumns(text));
  const below = underlined === undefined ? undefined : lines[underlined];
  const spans = below ? spansOf(below.text) : columns;
  const taken = columnsTaken(spans, columns);
  if (!taken) {
    return {
      line: below?.line ?? 0,
      message: "The line's columns do not end where those of the table's border do.",
    };
  }
  const marked = rowLines.findIndex(({ text }, index) => index < grid.length - 1 && hasUncertainWidth(text));
  if (marked >= 0) return { line: rowLines[marked]?.line ?? 0, message: marksMisplaced };
  const inMargin = grid.findIndex((line) =>
    spans.some(([, stop], index) => spans[index + 1] && cut(line, stop, spans[index + 1]?.[0]).trim() !== ""),
  );
  if (inMargin >= 0) {
    return {
      line: rowLines[inMargin]?.line ?? 0,
      message: "The line has text between two of the table's columns.",
    };
  }
  const line = rowLines[0]?.line ?? below?.line ?? 0;
  return spans.flatMap(([from, to], index): (RawCell | undefined)[] => {
    const isLast = index === spans.length - 1;
    const moreColumns = (taken[index] ?? 1) - 1;
    const cell = {
      lines: cutLines(grid, rowLines, from, isLast ? undefined : to),
      line,
      moreRows: 0,
      moreColumns,
    };
    return [cell, ...new Array<undefined>(moreColumns).fill(undefined)];
  });
}

/** How many of the table's columns each span takes; `undefined` where a span ends inside a column. */
function columnsTaken(spans: readonly Span[], columns: readonly Span[]): number[] | undefined {
  let next = 0;
  const taken: number[] = [];
  for (const [start, end] of spans) {
    const from = next;
    if (columns[from]?.[0] !== start) return undefined;
    while (columns[next] && columns[next]?.[1] !== end) next++;
    if (!columns[next]) return undefined;
    next++;
    taken.push(next - from);
  }
  return next === columns.length ? taken : undefined;
}

const marksMisplaced =
  "A row of several lines with combining or unassigned characters is ambiguous: docutils shifts the columns of the lines below.";
