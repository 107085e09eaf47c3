import { hasUncertainWidth } from "./uncertainWidth.js";
import { mostCells, type Problem, type RawCell, type RawTable, tooManyCells } from "./rawTable.js";
import type { SourceLine } from "./sourceLines.js";
import { cutLines, inColumns, type TableColumns } from "./tableColumns.js";

const top = /^\+-[-+]+-\+$/;
const headerBorder = /^\+=[=+]+=\+$/;

/** Tells whether a line is the top border of a grid table. */
export function isGridTop(text: string): boolean {
  return top.test(text.trimEnd());
}

interface Corner {
  readonly top: number;
  readonly left: number;
}

interface TracedCell extends Corner {
  readonly bottom: number;
  readonly right: number;
}

/**
 * Takes a grid table apart as docutils does: each cell is traced from its upper left corner around its
 * borders, so that spans need no marks of their own.
 *
 * @param lines - the table's lines, without indentation
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 */
export function parseGridTable(lines: readonly SourceLine[]): RawTable | Problem {
  const uncertain = lines.find(({ text }) => hasUncertainWidth(text));
  if (uncertain) return { line: uncertain.line, message: columnsUncertain };
  const grid = lines.map(({ text }) => inColumns(text));
  const ragged = raggedLine(lines, grid);
  if (ragged) return ragged;
  const header = headerOf(lines);
  if ("message" in header) return header;
  const borders = grid.map((line, index) => (index === header.border ? dashed(line) : line));
  const cells = tracedCells(borders);
  const open = openLine(cells, borders);
  if (open !== undefined)
    return { line: lines[open]?.line ?? 0, message: "The borders of a cell do not close here." };
  if (cells.length > mostCells) return { line: lines[0]?.line ?? 0, message: tooManyCells };
  const stray = strayCorner(cells, borders);
  if (stray !== undefined) {
    const message = "A border has a `+` here at which no cell begins or ends.";
    return { line: lines[stray]?.line ?? 0, message };
  }
  const table = rowsOf(cells, header.border, (cell) => ({
    lines: cellLines(grid, lines, cell),
    line: lines[cell.top + 1]?.line ?? 0,
  }));
  return crossedBorder(table) ?? table;
}

/**
 * The first line of a cell over several columns that has a `|` in it. docutils reads the cell, but a row
 * whose inner border is out of place looks the same, and a row of codes would become one text.
 */
function crossedBorder({ head, body }: RawTable): Problem | undefined {
  const wide = [...head, ...body].flat().filter((cell) => cell !== undefined && cell.moreColumns > 0);
  const crossed = wide.flatMap((cell) => cell?.lines ?? []).find(({ text }) => /\S.*\s\|(?:\s|$)/.test(text));
  if (!crossed) return undefined;
  const message = "A cell that spans several columns contains a `|`, so a border may be out of place.";
  return { line: crossed.line, message };
}

const columnsUncertain =
  "A grid table with combining or unassigned characters is ambiguous: docutils counts the columns of its borders and of its cells differently.";

/** The first line that does not reach from the left border to the right one. */
function raggedLine(lines: readonly SourceLine[], grid: readonly TableColumns[]): Problem | undefined {
  const width = grid[0]?.length ?? 0;
  const index = grid.findIndex((line) => line.length !== width || !/[+|]/.test(String(line.at(-1))));
  const line = lines[index];
  if (!line) return undefined;
  const message =
    grid[index]?.length === width
      ? "The table's line does not end with `|` or `+`."
      : `The table's line is ${grid[index]?.length ?? 0} columns wide, but its top border is ${width}.`;
  return { line: line.line, message };
}

function headerOf(lines: readonly SourceLine[]): { border?: number } | Problem {
  const [border, second] = lines.flatMap(({ text }, index) => (headerBorder.test(text) ? [index] : []));
  if (border === undefined) return {};
  if (second !== undefined) {
    return { line: lines[second]?.line ?? 0, message: "The table has a second border below its header." };
  }
  return border === 0 || border === lines.length - 1
    ? { line: lines[border]?.line ?? 0, message: "The border below a header cannot be at the table's edge." }
    : { border };
}

function dashed(line: TableColumns): TableColumns {
  return typeof line === "string"
    ? line.replaceAll("=", "-")
    : line.map((each) => (each === "=" ? "-" : each));
}

/** All cells, from the upper left corner of the table on; each gives the corners of its neighbours. */
function tracedCells(grid: readonly TableColumns[]): TracedCell[] {
  const bottom = grid.length - 1;
  const right = (grid[0]?.length ?? 0) - 1;
  const corners = grid.map(() => new Set<number>());
  const seen = new Array<number>(right).fill(-1);
  const cells: TracedCell[] = [];
  corners[0]?.add(0);
  for (let row = 0; row < bottom; row++) {
    if (corners[row]?.size === 0) continue;
    for (let left = 0; left < right; left++) {
      if (!corners[row]?.has(left) || row <= (seen[left] ?? 0)) continue;
      const cell = tracedCell(grid, { top: row, left });
      if (!cell) continue;
      cells.push(cell);
      corners[row]?.add(cell.right);
      corners[cell.bottom]?.add(left);
      seen.fill(cell.bottom - 1, left, cell.right);
    }
  }
  return cells;
}

function tracedCell(grid: readonly TableColumns[], { top, left }: Corner): TracedCell | undefined {
  const border = grid[top];
  if (border?.[left] !== "+") return undefined;
  for (let right = left + 1; right < border.length; right++) {
    if (border[right] === "+") {
      const bottom = bottomOf(grid, top, left, right);
      if (bottom !== undefined) return { top, left, bottom, right };
    } else if (border[right] !== "-") return undefined;
  }
  return undefined;
}

function bottomOf(
  grid: readonly TableColumns[],
  top: number,
  left: number,
  right: number,
): number | undefined {
  for (let row = top + 1; row < grid.length; row++) {
    const sign = grid[row]?.[right];
    if (sign === "+" && isBorder(grid[row], left, right) && isEdge(grid, left, top, row)) return row;
    if (sign !== "+" && sign !== "|") return undefined;
  }
  return undefined;
}

function isBorder(line: TableColumns | undefined, left: number, right: number): boolean {
  if (line?.[left] !== "+") return false;
  for (let column = left + 1; column < right; column++) {
    if (line[column] !== "-" && line[column] !== "+") return false;
  }
  return true;
}

function isEdge(grid: readonly TableColumns[], column: number, top: number, bottom: number): boolean {
  for (let row = top + 1; row < bottom; row++) {
    const sign = grid[row]?.[column];
    if (sign !== "|" && sign !== "+") return false;
  }
  return true;
}

/** The first line that belongs to no cell, or to two; the cells fill a whole table. */
function openLine(cells: readonly TracedCell[], grid: readonly TableColumns[]): number | undefined {
  const width = (grid[0]?.length ?? 0) - 1;
  const filled = new Array<number>(width).fill(0);
  for (const { top, left, bottom, right } of cells) {
    for (let column = left; column < right; column++) {
      if (filled[column] !== top) return top;
      filled[column] = bottom;
    }
  }
  if (cells.length === 0) return 0;
  const least = filled.reduce((low, each) => Math.min(low, each), grid.length - 1);
  return least === grid.length - 1 ? undefined : firstOddLine(grid, least);
}

/**
 * The line of a corner in a cell's borders that is a corner of no cell. docutils counts it as a border of
 * one more row or column, which all cells span.
 */
function strayCorner(cells: readonly TracedCell[], grid: readonly TableColumns[]): number | undefined {
  const rows = new Set(cells.flatMap(({ top, bottom }) => [top, bottom]));
  const columns = new Set(cells.flatMap(({ left, right }) => [left, right]));
  for (const { top, left, bottom, right } of cells) {
    for (const row of [top, bottom])
      for (let column = left; column <= right; column++)
        if (grid[row]?.[column] === "+" && !columns.has(column)) return row;
    for (let row = top; row <= bottom; row++)
      if (!rows.has(row) && (grid[row]?.[left] === "+" || grid[row]?.[right] === "+")) return row;
  }
  return undefined;
}

/** Below a border, the first line without a sign where the border has one. */
function firstOddLine(grid: readonly TableColumns[], border: number): number {
  const crossings = Array.from(grid[border] ?? []).flatMap((sign, column) => (sign === "+" ? [column] : []));
  const odd = grid.findIndex(
    (line, row) => row > border && crossings.some((column) => line[column] !== "|" && line[column] !== "+"),
  );
  return odd === -1 ? border : odd;
}

function cellLines(
  grid: readonly TableColumns[],
  lines: readonly SourceLine[],
  { top, left, bottom, right }: TracedCell,
): RawCell["lines"] {
  return cutLines(grid.slice(top + 1, bottom), lines.slice(top + 1, bottom), left + 1, right);
}

/** The cells by rows and columns, which are what lies between any two neighbouring borders. */
function rowsOf(
  cells: readonly TracedCell[],
  headerBorder: number | undefined,
  content: (cell: TracedCell) => Pick<RawCell, "lines" | "line">,
): RawTable {
  const rowOf = indexes(cells.flatMap(({ top, bottom }) => [top, bottom]));
  const columnOf = indexes(cells.flatMap(({ left, right }) => [left, right]));
  const rows = Array.from({ length: rowOf.size - 1 }, () =>
    new Array<RawCell | undefined>(columnOf.size - 1).fill(undefined),
  );
  for (const cell of cells) {
    const [row, column] = [rowOf.get(cell.top) ?? 0, columnOf.get(cell.left) ?? 0];
    const moreRows = (rowOf.get(cell.bottom) ?? 0) - row - 1;
    const moreColumns = (columnOf.get(cell.right) ?? 0) - column - 1;
    const cells = rows[row];
    if (cells) cells[column] = { ...content(cell), moreRows, moreColumns };
  }
  const headRows = headerBorder === undefined ? 0 : (rowOf.get(headerBorder) ?? 0);
  return { head: rows.slice(0, headRows), body: rows.slice(headRows) };
}

function indexes(places: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(places)].sort((a, b) => a - b).map((place, index) => [place, index]));
}
