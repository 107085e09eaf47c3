/**
 * What a column of a code table can hold. `codeAndMessage` is one column for both, as in
 * `404 Not Found`; `other` is any column that has no role of its own.
 */
export const columnRoles = [
  "code",
  "codeAndMessage",
  "status",
  "module",
  "message",
  "description",
  "solution",
  "other",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

export type TableKind = "status-codes" | "error-codes";

/** Headers that tell their role, per kind of table, in lower case. */
const knownHeaders = {
  "status-codes": {
    code: ["status code", "status codes", "http status code", "code"],
    codeAndMessage: ["status code & message"],
    message: ["message", "status", "reason phrase"],
    description: ["description", "meaning"],
  },
  "error-codes": {
    code: ["error code", "error codes", "code"],
    status: ["status code", "http status code", "response code"],
    module: ["module"],
    message: ["message", "error message", "error information"],
    description: ["description", "error description"],
    solution: ["solution", "handling measure", "troubleshooting"],
  },
} as const satisfies Record<string, Partial<Record<ColumnRole, readonly string[]>>>;

/**
 * The role that a column's header tells, or `undefined` where it tells none.
 *
 * @example columnRole("error-codes", "Handling Measure") // "solution"
 */
export function columnRole(kind: TableKind, header: string): ColumnRole | undefined {
  const wanted = header.trim().toLowerCase();
  const roles: Partial<Record<ColumnRole, readonly string[]>> = knownHeaders[kind];
  return columnRoles.find((role) => roles[role]?.includes(wanted));
}
