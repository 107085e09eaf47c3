import { columnRole, columnRoles, knownHeaders } from "../spec/columns.js";
import type { SpecColumn, SpecEntry, SpecTable } from "../spec/definition.js";
import { deviationsOf } from "../spec/deviationsOf.js";
import { booleanWords, fieldsOf, pageFields } from "../spec/fields.js";
import type { Column } from "./catalogue.js";

/** The columns of a table: those that its spec gives, or else, without a page, one for each field of its entries. */
export function columnsOf(table: SpecTable, hasPage: boolean): Column[] {
  const columns = table.columns ?? (hasPage ? [] : columnsOfFields(table));
  return columns.map((column) => buildColumn(column, table.kind));
}

/** A column for each thing that an entry of a table says. */
function columnsOfFields({ kind, entries }: SpecTable): SpecColumn[] {
  const isSaid = (field: string) => entries.some((entry) => Object.hasOwn(entry, field));
  const roles = columnRoles.filter(
    (role) => role === "code" || fieldsOf(kind, pageFields).some(({ name }) => name === role),
  );
  const others = new Set(entries.flatMap(({ other = {} }) => Object.keys(other)));
  return [
    ...roles
      .filter((role) => role === "code" || isSaid(role))
      .map((role) => ({ [role]: knownHeaders[kind][role]?.[0] ?? role })),
    ...[...others].map((header) => ({ other: header })),
  ];
}

function buildColumn(column: SpecColumn, kind: SpecTable["kind"]): Column {
  if (typeof column === "string") {
    const role = columnRole(kind, column);
    return { ...(role && { role }), header: column };
  }
  // A role whose header is an alias has none.
  const role = Object.keys(column).find((each) => column[each] !== undefined) ?? "other";
  return { role, header: column[role] ?? "" };
}

/** What the vendor's page has in one cell: the spec's text, or the original that it deviates from. */
export function cellOf(entry: SpecEntry, { role, header }: Column): string {
  const texts: Readonly<Record<string, unknown>> = { ...entry, ...originals(entry) };
  const text = (field: string) => {
    const value = texts[field];
    if (typeof value === "boolean") return booleanWords[value ? 0 : 1] ?? "";
    return typeof value === "string" ? value.trimEnd() : "";
  };
  if (role === "codeAndMessage") return `${text("code")} ${text("message")}`.trimEnd();
  if (role !== "other") return text(role ?? "");
  // A header may be the name of something that every object has, such as `constructor`.
  const others = new Map(Object.entries(entry.other ?? {}));
  return (others.get(header) ?? "").trimEnd();
}

function originals(entry: SpecEntry): Record<string, string> {
  return Object.fromEntries(deviationsOf(entry).map(({ field, original }) => [field, original]));
}
