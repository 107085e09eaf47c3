import { columnRole } from "../spec/columns.js";
import type { TableKind } from "../spec/fields.js";
import { isAboutAnything, isAboutCodes } from "./assignRoles.js";
import {
  arePhrasesOf,
  isIdentifier,
  isLikelyStatus,
  isOwnCode,
  isStatusCell,
  isStatusWithItsPhrase,
  isWordyCode,
  numberIn,
  share,
} from "./codeCell.js";
import { type CodeHeader, isOtherSubject } from "./codeHeader.js";
import type { TableColumn } from "./tableColumn.js";

/** Which columns of a table hold its codes, and the HTTP statuses beside them. */
export interface FoundCodes {
  readonly kind: TableKind;
  readonly code: number;
  readonly status?: number;
}

/** A column that could hold the codes, and what speaks against it, if anything does. */
interface Candidate {
  readonly column: TableColumn;
  /** Says which cell, as a rule. */
  readonly objection: string | undefined;
}

/** Why no column holds codes, and whether the header of one looks as if it did. */
interface NoCodes {
  readonly reason: string;
  readonly isDoubtful: boolean;
}

/** Finds the column of codes: of error codes, whose headers have an order of precedence, else of HTTP statuses. */
export function findCodes(columns: readonly TableColumn[]): FoundCodes | NoCodes {
  const statuses = statusColumn(columns);
  const candidates = [...errorCandidates(columns, statuses), ...statusCandidates(columns, statuses)];
  const found = candidates.find(({ objection }) => objection === undefined);
  if (!found) {
    const [closest] = candidates;
    return { reason: closest?.objection ?? withoutCandidate(columns), isDoubtful: closest !== undefined };
  }
  const code = columns.indexOf(found.column);
  if (found.column !== statuses)
    return { kind: "error-codes", code, ...(statuses && { status: columns.indexOf(statuses) }) };
  return { kind: areErrorCodes(statuses, columns) ? "error-codes" : "status-codes", code };
}

/** Headers over HTTP statuses, the surest first. */
const statusHeaders: readonly CodeHeader[] = [
  "http",
  "status code",
  "status",
  "answer code",
  "code",
  "error code",
];

/** The column that most surely holds HTTP statuses. */
function statusColumn(columns: readonly TableColumn[]): TableColumn | undefined {
  const withStatuses = statusHeaders.flatMap((kind) => columnsHeaded(columns, kind)).filter(holdsStatuses);
  const proven = columns.find(
    ({ kind, cells }) => kind !== "other" && share(cells, isStatusWithItsPhrase) > 0.5,
  );
  return withStatuses[0] ?? proven;
}

function holdsStatuses({ kind, cells }: TableColumn): boolean {
  const isSure = kind === "http" || kind === "status code";
  return share(cells, isSure ? isStatusCell : isLikelyStatus) > 0.5;
}

function columnsHeaded(columns: readonly TableColumn[], ...kinds: readonly CodeHeader[]): TableColumn[] {
  return columns.filter(({ kind }) => kind !== undefined && kinds.includes(kind));
}

/** Columns that could hold error codes, in their order of precedence. */
function errorCandidates(columns: readonly TableColumn[], statuses: TableColumn | undefined): Candidate[] {
  const rest = columns.filter((column) => column !== statuses);
  const headed = (kinds: readonly CodeHeader[], objectionTo: (column: TableColumn) => string | undefined) =>
    columnsHeaded(rest, ...kinds).map((column) => ({ column, objection: objectionTo(column) }));
  const named = (column: TableColumn, isName: (cell: string) => boolean) =>
    objectionToCells(column, isName) ?? objectionToPhrases(column, statuses);

  const errorCodes = headed(["error code"], (column) => objectionToCells(column, isWordyCode));
  const errors = headed(["error"], (column) => named(column, statuses ? isOwnCode : isIdentifier));
  const codes = headed(["code", "answer code", "status code"], (column) =>
    objectionToCodes(column, columns, statuses),
  );
  if (!statuses) return [...errorCodes, ...codes, ...errors];
  const isHeadedCode = columnsHeaded(columns, "code", "error code").length > 0;
  // What succeeds has a name, too: that of an operation.
  const areErrors = share(statuses.cells, (cell) => /^[3-5]/.test(cell)) > 0.5;
  return [
    ...errorCodes,
    ...errors,
    ...codes,
    ...headed(["status"], (column) => named(column, isIdentifier)),
    ...(!isHeadedCode && areErrors ? headed(["name"], (column) => named(column, isIdentifier)) : []),
  ];
}

function statusCandidates(columns: readonly TableColumn[], statuses: TableColumn | undefined): Candidate[] {
  if (statuses) return [{ column: statuses, objection: objectionToPlace(statuses, columns) }];
  return columnsHeaded(columns, "http", "status", "error code").map((column) => ({
    column,
    objection: objectionToCells(column, isStatusCell),
  }));
}

/**
 * Numbers that look like statuses are error codes where a name of its own is beside each, or where others among
 * them can be no status, unless the header says that they are statuses.
 */
function areErrorCodes(statuses: TableColumn, columns: readonly TableColumn[]): boolean {
  const { kind } = statuses;
  if (kind !== "code" && kind !== "answer code" && kind !== "error code") return false;
  const isNamed = columns.some(
    (column) =>
      column !== statuses &&
      (columnRole("error-codes", column.header) === "message" || column.kind === "status") &&
      share(column.cells, isIdentifier) > 0.5 &&
      !arePhrasesOf(column.cells, statuses.cells),
  );
  return isNamed || statuses.cells.some((cell) => !isStatusCell(cell) && numberIn(cell) !== undefined);
}

/** What speaks against codes below a header that does not say whether they are of errors. */
function objectionToCodes(
  column: TableColumn,
  columns: readonly TableColumn[],
  statuses: TableColumn | undefined,
): string | undefined {
  const place = column.kind === "code" ? objectionToPlace(column, columns) : undefined;
  const objection = objectionToCells(column, isOwnCode) ?? place ?? objectionToPhrases(column, statuses);
  if (objection !== undefined) return objection;
  const isNamed = columns.some(({ cells }) => share(cells, isIdentifier) > 0.5);
  const numbers = column.cells.map(numberIn);
  const mayBeExitCodes = numbers.every((number) => number === undefined || Math.abs(number) <= 255);
  return mayBeExitCodes && !isNamed && share(column.cells, (cell) => numberIn(cell) !== undefined) > 0.5
    ? `"${column.header}" has only numbers up to 255, such as ${quotedCell(column, 0)}, like a process's exit codes`
    : undefined;
}

/**
 * A code says nothing beside columns that are about something else, such as the names of countries; nor does
 * one behind such a column, as in `Product`, `Code`, `Description`.
 */
function objectionToPlace(column: TableColumn, columns: readonly TableColumn[]): string | undefined {
  const beside = columns.filter((each) => each !== column);
  const other = column.kind === "code" && beside.find(({ header }) => isOtherSubject(header));
  if (other)
    return `"${column.header}" has ${quotedCell(column, 0)}, next to "${other.header}", which has codes of its own`;
  const isFirst = column === columns[0];
  const areStatuses = holdsStatuses(column);
  const isExplained = beside.some(
    ({ header, kind }) =>
      kind === "http" ||
      kind === "status" ||
      kind === "error" ||
      (isAboutCodes(header) && (isFirst || areStatuses || !isAboutAnything(header))),
  );
  if ((isFirst && areStatuses) || isExplained) return undefined;
  const headers = beside.map(({ header }) => `"${header}"`).join(", ");
  return `no column other than "${column.header}" says what its codes mean: ${headers}`;
}

function objectionToCells(column: TableColumn, isCode: (cell: string) => boolean): string | undefined {
  if (column.cells.length === 0) return `"${column.header}" has no text in any row`;
  if (share(column.cells, isCode) > 0.5) return undefined;
  const at = column.cells.findIndex((cell) => !isCode(cell));
  return `"${column.header}" has ${quotedCell(column, at)}, which does not look like a code`;
}

function objectionToPhrases(column: TableColumn, statuses: TableColumn | undefined): string | undefined {
  const isError = column.kind === "error" && !column.cells.some((cell) => cell.includes(" "));
  return statuses && !isError && arePhrasesOf(column.cells, statuses.cells)
    ? `"${column.header}" has ${quotedCell(column, 0)}, which is the phrase of a status`
    : undefined;
}

function withoutCandidate(columns: readonly TableColumn[]): string {
  const other = columns.find(({ kind, cells }) => kind === "other" && cells.length > 0);
  if (other) return `"${other.header}" heads codes of another kind, such as ${quotedCell(other, 0)}`;
  const headers = columns.map(({ header }) => `"${header}"`).join(", ");
  return `none of its columns holds codes: ${headers}`;
}

/** What a cell says, and where it is. */
function quotedCell({ cells, lines }: TableColumn, index: number): string {
  const cell = cells[index] ?? "";
  const text = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  return `"${text}" in line ${lines[index] ?? 0}`;
}
