import type { Random } from "../torture/random.js";
import { randomBlocks, type Palette } from "./randomBlocks.js";
import { chance, wordsIn, type Words } from "./words.js";
import { writeCsvTable, writeGrid, writeListTable, writeSimple, type WrittenCell } from "./writeTables.js";

/** A table as text, and what is in its rows, headers apart. */
export interface RandomTable {
  readonly lines: readonly string[];
  readonly rows: readonly (readonly RandomCell[])[];
}

interface RandomCell {
  readonly words: readonly string[];
  /** Whether it stands for one row and column, and no blank cell below it says the same. */
  readonly isAlone: boolean;
}

type Lines = readonly [string, ...string[]];

const headers: readonly (readonly string[])[] = [
  ["Error Code", "Description"],
  ["Error Code", "Error Message", "Description", "Solution"],
  ["Status Code", "Error Code", "Error Message", "Description", "Solution"],
  ["HTTP Status", "Error Code", "Description"],
  ["Module", "Error Code", "Description", "Handling Measure"],
  ["Error Code", "Cause", "Action"],
  ["Error", "Code", "Description"],
  ["Status Code", "Message", "Description"],
  ["Code", "Description"],
  ["Status Code & Message", "Description"],
  ["Returned Value", "Description"],
  ["Parameter", "Type", "Description"],
];

const statuses = "200 201 202 204 300 400 401 403 404 405 406 408 409 410 412 429 500 501 502 503 504".split(
  " ",
);
const phrases: Readonly<Record<string, string>> = {
  200: "OK",
  400: "Bad Request",
  404: "Not Found",
  500: "Internal Server Error",
};

/** A table of any of the forms, most of them with codes. */
export function randomTable(random: Random, words: Words, palette: Palette): RandomTable {
  const named = random.of(headers) ?? [];
  const header = chance(random, 15) ? [...named, `Remark ${words.next()}`] : named;
  const isOfErrors = header.some((text) => text.startsWith("Error"));
  const form = random.of(["grid", "grid", "grid", "simple", "simple", "list", "csv"] as const);
  const free = [...statuses];
  const count = 1 + random.below(5);
  const body = Array.from({ length: count }, () =>
    header.map((name): Lines => cellContent(name, isOfErrors, { random, words, palette, free })),
  );
  const headerCells = header.map((text): Lines => [marked(random, text)]);
  const headerRows = chance(random, 92) ? 1 : random.of([0, 2]);
  const second = header.map((): Lines => [words.next()]);
  const all = [headerCells, ...(headerRows === 2 ? [second] : []), ...body];
  const cells = all.flatMap((row, index) =>
    row.map((lines, column): WrittenCell => ({ row: index, column, rows: 1, columns: 1, lines })),
  );
  const table = forms[form](cells, { random, words, headerRows, columns: header.length });
  return { lines: table.lines, rows: rowsOf(table.cells, all.length - count) };
}

function rowsOf(cells: readonly WrittenCell[], headerRows: number): RandomCell[][] {
  const rows: RandomCell[][] = [];
  for (const { row, column, rows: down, columns, lines } of cells) {
    if (row < headerRows) continue;
    const below = cells.find((cell) => cell.row === row + 1 && cell.column === column);
    const isAlone = down === 1 && columns === 1 && !(below && isBlank(below));
    (rows[row - headerRows] ??= []).push({ words: wordsIn(lines.join("\n")), isAlone });
  }
  return rows;
}

function isBlank({ lines }: WrittenCell): boolean {
  return lines.every((line) => line.trim() === "" || line === "\\ ");
}

interface Making {
  readonly random: Random;
  readonly words: Words;
  readonly palette: Palette;
  /** The HTTP statuses that the table does not have yet. */
  readonly free: string[];
}

function cellContent(header: string, isOfErrors: boolean, { random, words, palette, free }: Making): Lines {
  const status = () =>
    (isOfErrors ? random.of(statuses) : free.splice(random.below(free.length), 1)[0]) ?? "599";
  if (/^Error Code|^Error$/.test(header)) return [marked(random, errorCode(random, words))];
  if (header === "Status Code & Message") {
    const code = status();
    return [marked(random, `${code} ${phrases[code] ?? "Other"} ${words.next()}`)];
  }
  if (/^(?:HTTP )?Status|^Code|Value/.test(header)) return [marked(random, status())];
  if (chance(random, 5)) return [random.of(["", "-", "``-``", "–"])];
  return header === "Module" ? [words.next()] : randomBlocks(random, words, palette);
}

function errorCode(random: Random, words: Words): string {
  if (chance(random, 4)) return random.of(["-1", "+7", "-", "", "*", "--"]);
  return random.of([
    () => `ERR.${words.next()}`,
    () => `ERR.${words.next()}`,
    () => words.next(),
    () => `Not_${words.next()}`,
    () => `a-${words.next()}/x`,
  ])();
}

function marked(random: Random, text: string): string {
  if (text === "" || chance(random, 94)) return text;
  return random.of([`**${text}**`, `\`\`${text}\`\``, `*${text}*`]);
}

/** How a table is written: in one of the forms that reStructuredText has for it. */
interface Layout {
  readonly random: Random;
  readonly words: Words;
  readonly headerRows: number;
  readonly columns: number;
}

const forms = {
  grid: (cells, layout) => {
    const spanned = withSpans(cells, layout, true);
    return { cells: spanned, lines: titled(writeGrid(spanned, layout.headerRows), layout) };
  },
  simple: (cells, layout) => {
    const flat = withSpans(cells.map(inFirstColumn), layout, false);
    const lines = writeSimple(flat, layout.headerRows, chance(layout.random, 15));
    return { cells: flat, lines: titled(lines, layout) };
  },
  list: (cells, layout) => ({ cells, lines: writeListTable(cells, listOptions("list-table", layout)) }),
  csv: (cells, layout) => {
    const delimiter = layout.random.of([",", ",", ", ", ";"]);
    const options = listOptions("csv-table", layout);
    const delim = delimiter === ";" ? ["   :delim: ;"] : [];
    return { cells, lines: writeCsvTable(cells, [...options, ...delim], delimiter) };
  },
} satisfies Record<
  string,
  (cells: readonly WrittenCell[], layout: Layout) => { cells: readonly WrittenCell[]; lines: string[] }
>;

function listOptions(directive: string, { random, words, headerRows, columns }: Layout): string[] {
  const option = (percent: number, text: string) => (chance(random, percent) ? [`   ${text}`] : []);
  return [
    `.. ${directive}::${chance(random, 50) ? ` ${words.next()}` : ""}`,
    ...(headerRows > 0 ? [`   :header-rows: ${headerRows}`] : []),
    ...option(15, ":stub-columns: 1"),
    ...option(30, `:widths: ${Array.from({ length: columns }, () => "20").join(" ")}`),
    ...option(10, ":widths: auto"),
    ...option(10, ":class: a"),
  ];
}

/** A table in the directive that gives it a title, or as it is. */
function titled(lines: string[], { random, words }: Layout): string[] {
  if (chance(random, 60)) return lines;
  const options = chance(random, 20) ? ["   :class: a"] : [];
  return [`.. table:: ${words.next()}`, ...options, "", ...lines.map((line) => `   ${line}`)];
}

/** A row of a simple table begins where the first column has a text, which is a line. */
function inFirstColumn(cell: WrittenCell): WrittenCell {
  if (cell.column > 0) return cell;
  const [first = ""] = cell.lines;
  return { ...cell, lines: [first === "" ? "\\ " : first] };
}

/** The same cells, of which some go over the next one to the right or below. */
function withSpans(
  cells: readonly WrittenCell[],
  { random, headerRows }: Layout,
  isGrid: boolean,
): readonly WrittenCell[] {
  let merged = cells;
  while (chance(random, 15)) {
    const grown = random.of(merged.filter(({ row }) => row >= headerRows));
    if (!grown) return merged;
    const isDown = isGrid && chance(random, 60);
    const next = merged.find(({ row, column }) =>
      isDown
        ? row === grown.row + grown.rows && column === grown.column
        : row === grown.row && column === grown.column + grown.columns,
    );
    const fits = next && (isDown ? next.columns === grown.columns : next.rows === grown.rows);
    if (!fits) return merged;
    const whole = isDown
      ? { ...grown, rows: grown.rows + next.rows }
      : { ...grown, columns: grown.columns + next.columns };
    merged = merged.filter((cell) => cell !== next).map((cell) => (cell === grown ? whole : cell));
  }
  return merged;
}
