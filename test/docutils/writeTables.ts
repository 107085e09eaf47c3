/** A cell on its way into a table: where it is, over how many rows and columns it goes, and its lines. */
export interface WrittenCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly lines: readonly string[];
}

/** A table as a grid, of which the first `headerRows` are its header. */
export function writeGrid(cells: readonly WrittenCell[], headerRows: number): string[] {
  const widths = sizes(cells, "column", "columns", ({ lines }) => widest(lines) + 2);
  const heights = sizes(cells, "row", "rows", ({ lines }) => lines.length);
  const lefts = edges(widths);
  const tops = edges(heights);
  const canvas = Array.from({ length: (tops.at(-1) ?? 0) + 1 }, () =>
    Array.from({ length: (lefts.at(-1) ?? 0) + 1 }, () => " "),
  );
  const set = (y: number, x: number, sign: string) => {
    const line = canvas[y];
    if (line) line[x] = sign;
  };
  const placed = cells.map((cell) => ({
    cell,
    top: tops[cell.row] ?? 0,
    left: lefts[cell.column] ?? 0,
    bottom: tops[cell.row + cell.rows] ?? 0,
    right: lefts[cell.column + cell.columns] ?? 0,
  }));
  const headerEnd = headerRows > 0 ? tops[headerRows] : undefined;
  for (const { top, left, bottom, right } of placed) {
    for (let x = left; x <= right; x++) for (const y of [top, bottom]) set(y, x, y === headerEnd ? "=" : "-");
  }
  for (const { top, left, bottom, right } of placed) {
    for (let y = top + 1; y < bottom; y++) for (const x of [left, right]) set(y, x, "|");
  }
  for (const { top, left, bottom, right, cell } of placed) {
    for (const y of [top, bottom]) for (const x of [left, right]) set(y, x, "+");
    for (const [index, line] of cell.lines.entries()) writeAt(canvas[top + 1 + index] ?? [], left + 2, line);
  }
  return canvas.map((line) => line.join(""));
}

/** A table between lines of `=`; no cell may go over several rows, nor the first over several lines. */
export function writeSimple(cells: readonly WrittenCell[], headerRows: number, blankRows: boolean): string[] {
  const widths = sizes(cells, "column", "columns", ({ lines }) => widest(lines), 1);
  const lefts = edges(widths);
  const border = widths.map((width) => "=".repeat(width)).join(" ");
  const lastRow = Math.max(...cells.map(({ row }) => row));
  const lines = [border];
  for (let row = 0; row <= lastRow; row++) {
    const inRow = cells.filter((cell) => cell.row === row);
    const height = Math.max(...inRow.map((cell) => cell.lines.length));
    for (let index = 0; index < height; index++) {
      const line = Array.from({ length: border.length }, () => " ");
      for (const cell of inRow) writeAt(line, lefts[cell.column] ?? 0, cell.lines[index] ?? "");
      lines.push(line.join("").trimEnd());
    }
    if (inRow.some(({ columns }) => columns > 1)) lines.push(underline(inRow, widths, lefts));
    if (row === headerRows - 1) lines.push(border);
    else if (blankRows && row < lastRow) lines.push("");
  }
  return [...lines, border];
}

export function writeListTable(cells: readonly WrittenCell[], options: readonly string[]): string[] {
  const rows = cells.map(({ column, lines: [first = "", ...rest] }) => [
    `   ${column === 0 ? "*" : " "} - ${first}`.trimEnd(),
    ...rest.map((line) => (line === "" ? "" : `       ${line}`)),
  ]);
  return [...options, "", ...rows.flat()];
}

export function writeCsvTable(
  cells: readonly WrittenCell[],
  options: readonly string[],
  delimiter: string,
): string[] {
  const lines: string[] = [];
  for (const { column, lines: content } of cells) {
    const quoted = `"${content.join("\n").replaceAll('"', '""')}"`;
    const [first = "", ...rest] = quoted.split("\n");
    if (column === 0) lines.push(`   ${first}`);
    else lines.push(`${lines.pop() ?? ""}${delimiter}${first}`);
    for (const line of rest) lines.push(line === "" ? "" : `   ${line}`);
  }
  return [...options, "", ...lines];
}

function underline(
  cells: readonly WrittenCell[],
  widths: readonly number[],
  lefts: readonly number[],
): string {
  const parts = cells.map(({ column, columns }) => {
    const last = column + columns - 1;
    return "-".repeat((lefts[last] ?? 0) + (widths[last] ?? 0) - (lefts[column] ?? 0));
  });
  return parts.join(" ");
}

function sizes(
  cells: readonly WrittenCell[],
  place: "row" | "column",
  span: "rows" | "columns",
  sizeOf: (cell: WrittenCell) => number,
  least = 1,
): number[] {
  const count = Math.max(...cells.map((cell) => cell[place] + cell[span]));
  const found = Array.from({ length: count }, () => least);
  const atMost = [...cells].sort((a, b) => a[span] - b[span]);
  for (const cell of atMost) {
    const last = cell[place] + cell[span] - 1;
    const before = found.slice(cell[place], last).reduce((sum, size) => sum + size + 1, 0);
    found[last] = Math.max(found[last] ?? least, sizeOf(cell) - before);
  }
  return found;
}

/** Where each row or column begins, with one sign of border between. */
function edges(sizesOf: readonly number[]): number[] {
  return sizesOf.reduce((starts, size) => [...starts, (starts.at(-1) ?? 0) + size + 1], [0]);
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(widthOf));
}

/** The columns that docutils gives a line: two for a wide character, one for any other. */
function widthOf(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  );
}

/** Writes a line over what a canvas has, a wide character over two places. */
function writeAt(canvas: string[], at: number, line: string): void {
  let place = at;
  for (const character of line) {
    canvas[place++] = character;
    if (isWide(character)) canvas[place++] = "";
  }
}
