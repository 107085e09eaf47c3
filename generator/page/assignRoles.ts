import { type ColumnRole, columnRole, knownHeader } from "../spec/columns.js";
import { builtInFields, type TableKind } from "../spec/fields.js";
import { headerWords } from "../spec/headerWords.js";
import type { TableColumn } from "./tableColumn.js";

/** Words in headers that hint at a role, where the header as a whole is not known. */
const hints: readonly (readonly [ColumnRole, RegExp])[] = [
  ["solution", /solution|measure|handling|troubleshoot|suggest|action|resol|remed|workaround|\bfix/i],
  ["message", /message|\binfo|\bmsg\b|prompt/i],
  ["description", /description|meaning|cause|reason|explanation|detail/i],
  ["module", /module|category/i],
];

/** Gives each column a role, each role but `other` once: first what is certain, then what headers say. */
export function assignRoles(
  columns: readonly TableColumn[],
  kind: TableKind,
  certain: (index: number) => ColumnRole | undefined,
): ColumnRole[] {
  const roles: (ColumnRole | undefined)[] = columns.map((_, index) => certain(index));
  const isMerged = roles.includes("codeAndMessage");
  const mayBeClaimed = (role: ColumnRole) => {
    if (roles.includes(role) || ["code", "codeAndMessage", "status"].includes(role)) return false;
    if (role === "message") return !isMerged;
    return builtInFields.some(({ name, kinds }) => name === role && kinds.some((of) => of === kind));
  };
  const claim = (role: ColumnRole, index: number) => {
    if (index >= 0 && roles[index] === undefined && mayBeClaimed(role)) roles[index] = role;
  };

  const known = columns.flatMap(({ header }, index) => {
    const told = knownHeader(kind, header);
    return told ? [{ ...told, index }] : [];
  });
  for (const { role, index } of known.sort((a, b) => a.rank - b.rank)) claim(role, index);
  for (const [index, { header }] of columns.entries()) {
    const hinted = hintedRole(header);
    if (hinted) claim(hinted, index);
  }
  if (kind === "error-codes") claim("message", columns.findIndex(isErrorName));
  claim("description", lastLeft(roles, kind));
  return roles.map((role) => role ?? "other");
}

/** What is last and not spoken for describes the code: of error codes, only what follows the code. */
function lastLeft(roles: readonly (ColumnRole | undefined)[], kind: TableKind): number {
  const last = roles.lastIndexOf(undefined);
  return kind === "status-codes" || last > roles.indexOf("code") ? last : -1;
}

function hintedRole(header: string): ColumnRole | undefined {
  return hints.find(([, hint]) => hint.test(header))?.[0];
}

/** An `Error Type` beside the code says what the error is called, unless it is a kind that many errors are of. */
function isErrorName({ kind, cells }: TableColumn): boolean {
  return kind === "error" && new Set(cells).size === cells.length;
}

/** Tells whether a header is as usual in other tables as in those of codes. */
export function isAboutAnything(header: string): boolean {
  return /^(?:description|detail|definition|name|text|remark|comment)$/.test(headerWords(header));
}

/** Tells whether a header says what its column tells of a code: a message, a description, a solution. */
export function isAboutCodes(header: string): boolean {
  const role = columnRole("error-codes", header) ?? hintedRole(header);
  return role === "message" || role === "description" || role === "solution";
}
