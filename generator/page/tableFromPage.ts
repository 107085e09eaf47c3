import type { RootContent } from "mdast";
import type { Column } from "../catalogue/catalogue.js";
import type { Spans } from "../catalogue/continuedCells.js";
import { blockMarkdown } from "../markdown/printMarkdown.js";
import { type ColumnRole, columnRole } from "../spec/columns.js";
import { pageFields, type TableKind } from "../spec/fields.js";
import { bareCode, notesIn } from "./codeText.js";
import { filledRows } from "./filledRows.js";
import { headerInSpec } from "./headerOnPage.js";
import type { PageFinding } from "./pageFinding.js";
import type { PageCell, PageTable } from "./pageTree.js";
import type { CodeTable } from "./recogniseTable.js";
import { spansFromPage } from "./spansFromPage.js";
import { splitCodeAndMessage } from "./splitCodeAndMessage.js";
import { textOf } from "./tableColumn.js";

/** A table's columns and rows as a spec has them: plain data, in the order a person would write it. */
export interface TableRows {
  readonly columns: readonly (string | Readonly<Record<string, string>>)[];
  /** The columns whose blank cells stand for the cell above, except where an entry has `spans` of its own. */
  readonly spans: Spans;
  readonly entries: readonly EntryData[];
  readonly findings: readonly PageFinding[];
}

/** An entry's fields, as texts; those without a role of their own under `other`, by header. */
interface EntryData extends Readonly<Record<string, unknown>> {
  readonly code: string;
}

/** A column, and the header that the page has for it. */
interface PageColumn extends Column {
  readonly role: ColumnRole;
  readonly onPage: string;
}

/** The columns and rows of a recognised table. */
export function tableFromPage(table: PageTable, recognised: CodeTable): TableRows {
  const { kind } = recognised;
  const columns = columnsOf(recognised);
  const filled = filledRows(table, columns.length).map(({ cells, isContinued }) => ({
    isContinued,
    texts: cells.map((cell, index) => {
      const said = saidIn(cell, columns[index]?.role ?? "other");
      return table.layout === "other" ? withoutBrackets(said) : said;
    }),
  }));
  const entries = filled.map(({ texts }) => entryData(texts, columns));
  const isSaid = (_: unknown, index: number) => entries[index]?.code !== "";
  // Which cells are blank matters where the page is made again.
  const { spans, ofRows } =
    table.layout === "other"
      ? { spans: [], ofRows: [] }
      : spansFromPage(
          filled
            .map(({ texts, isContinued }) => ({ isContinued, texts: texts.map(asOneText) }))
            .filter(isSaid),
          columns,
        );
  return {
    columns: columns.map((column) => columnData(kind, column)),
    spans,
    entries: entries.filter(isSaid).map((entry, index) => ({
      ...(kind === "status-codes" ? described(entry) : entry),
      ...(ofRows[index] && { spans: ofRows[index] }),
    })),
    findings: unsaidRows(table, entries, columns),
  };
}

function columnsOf({ headers, roles }: CodeTable): PageColumn[] {
  const columns: PageColumn[] = [];
  for (const [index, onPage] of headers.entries()) {
    const role = roles[index] ?? "other";
    columns.push({ role, header: role === "other" ? headerInSpec(onPage, columns) : onPage, onPage });
  }
  return columns;
}

function columnData(kind: TableKind, { role, header, onPage }: PageColumn) {
  const isTold = header === onPage && columnRole(kind, header) === role;
  return isTold ? header : { [role]: header };
}

/** Rows that a spec has no way to say. */
function unsaidRows(
  { rows, lines }: PageTable,
  entries: readonly EntryData[],
  columns: readonly PageColumn[],
): PageFinding[] {
  const codeColumn = columns.findIndex(({ role }) => role === "code");
  return rows.flatMap((row, index) => {
    const message = (text: string) => [
      { rule: "unsaid-cell" as const, line: row[0]?.lines.start ?? lines.start, message: text },
    ];
    if (row.length > columns.length)
      return message(`This row has ${row.length} cells, but the table's header has ${columns.length}.`);
    const [note] = row[codeColumn] ? notesIn(textOf(row[codeColumn])) : [];
    if (note !== undefined)
      return message(`A spec cannot keep "${note}", which is next to the code of this row.`);
    return entries[index]?.code === ""
      ? message("This row has no code, and does not continue the row above.")
      : [];
  });
}

/** What a cell says, as texts of a spec. */
interface SaidCell {
  readonly code?: string;
  readonly message?: string;
  readonly text?: string;
}

function saidIn(cell: PageCell, role: ColumnRole): SaidCell {
  if (cell.blocks.length === 0) return {};
  if (role === "codeAndMessage") return splitCodeAndMessage(cell.blocks);
  if (role === "code" && isClass(cellMarkdown(cell))) return { code: cellMarkdown(cell) };
  if (role === "code") return { code: bareCode(textOf(cell)) };
  return { text: role === "status" || role === "module" ? textOf(cell) : cellMarkdown(cell) };
}

/** `429 (Too Many Requests)`: what is in brackets is the phrase, where the page is not made again. */
function withoutBrackets({ message, ...said }: SaidCell): SaidCell {
  return { ...said, ...(message !== undefined && { message: message.replace(/^\((.+)\)$/s, "$1") }) };
}

function asOneText({ code = "", message = "", text = "" }: SaidCell): string {
  return `${code} ${message}${text}`;
}

/** Fields in the order in which a person would write them. */
const fieldOrder = ["code", ...pageFields.map(({ name }) => name)];

function entryData(cells: readonly SaidCell[], columns: readonly PageColumn[]): EntryData {
  const said = new Map<string, string>();
  const other: [string, string][] = [];
  for (const [index, { role, header }] of columns.entries()) {
    const { code, message, text } = cells[index] ?? {};
    if (code !== undefined) said.set("code", code);
    if (message !== undefined) said.set("message", message);
    if (text !== undefined && role === "other") other.push([header, text]);
    else if (text !== undefined) said.set(role, text);
  }
  const fields = fieldOrder.flatMap((field) => (said.has(field) ? [[field, said.get(field)] as const] : []));
  const code = said.get("code") ?? "";
  return {
    code,
    ...Object.fromEntries(fields),
    ...(other.length > 0 && { other: Object.fromEntries(other) }),
  };
}

/** The description of a status code may not be missing: a dash says that the page has none. */
function described(entry: EntryData): EntryData {
  return entry["description"] === undefined ? { ...entry, description: "-" } : entry;
}

/** A class of codes with its letters emphasised, as vendors write it: 4*xx*. */
function isClass(markdown: string): boolean {
  return /^[1-5]\*xx\*$/.test(markdown);
}

/** The Markdown of a cell; a literal dash is the vendor's way to say that there is nothing. */
function cellMarkdown({ blocks }: PageCell): string {
  return isLiteralDash(blocks) ? "-" : blockMarkdown(blocks);
}

function isLiteralDash([only, ...more]: readonly RootContent[]): boolean {
  if (more.length > 0 || only?.type !== "paragraph") return false;
  const [node, ...others] = only.children;
  return others.length === 0 && node?.type === "inlineCode" && node.value === "-";
}
