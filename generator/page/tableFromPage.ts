import type { RootContent } from "mdast";
import { blocksToText } from "../markdown/parseMarkdown.js";
import { blockMarkdown } from "../markdown/printMarkdown.js";
import { type ColumnRole, columnRole, type TableKind } from "../spec/columns.js";
import type { PageFinding } from "./pageFinding.js";
import type { PageCell, PageTable } from "./pageTree.js";
import type { CodeTable } from "./recogniseTable.js";

/** A table's columns and rows as a spec has them: plain data, in the order a person would write it. */
export interface TableRows {
  readonly columns: readonly (string | Readonly<Record<string, string>>)[];
  /** The columns whose blank cells stand for the cell above. */
  readonly spans: readonly ColumnRole[];
  readonly entries: readonly EntryData[];
  readonly findings: readonly PageFinding[];
}

/** An entry's fields, as texts; those without a role of their own under `other`, by header. */
interface EntryData extends Readonly<Record<string, unknown>> {
  readonly code: string;
}

const emptyCell: PageCell = { blocks: [], lines: { start: 0, end: 0 }, source: [] };

/** The columns and rows of a recognised table. */
export function tableFromPage(table: PageTable, recognised: CodeTable): TableRows {
  const { kind, headers, roles } = recognised;
  const keys = otherKeys(headers, roles);
  const { rows, spans } = fillBlanks(table, roles);
  return {
    columns: headers.map((header, index) => columnData(kind, header, roles[index] ?? "other", keys[index])),
    spans: roles.filter((role) => spans.has(role)),
    entries: rows
      .map((row) => entryData(row, roles, keys))
      .filter(({ code }) => code !== "")
      .map((entry) => (kind === "status-codes" ? described(entry) : entry)),
    findings: unsaidCells(table, rows, roles),
  };
}

/** Cells that the spec language has no way to say. */
function unsaidCells(
  table: PageTable,
  rows: readonly (readonly PageCell[])[],
  roles: readonly ColumnRole[],
): PageFinding[] {
  const codeColumn = roles.findIndex((role) => role === "code" || role === "codeAndMessage");
  return rows.flatMap((row, index) => {
    const line = table.rows[index]?.[0]?.lines.start ?? table.lines.start;
    const isCodeless = row[codeColumn] === undefined || cellText(row[codeColumn]) === "";
    return isCodeless
      ? [{ rule: "unsaid-cell" as const, line, message: "This row has no code, and none stands above it." }]
      : [];
  });
}

/** Vendors write a cell that spans rows as blank cells at the beginning of the rows below. */
function fillBlanks({ rows }: PageTable, roles: readonly ColumnRole[]) {
  const spans = new Set<ColumnRole>();
  const filled: PageCell[][] = [];
  for (const row of rows) {
    const cells = roles.map((_, column) => row[column] ?? emptyCell);
    const above = filled.at(-1);
    for (let column = 0; above && column < cells.length - 1 && cells[column]?.blocks.length === 0; column++) {
      const role = roles[column];
      const cell = above[column];
      if (!role || !cell || cell.blocks.length === 0) break;
      cells[column] = cell;
      spans.add(role);
    }
    filled.push(cells);
  }
  return { rows: filled, spans };
}

/** The keys of columns without a role: their headers, numbered where two are the same. */
function otherKeys(headers: readonly string[], roles: readonly ColumnRole[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, index) => {
    if (roles[index] !== "other") return header;
    const number = (seen.get(header) ?? 0) + 1;
    seen.set(header, number);
    return number === 1 ? header : `${header} (${number})`;
  });
}

function columnData(kind: TableKind, header: string, role: ColumnRole, key = header) {
  if (role === "other" && key !== header) return { other: key };
  return columnRole(kind, header) === role ? header : { [role]: header };
}

/** Fields in the order in which a person would write them. */
const fieldOrder: readonly ColumnRole[] = ["code", "status", "module", "message", "description", "solution"];

function entryData(
  row: readonly PageCell[],
  roles: readonly ColumnRole[],
  keys: readonly string[],
): EntryData {
  const said = new Map<string, string>();
  const other: Record<string, string> = {};
  for (const [index, role] of roles.entries()) {
    const cell = row[index] ?? emptyCell;
    if (cell.blocks.length === 0) continue;
    if (role === "other") other[keys[index] ?? ""] = cellMarkdown(cell);
    else if (role === "codeAndMessage") splitMerged(cell, said);
    else if (role === "code" && isClass(cellMarkdown(cell))) said.set(role, cellMarkdown(cell));
    else said.set(role, isLiteralRole(role) ? cellText(cell) : cellMarkdown(cell));
  }
  const fields = fieldOrder.flatMap((field) => (said.has(field) ? [[field, said.get(field)] as const] : []));
  const code = said.get("code") ?? "";
  return { code, ...Object.fromEntries(fields), ...(Object.keys(other).length > 0 && { other }) };
}

/** The description of a status code may not be missing: a dash says that the page has none. */
function described(entry: EntryData): EntryData {
  return entry["description"] === undefined ? { ...entry, description: "-" } : entry;
}

function splitMerged(cell: PageCell, said: Map<string, string>): void {
  const [, code = "", message] = /^(\S+)(?:\s+([^]*))?$/.exec(cellMarkdown(cell)) ?? [];
  said.set("code", code);
  if (message !== undefined) said.set("message", message);
}

/** A class of codes with its letters emphasised, as vendors write it: 4*xx*. */
function isClass(markdown: string): boolean {
  return /^[1-5]\*xx\*$/.test(markdown);
}

function isLiteralRole(role: ColumnRole): boolean {
  return role === "code" || role === "status" || role === "module";
}

/** The text of a cell, on one line. */
function cellText({ blocks }: PageCell): string {
  return blocksToText(blocks).replaceAll(/\s+/g, " ").trim();
}

/** The Markdown of a cell; a literal dash is the vendor's way to say that there is nothing. */
function cellMarkdown({ blocks }: PageCell): string {
  return isDash(blocks) ? "-" : blockMarkdown(blocks);
}

function isDash([only, ...more]: readonly RootContent[]): boolean {
  if (more.length > 0 || only?.type !== "paragraph") return false;
  const [node, ...others] = only.children;
  return others.length === 0 && node?.type === "inlineCode" && node.value === "-";
}
