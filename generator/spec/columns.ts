import { pageFields, type TableKind } from "./fields.js";
import { headerWords } from "./headerWords.js";

/**
 * What a column of a code table can hold. `codeAndMessage` is one column for both, as in
 * `404 Not Found`; `other` is any column that has no role of its own.
 */
export const columnRoles = [
  "code",
  "codeAndMessage",
  ...pageFields.map(({ name }) => name),
  "other",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

const solutions = [
  "Solution",
  "Handling Measure",
  "Measure",
  "Troubleshooting",
  "Resolution",
  "Remedy",
  "Remediation",
  "Recommended Action",
  "Suggested Action",
  "Corrective Action",
  "User Action",
  "Action",
  "Recommendation",
  "Suggestion",
  "Workaround",
  "Fix",
  "How to Fix",
  "What to Do",
] as const;

const descriptions = [
  "Description",
  "Error Description",
  "Meaning",
  "Definition",
  "Explanation",
  "Details",
  "Error Details",
  "Cause",
  "Possible Cause",
  "Error Cause",
  "Reason",
  "What It Means",
  "What's Wrong",
  "Remarks",
  "Comment",
] as const;

/**
 * Headers that tell their role, per kind of table. Where several columns of a table could have one role, the
 * header that is listed first has it.
 */
export const knownHeaders: Readonly<
  Record<TableKind, Readonly<Partial<Record<ColumnRole, readonly string[]>>>>
> = {
  "status-codes": {
    code: [
      "Status Code",
      "HTTP Status Code",
      "HTTP Status",
      "HTTP Code",
      "Response Code",
      "HTTP Response Code",
      "HTTP Return Code",
      "HTTP Error Code",
      "Returned Value",
      "Return Value",
      "Return Code",
      "Status Value",
      "Code",
      "HTTP",
    ],
    codeAndMessage: ["Status Code & Message", "Code & Message", "Status Code & Reason Phrase"],
    message: [
      "Message",
      "Status Message",
      "Response Message",
      "Error Message",
      "Reason Phrase",
      "Phrase",
      "Status Text",
      "Status Name",
      "Status",
      "Name",
      "Text",
      "Error",
    ],
    description: descriptions,
    solution: solutions,
  },
  "error-codes": {
    code: ["Error Code", "Code"],
    status: [
      "Status Code",
      "HTTP Status Code",
      "HTTP Status",
      "HTTP Code",
      "Response Code",
      "HTTP Response Code",
      "HTTP Return Code",
      "HTTP Error Code",
      "HTTP",
    ],
    module: ["Module", "Component", "Subsystem", "Category", "Error Category"],
    message: [
      "Message",
      "Error Message",
      "Error Information",
      "Error Info",
      "Error Text",
      "Message Text",
      "Response Message",
      "Returned Message",
      "Return Message",
      "Reason Phrase",
      "Error",
      "Error Name",
      "Name",
      "Symbol",
      "Constant",
      "Exception",
      "Text",
    ],
    description: descriptions,
    solution: solutions,
  },
};

/** What a known header tells. */
interface KnownHeader {
  readonly role: ColumnRole;
  /** Its place among the known headers: the lesser it is, the more the header has a right to the role. */
  readonly rank: number;
}

const byWords = {
  "status-codes": headersByWords("status-codes"),
  "error-codes": headersByWords("error-codes"),
};

function headersByWords(kind: TableKind): ReadonlyMap<string, KnownHeader> {
  const known = columnRoles.flatMap((role) =>
    (knownHeaders[kind][role] ?? []).map((header) => ({ role, words: headerWords(header) })),
  );
  return new Map(known.map(({ role, words }, rank) => [words, { role, rank }]));
}

/** What a column's header tells, or `undefined` where it is not known. */
export function knownHeader(kind: TableKind, header: string): KnownHeader | undefined {
  return byWords[kind].get(headerWords(header));
}

/**
 * The role that a column's header tells, or `undefined` where it tells none.
 *
 * @example columnRole("error-codes", "Handling Measures") // "solution"
 */
export function columnRole(kind: TableKind, header: string): ColumnRole | undefined {
  return knownHeader(kind, header)?.role;
}
