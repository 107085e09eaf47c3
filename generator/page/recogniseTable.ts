import type { ColumnRole } from "../spec/columns.js";
import { pageFields, type TableKind } from "../spec/fields.js";
import { assignRoles } from "./assignRoles.js";
import {
  arePhrasesOf,
  isIdentifier,
  isLikelyStatus,
  isOwnCode,
  isStatusCell,
  isStatusWithPhrase,
  share,
} from "./codeCell.js";
import { codeHeader } from "./codeHeader.js";
import { findCodes, type FoundCodes } from "./findCodes.js";
import type { PageTable } from "./pageTree.js";
import { columnsOf, type TableColumn, textOf } from "./tableColumn.js";

/** What a table of a page turned out to be: a code table with the role of each column, or why it is none. */
export type RecognisedTable = CodeTable | OtherTable;

export interface OtherTable {
  readonly kind: "other";
  readonly reason: string;
  /** Whether a header looks like that of codes, so that the table may hold some all the same. */
  readonly isDoubtful: boolean;
}

export interface CodeTable {
  readonly kind: TableKind;
  readonly headers: readonly string[];
  readonly roles: readonly ColumnRole[];
}

/**
 * The roles of a table's columns where somebody gave them, and its kind where that is known.
 *
 * @param headers - as the page has them
 * @param isRecognised - whether the table is one of codes to all appearance
 */
export type GivenRoles = (
  headers: readonly string[],
  isRecognised: boolean,
) => { readonly roles: readonly ColumnRole[]; readonly kind?: TableKind } | undefined;

/** Takes the first row for the header where a table has none and the row reads like one. */
export function withHeader(table: PageTable): PageTable {
  const [first, ...rows] = table.rows;
  if (table.header || !first || rows.length === 0) return table;
  const isHeader = first.map(textOf).some((text) => !/[0-9]/.test(text) && isHeaderOfCodes(text));
  if (!isHeader) return table;
  return { ...table, ...(table.layout !== "other" && { isHeadless: true }), header: first, rows };
}

/**
 * Gives a table without a header one where its contents leave no doubt: statuses or codes first, and at most two
 * columns that say what they mean.
 */
export function withImpliedHeader(table: PageTable): PageTable {
  const { header, rows } = table;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (header || rows.length < 2 || width < 2 || width > 3) return table;
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map((row) => (row[index] ? textOf(row[index]) : "")),
  );
  const [codes = [], second = []] = columns;
  const areStatuses = codes.every((code) => isLikelyStatus(code) && code.length === 3);
  const areCodes = codes.every((code) => isOwnCode(code) && (isIdentifier(code) || /[0-9]/.test(code)));
  if (!areStatuses && !areCodes) return table;
  const isMessage = width === 3 || arePhrasesOf(second, codes);
  const headers = [
    areStatuses ? "Status Code" : "Error Code",
    ...(isMessage ? ["Message"] : []),
    ...(width === 3 || !isMessage ? ["Description"] : []),
  ];
  const cells = headers.map((text) => ({
    blocks: [{ type: "paragraph" as const, children: [{ type: "text" as const, value: text }] }],
    lines: table.lines,
    source: [text],
  }));
  return { ...table, isHeaderImplied: true, header: cells };
}

function isHeaderOfCodes(text: string): boolean {
  const kind = codeHeader(text);
  return kind !== undefined && kind !== "error" && kind !== "name";
}

/** Finds out what a table holds, from its headers and its contents, unless somebody says it. */
export function recogniseTable(table: PageTable, given?: GivenRoles): RecognisedTable {
  const columns = columnsOf(table);
  if (!columns) return other("it has no header row");
  const headers = columns.map((column) => column.header);
  const found = findCodes(columns);
  const said = given?.(headers, !("reason" in found));
  if (said) return withGivenRoles(headers, columns, said);
  if ("reason" in found) return { kind: "other", ...found };
  return { kind: found.kind, headers, roles: rolesOf(columns, found) };
}

/** Roles of which a table of status codes has no column. */
const errorRoles = pageFields.flatMap(({ name, kinds }): ColumnRole[] =>
  kinds.some((kind) => kind === "status-codes") ? [] : [name],
);

function withGivenRoles(
  headers: readonly string[],
  columns: readonly TableColumn[],
  { roles, kind }: NonNullable<ReturnType<GivenRoles>>,
): RecognisedTable {
  if (roles.length !== headers.length)
    return other(`it has ${headers.length} columns, but ${roles.length} roles were given`);
  const twice = roles.find((role, index) => role !== "other" && roles.indexOf(role) !== index);
  if (twice) return other(`the role ${twice} was given to two columns`);
  if (roles.includes("codeAndMessage") && (roles.includes("code") || roles.includes("message")))
    return other("the role codeAndMessage was given together with code or message");
  const code = columns[roles.findIndex((role) => role === "code" || role === "codeAndMessage")];
  if (!code) return other("none of the given roles is the code");
  const isStatus = share(code.cells, isStatusCell) > 0.5 && !roles.some((role) => errorRoles.includes(role));
  return { kind: kind ?? (isStatus ? "status-codes" : "error-codes"), headers, roles };
}

function rolesOf(columns: readonly TableColumn[], { kind, code, status }: FoundCodes): ColumnRole[] {
  const codes = columns[code]?.cells ?? [];
  const isMerged = kind === "status-codes" && share(codes, isStatusWithPhrase) > 0.5;
  const hasPhrases = kind === "status-codes" && !isMerged && columns.length > 2;
  const message = hasPhrases
    ? columns.findIndex(({ cells }, index) => index !== code && arePhrasesOf(cells, codes))
    : -1;
  return assignRoles(columns, kind, (index) => {
    if (index === code) return isMerged ? "codeAndMessage" : "code";
    if (index === status) return "status";
    return index === message ? "message" : undefined;
  });
}

function other(reason: string): OtherTable {
  return { kind: "other", reason, isDoubtful: false };
}
