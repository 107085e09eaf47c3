import { columnRole, columnRoles } from "../spec/columns.js";
import {
  builtInFields,
  type Field,
  fieldsOf,
  type FieldValue,
  type FieldValues,
  type TableKind,
} from "../spec/fields.js";
import { isDash } from "../spec/isDash.js";
import { deviationsOf } from "../spec/deviationsOf.js";
import type { Spec, SpecColumn, SpecEntry, SpecTable } from "../spec/definition.js";
import { markdownToText } from "../markdown/parseMarkdown.js";
import type { Column, Entry, ErrorCodeEntry, Service, StatusCodeEntry, Table } from "./catalogue.js";
import { continuedCells } from "./continuedCells.js";
import { identifierFrom, nameFromCode, nameFromMessage, statusCodeName } from "./names.js";
import { wholeNumber } from "./wholeNumber.js";

/** What the vendor writes in a cell to say that there is nothing to say. */
const dash = "-";

/**
 * One service of the catalogue from one validated spec. A name that cannot be made is `""`, and a
 * column of unknown role has none: rules report both.
 */
export function buildService(
  spec: Spec,
  specFile: string,
  fields: readonly Field[] = builtInFields,
): Service {
  const { service, page } = spec;
  return {
    id: service.id,
    name: service.name,
    prefix: service.prefix ?? identifierFrom(service.id),
    specFile,
    fields,
    page: {
      id: page.id,
      label: page.label ?? page.id,
      title: page.title,
      ...(page.source !== undefined && { source: page.source }),
      ...(page.permalink !== undefined && { permalink: page.permalink }),
      ...(page.digest && { digest: page.digest }),
      ...(page.top !== undefined && { top: page.top.trimEnd() }),
      ...(page.after && { after: page.after.trimEnd() }),
    },
    tables: spec.tables.map((table) => {
      const names = table.names ?? service.names ?? (table.kind === "status-codes" ? "message" : "code");
      return buildTable({ ...table, names }, page.id, fields);
    }),
  };
}

type NamedTable = SpecTable & Pick<Table, "names">;

function buildTable(table: NamedTable, pageId: string, fields: readonly Field[]): Table {
  const columns = table.columns.map((column) => buildColumn(column, table.kind));
  const base = {
    ...(table.before && { before: table.before.trimEnd() }),
    ...(table.section && { section: table.section }),
    ...(table.item && { item: table.item }),
    ...(table.label && { label: table.label.includes("__") ? table.label : `${pageId}__${table.label}` }),
    ...(table.title && { title: table.title }),
    ...(table.headless && { isHeadless: true }),
    ...(table.number && { number: Number(table.number) }),
    ...(table.indent && { indent: Number(table.indent) }),
    ...(table.lead && { lead: table.lead.trimEnd() }),
    names: table.names,
    columns,
  };
  return table.kind === "status-codes"
    ? {
        kind: table.kind,
        ...base,
        entries: asOnPage(
          table.entries.map((entry) => buildStatusCode(entry, table.names, columns, fields)),
          columns,
          table,
        ),
      }
    : {
        kind: table.kind,
        ...base,
        entries: asOnPage(
          table.entries.map((entry) => buildErrorCode(entry, table, columns, fields)),
          columns,
          table,
        ),
      };
}

/** The entries with the cells blank that the page leaves blank, since they continue the row above. */
function asOnPage<Row extends Entry>(
  entries: readonly Row[],
  columns: readonly Column[],
  table: SpecTable,
): readonly Row[] {
  let lastOnPage: readonly string[] | undefined;
  return entries.map((entry, index) => {
    const isOnPage = entry.retired === undefined;
    const spans = { table: table.spans ?? [], row: table.entries[index]?.spans };
    const isBlank = continuedCells(entry.cells, isOnPage ? lastOnPage : undefined, columns, spans);
    if (isOnPage) lastOnPage = entry.cells;
    return { ...entry, cells: entry.cells.map((cell, column) => (isBlank[column] === true ? "" : cell)) };
  });
}

function buildColumn(column: SpecColumn, kind: SpecTable["kind"]): Column {
  if (typeof column === "string") {
    const role = columnRole(kind, column);
    return { ...(role && { role }), header: column };
  }
  // A role whose header is an alias has none.
  const role = columnRoles.find((each) => column[each] !== undefined) ?? "other";
  return { role, header: column[role] ?? "" };
}

function buildStatusCode(
  entry: Extract<SpecTable, { kind: "status-codes" }>["entries"][number],
  names: Table["names"],
  columns: readonly Column[],
  fields: readonly Field[],
): StatusCodeEntry {
  const values = (entry.code.match(/[1-5][0-9]{2}/g) ?? []).map(Number);
  const said = fieldValues("status-codes", entry, fields);
  const name = names === "code" ? nameFromCode(entry.code) : statusCodeName(entry.code, said.message);
  return {
    kind: "status-code",
    code: entry.code.replaceAll("*", ""),
    values,
    name: values.length === 1 ? (entry.name ?? name) : "",
    ...said,
    ...shared(entry, columns),
  };
}

function buildErrorCode(
  entry: Extract<SpecTable, { kind: "error-codes" }>["entries"][number],
  { names, values }: { readonly names: Table["names"]; readonly values?: "text" | "number" | undefined },
  columns: readonly Column[],
  fields: readonly Field[],
): ErrorCodeEntry {
  const said = fieldValues("error-codes", entry, fields);
  const name = names === "message" && said.message !== undefined ? nameFromMessage(said.message) : "";
  return {
    kind: "error-code",
    code: entry.code,
    // A rule reports what is no number.
    value: values === "number" ? (wholeNumber(entry.code) ?? entry.code) : entry.code,
    name: isDash(entry.code) ? "" : (entry.name ?? (name || nameFromCode(entry.code))),
    ...said,
    ...shared(entry, columns),
  };
}

function shared(entry: SpecEntry, columns: readonly Column[]) {
  const other = Object.entries(entry.other ?? {}).map(([header, text]) => [header, text.trimEnd()] as const);
  return {
    ...(entry.retired && { retired: entry.retired }),
    other: Object.fromEntries(other),
    deviations: deviationsOf(entry),
    cells: columns.map((column) => cellOf(entry, column)),
  } satisfies Partial<Entry>;
}

/** What the entry says in its fields; a field that must say something says nothing with an empty text. */
function fieldValues<Kind extends TableKind>(
  kind: Kind,
  entry: SpecEntry,
  fields: readonly Field[],
): FieldValues<Kind> {
  const written: Readonly<Record<string, unknown>> = entry;
  const values = fieldsOf(kind, fields).flatMap((field): [string, FieldValue][] => {
    const value = fieldValue(field, written[field.name]);
    if (value !== undefined) return [[field.name, value]];
    return field.required?.includes(kind) ? [[field.name, ""]] : [];
  });
  // The definition has validated each value by the same table.
  return Object.fromEntries(values) as FieldValues<Kind>;
}

function fieldValue({ type }: Field, written: unknown): FieldValue | undefined {
  if (typeof written === "boolean") return written;
  if (typeof written !== "string" || written.trim() === dash) return undefined;
  return type === "phrase" ? markdownToText(written) : written.trimEnd();
}

/** What the vendor's page has in one cell: the spec's text, or the original that it deviates from. */
function cellOf(entry: SpecEntry, { role, header }: Column): string {
  const texts: Readonly<Record<string, unknown>> = { ...entry, ...originals(entry) };
  const text = (field: string) => (typeof texts[field] === "string" ? texts[field].trimEnd() : "");
  if (role === "codeAndMessage") return `${text("code")} ${text("message")}`.trimEnd();
  if (role !== "other") return text(role ?? "");
  // A header may be the name of something that every object has, such as `constructor`.
  const others = new Map(Object.entries(entry.other ?? {}));
  return (others.get(header) ?? "").trimEnd();
}

function originals(entry: SpecEntry): Record<string, string> {
  return Object.fromEntries(deviationsOf(entry).map(({ field, original }) => [field, original]));
}
