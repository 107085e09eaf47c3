import { reasonPhrase } from "../catalogue/names.js";
import { blocksToText } from "../markdown/parseMarkdown.js";
import { type ColumnRole, columnRole, type TableKind } from "../spec/columns.js";
import type { PageCell, PageTable } from "./pageTree.js";

/** What a table of a page turned out to be: a code table with the role of each column, or why it is none. */
export type RecognisedTable = CodeTable | { readonly kind: "other"; readonly reason: string };

export interface CodeTable {
  readonly kind: TableKind;
  readonly headers: readonly string[];
  readonly roles: readonly ColumnRole[];
}

/** A column as texts. */
interface Column {
  readonly header: string;
  readonly cells: readonly string[];
}

/** Takes the first row for the header where a table has none and the row reads like one. */
export function withHeader(table: PageTable): PageTable {
  const [first, ...rows] = table.rows;
  if (table.header || !first || rows.length === 0) return table;
  const isHeader = first
    .map(textOf)
    .some((text) => !/[0-9]/.test(text) && (isErrorHeader(text) || isCodeHeader(text)));
  return isHeader ? { ...table, isHeadless: true, header: first, rows } : table;
}

/** Finds out what a table holds, from its headers and its contents; `roles` says it instead. */
export function recogniseTable(table: PageTable, roles?: readonly ColumnRole[]): RecognisedTable {
  const columns = columnsOf(table);
  if (!columns) return other("it has no header row");
  const headers = columns.map(({ header }) => header);
  if (roles) return withGivenRoles(headers, roles, columns);

  const statusColumn = columns.findIndex(
    ({ header, cells }) => isCodeHeader(header) && share(cells, isStatusCell) > 0.5,
  );
  const statuses = columns[statusColumn]?.cells ?? [];
  const codeColumn = columns.findIndex(
    ({ header, cells }) =>
      isErrorHeader(header) &&
      share(cells, isErrorCode) > 0.5 &&
      (/error/i.test(header) || !isMessageColumn(cells, statuses)),
  );
  if (codeColumn >= 0) return { kind: "error-codes", headers, roles: errorRoles(columns, codeColumn) };
  if (statusColumn >= 0) return { kind: "status-codes", headers, roles: statusRoles(columns, statusColumn) };
  return other(reasonFor(columns));
}

function columnsOf({ header, rows }: PageTable): Column[] | undefined {
  return header?.map((cell, index) => ({
    header: textOf(cell),
    cells: rows.flatMap((row) => (row[index] ? [textOf(row[index])] : [])).filter((text) => text !== ""),
  }));
}

function withGivenRoles(
  headers: readonly string[],
  roles: readonly ColumnRole[],
  columns: readonly Column[],
): RecognisedTable {
  if (roles.length !== headers.length)
    return other(`it has ${headers.length} columns, and ${roles.length} roles were given`);
  const code = columns[roles.findIndex((role) => role === "code" || role === "codeAndMessage")];
  if (!code) return other("none of the given roles is the code");
  return { kind: share(code.cells, isStatusCell) > 0.5 ? "status-codes" : "error-codes", headers, roles };
}

function statusRoles(columns: readonly Column[], codeColumn: number): ColumnRole[] {
  const isMerged =
    share(columns[codeColumn]?.cells ?? [], (cell) => /^[1-5][0-9]{2}\s+\p{L}/u.test(cell)) > 0.5;
  const codes = columns[codeColumn]?.cells ?? [];
  const hasRoomForMessage = !isMerged && columns.length > 2;
  const messageColumn = !hasRoomForMessage
    ? -1
    : columns.findIndex(({ cells }, index) => index !== codeColumn && isMessageColumn(cells, codes));
  return assign(columns, "status-codes", (index) => {
    if (index === codeColumn) return isMerged ? "codeAndMessage" : "code";
    return index === messageColumn ? "message" : undefined;
  });
}

/** A column that gives the standard reason phrase of many of the codes beside it. */
function isMessageColumn(cells: readonly string[], codes: readonly string[]): boolean {
  const phrases = new Set(codes.map((code) => squeezed(reasonPhrase(code) ?? "")));
  phrases.delete("");
  return share(cells, (cell) => phrases.has(squeezed(cell))) > 0.3;
}

function errorRoles(columns: readonly Column[], codeColumn: number): ColumnRole[] {
  const statusColumn = columns.findIndex(
    ({ header, cells }, index) =>
      index !== codeColumn && isCodeHeader(header) && share(cells, isStatusCell) > 0.5,
  );
  return assign(columns, "error-codes", (index) => {
    if (index === codeColumn) return "code";
    return index === statusColumn ? "status" : undefined;
  });
}

/** Words in headers that hint at a role, where the header as a whole is not known. */
const hints: readonly (readonly [ColumnRole, RegExp])[] = [
  ["solution", /solution|measure|handling|troubleshoot|suggest|action|resol|remed/i],
  ["message", /message|\binfo|\bmsg\b|prompt/i],
  ["description", /description|meaning|cause|reason|explanation|detail/i],
  ["module", /module|category/i],
];

/** Gives each column a role, each role but `other` once: first what is certain, then what headers say. */
function assign(
  columns: readonly Column[],
  kind: TableKind,
  certain: (index: number) => ColumnRole | undefined,
): ColumnRole[] {
  const roles: (ColumnRole | undefined)[] = columns.map((_, index) => certain(index));
  const isMerged = roles.includes("codeAndMessage");
  const claim = (index: number, role: ColumnRole | undefined) => {
    const isTaken =
      role === undefined || roles.includes(role) || ["code", "codeAndMessage", "status"].includes(role);
    const isLeftOut =
      (isMerged && role === "message") ||
      (kind === "status-codes" && (role === "solution" || role === "module"));
    if (roles[index] === undefined && !isTaken && !isLeftOut) roles[index] = role;
  };
  for (const [index, { header }] of columns.entries()) claim(index, columnRole(kind, header));
  for (const [index, { header }] of columns.entries())
    claim(index, hints.find(([, hint]) => hint.test(header))?.[0]);
  if (!roles.includes("description")) claim(roles.lastIndexOf(undefined), "description");
  return roles.map((role) => role ?? "other");
}

function isErrorHeader(header: string): boolean {
  return /\bcodes?$|^error (type|name|id)s?$/i.test(header);
}

function isCodeHeader(header: string): boolean {
  return /\bcodes?\b|\bvalues?$|\bstatus$/i.test(header);
}

/** `404`, `404 Not Found`, `4xx`, `400/404`, `N/A`: what stands where a status code belongs. */
function isStatusCell(cell: string): boolean {
  return /^[1-5](?:[0-9]{2}|xx)(?:$|[\s/,;(].*$)/i.test(cell);
}

/** A word or a number that can only be a code of the vendor's own; several words only without a full stop. */
function isErrorCode(cell: string): boolean {
  if (isStatusCell(cell) || cell.length > 80) return false;
  if (/^[0-9]+$/.test(cell)) return cell.length > 2;
  return /^[A-Za-z][\w.:/-]*(?: [\w-]+){0,4}$/.test(cell);
}

function reasonFor(columns: readonly Column[]): string {
  const first = columns[0];
  if (
    first &&
    isCodeHeader(first.header) &&
    share(first.cells, (cell) => /^-?[0-9]{1,3}$/.test(cell)) > 0.5
  ) {
    return `"${first.header}" holds numbers that are no HTTP status codes, such as a process's exit codes`;
  }
  return `none of its columns holds codes: ${columns.map(({ header }) => `"${header}"`).join(", ")}`;
}

function other(reason: string): RecognisedTable {
  return { kind: "other", reason };
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function squeezed(text: string): string {
  return text.replaceAll(/[^A-Za-z]/g, "").toLowerCase();
}

function textOf({ blocks }: PageCell): string {
  return blocksToText(blocks).replaceAll(/\s+/g, " ").trim();
}
