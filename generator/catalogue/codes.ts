import { isDash } from "../spec/isDash.js";
import type { Entry, ErrorCodeEntry, Service, StatusCodeEntry, Table } from "./catalogue.js";
import { type NameCase, nameFromCode, statusCodeName } from "./names.js";

/** An HTTP status code with all its entries: the page may list it in several tables. */
export interface StatusCode {
  readonly code: string;
  readonly value: number;
  readonly name: string;
  /** The message, as plain text; absent if the page has none. */
  readonly message?: string;
  /** The description, as Markdown. */
  readonly description: string;
  readonly entries: readonly [StatusCodeEntry, ...StatusCodeEntry[]];
}

/** The HTTP status codes of a service, over all its tables, in numeric order, each code once. */
export function statusCodesOf(service: Tables): readonly StatusCode[] {
  const known = knownCodes.get(service) ?? collectedCodes(service);
  knownCodes.set(service, known);
  return known;
}

/** Everything that is made of a service asks for its codes. */
const knownCodes = new WeakMap<Tables, readonly StatusCode[]>();

/** The tables of a service, or of one of its specs, and how the codes in them are named. */
type Tables = Pick<Service, "tables" | "case">;

function collectedCodes({ tables, case: nameCase }: Tables): StatusCode[] {
  const codes = new Map<
    number,
    { names: Table["names"]; entries: [StatusCodeEntry, ...StatusCodeEntry[]] }
  >();
  for (const { kind, names, entries } of tables) {
    if (kind !== "status-codes") continue;
    for (const entry of entries) {
      for (const value of entry.values) {
        const known = codes.get(value);
        if (known) known.entries.push(entry);
        else codes.set(value, { names, entries: [entry] });
      }
    }
  }
  return [...codes]
    .map(([value, { names, entries }]) => statusCode(value, names, nameCase, entries))
    .sort((a, b) => a.value - b.value);
}

function statusCode(
  value: number,
  names: Table["names"],
  nameCase: NameCase,
  entries: StatusCode["entries"],
): StatusCode {
  const code = String(value);
  const own = entries.find(({ values }) => values.length === 1);
  const { message } = entries.find((entry) => entry.message !== undefined) ?? {};
  return {
    code,
    value,
    name:
      own?.name ??
      (names === "code" ? nameFromCode(code, nameCase) : statusCodeName(code, undefined, nameCase)),
    ...(message !== undefined && { message }),
    // Several pages may say the same.
    description: [...new Set(entries.map(({ description }) => description))].join("\n\n"),
    entries,
  };
}

/** An error code with all its entries: the page may list it under several modules or statuses. */
export interface ErrorCode {
  readonly code: string;
  /** The code as it is on the wire. */
  readonly value: string | number;
  readonly name: string;
  readonly entries: readonly [ErrorCodeEntry, ...ErrorCodeEntry[]];
}

/**
 * The error codes of a service, over all its tables, in the page's order, each code once. A row that has a dash for
 * its code is about all others, and is none.
 */
export function errorCodesOf({ tables }: Pick<Service, "tables">): ErrorCode[] {
  type Collected = Omit<ErrorCode, "entries"> & { entries: [ErrorCodeEntry, ...ErrorCodeEntry[]] };
  const codes = new Map<string | number, Collected>();
  for (const table of tables) {
    if (table.kind !== "error-codes") continue;
    for (const entry of table.entries) {
      if (isDash(entry.code)) continue;
      const { code, value, name } = entry;
      const known = codes.get(value);
      if (known) known.entries.push(entry);
      else codes.set(value, { code, value, name, entries: [entry] });
    }
  }
  return [...codes.values()];
}

/** The HTTP statuses that come with an error code, in the page's order; none for `4xx`. */
export function statusesOf(entry: Entry): number[] {
  return entry.kind === "error-code" ? (entry.status?.match(/[1-5][0-9]{2}/g) ?? []).map(Number) : [];
}
