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
import {
  type PageSpec,
  serviceSaidIn,
  type Spec,
  type SpecEntry,
  type SpecTable,
} from "../spec/definition.js";
import { markdownToText } from "../markdown/parseMarkdown.js";
import type {
  Column,
  Entry,
  ErrorCodeEntry,
  Page,
  PageService,
  ServiceHead,
  SpecService,
  StatusCodeEntry,
  Table,
} from "./catalogue.js";
import { headOf } from "./conventions.js";
import { cellOf, columnsOf } from "./columnsOf.js";
import { continuedCells } from "./continuedCells.js";
import { nameFromCode, nameFromMessage, statusCodeName } from "./names.js";
import { wholeNumber } from "./wholeNumber.js";

/** What the vendor writes in a cell to say that there is nothing to say. */
const dash = "-";

/** What entries are made of beside what their spec says. */
interface Making {
  readonly head: ServiceHead;
  readonly fields: readonly Field[];
  readonly page?: Page;
}

/**
 * What one validated spec says of its service. A name that cannot be made is `""`, and a column of unknown role has
 * none: rules report both.
 *
 * @param head what all specs of the service say of it; by default, what this one does
 */
export function buildService(
  spec: PageSpec,
  specFile: string,
  fields?: readonly Field[],
  head?: ServiceHead,
): PageService;
export function buildService(
  spec: Spec,
  specFile: string,
  fields?: readonly Field[],
  head?: ServiceHead,
): SpecService;
export function buildService(
  spec: Spec,
  specFile: string,
  fields: readonly Field[] = builtInFields,
  head: ServiceHead = headOf([serviceSaidIn(spec)]),
): SpecService {
  const page = spec.page && buildPage(spec.page);
  const making = { head, fields, ...(page && { page }) };
  return {
    ...head,
    specFile,
    fields,
    ...(page && { page }),
    tables: spec.tables.map((table) => buildTable(table, making)),
  };
}

function buildPage(page: PageSpec["page"]): Page {
  return {
    id: page.id,
    label: page.label ?? page.id,
    title: page.title,
    ...(page.format !== undefined && { format: page.format }),
    ...(page.source !== undefined && { source: page.source }),
    ...(page.permalink !== undefined && { permalink: page.permalink }),
    ...(page.digest && { digest: page.digest }),
    ...(page.top !== undefined && { top: page.top.trimEnd() }),
    ...(page.after && { after: page.after.trimEnd() }),
  };
}

function buildTable(table: SpecTable, making: Making): Table {
  const { head, page } = making;
  const names = table.names ?? head.names ?? (table.kind === "status-codes" ? "message" : "code");
  const columns = columnsOf(table, page !== undefined);
  const { label } = table;
  const isWholeLabel = label?.includes("__") === true || page === undefined;
  const base = {
    ...(table.before && { before: table.before.trimEnd() }),
    ...(table.section && { section: table.section }),
    ...(table.item && { item: table.item }),
    ...(label && { label: isWholeLabel ? label : `${page.id}__${label}` }),
    ...(table.title && { title: table.title }),
    ...(table.headless && { isHeadless: true }),
    ...(table.number && { number: Number(table.number) }),
    ...(table.indent && { indent: Number(table.indent) }),
    ...(table.lead && { lead: table.lead.trimEnd() }),
    names,
    columns,
  };
  const entryMaking = { ...making, names, columns };
  return table.kind === "status-codes"
    ? {
        kind: table.kind,
        ...base,
        entries: asOnPage(
          table.entries.map((entry) => buildStatusCode(entry, entryMaking)),
          columns,
          table,
        ),
      }
    : {
        kind: table.kind,
        ...base,
        entries: asOnPage(
          table.entries.map((entry) => buildErrorCode(entry, entryMaking, table.values)),
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

function buildStatusCode(
  entry: Extract<SpecTable, { kind: "status-codes" }>["entries"][number],
  making: EntryMaking,
): StatusCodeEntry {
  const { head, names } = making;
  const values = (entry.code.match(/[1-5][0-9]{2}/g) ?? []).map(Number);
  const said = fieldValues("status-codes", entry, making.fields);
  const name =
    names === "code"
      ? nameFromCode(entry.code, head.case)
      : statusCodeName(entry.code, said.message, head.case);
  return {
    kind: "status-code",
    code: entry.code.replaceAll("*", ""),
    values,
    name: values.length === 1 ? (entry.name ?? name) : "",
    ...said,
    ...(said.replacedBy !== undefined && { replacedBy: Number(said.replacedBy) }),
    ...shared(entry, making),
  };
}

/** A code as it is on the wire; a rule reports what is no number but should be. */
function onWire(code: string, values: "text" | "number" | undefined): string | number {
  return values === "number" ? (wholeNumber(code) ?? code) : code;
}

function buildErrorCode(
  entry: Extract<SpecTable, { kind: "error-codes" }>["entries"][number],
  making: EntryMaking,
  values: "text" | "number" | undefined,
): ErrorCodeEntry {
  const { head, names } = making;
  const said = fieldValues("error-codes", entry, making.fields);
  const name =
    names === "message" && said.message !== undefined ? nameFromMessage(said.message, head.case) : "";
  return {
    kind: "error-code",
    code: entry.code,
    value: onWire(entry.code, values),
    name: isDash(entry.code) ? "" : (entry.name ?? (name || nameFromCode(entry.code, head.case))),
    ...said,
    ...(said.replacedBy !== undefined && { replacedBy: onWire(String(said.replacedBy), values) }),
    ...shared(entry, making),
  };
}

interface EntryMaking extends Making {
  readonly names: Table["names"];
  readonly columns: readonly Column[];
}

function shared(entry: SpecEntry, { columns, page }: EntryMaking) {
  const other = Object.entries(entry.other ?? {}).map(([header, text]) => [header, text.trimEnd()] as const);
  return {
    ...(entry.retired && { retired: entry.retired }),
    other: Object.fromEntries(other),
    ...(page && { page }),
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
