import { type Data, isData } from "./isData.js";
import { type Field, fieldsOf, pageFields, type TableKind } from "./fields.js";
import { defineSpec, pageDefinition, serviceDefinition, type Spec, type SpecTable } from "./definition.js";

/**
 * What can be read of a spec that has mistakes in its shape, so that one run finds the other
 * mistakes too. What is wrong is left out or, where the spec language needs it, stood in for;
 * `indexes` tells which tables and entries of the file are left.
 */
export interface SalvagedSpec {
  readonly spec: Spec;
  readonly indexes: SpecIndexes;
}

/** Per table that is left: where it and its entries are in the file, and what could not be read. */
export type SpecIndexes = readonly TablePlace[];

interface TablePlace {
  /** The table's index in the file. */
  readonly table: number;
  /** Whether the table's columns are stood in for. */
  readonly lacksColumns: boolean;
  readonly entries: readonly EntryPlace[];
}

/** Where an entry is in its table, and which of its fields could not be read. */
export interface EntryPlace {
  readonly index: number;
  readonly unread: readonly string[];
}

/** A text that stands in for one that cannot be read. */
export const unread = "?";

const standIns = {
  description: unread,
  page: { id: "page", title: unread },
} as const;

/** The indexes of a spec that has everything; a field that is an alias is there without a value. */
export function allIndexes({ tables }: Spec): SpecIndexes {
  return tables.map(({ entries }, table) => ({
    table,
    lacksColumns: false,
    entries: entries.map((entry, index) => ({ index, unread: valueless(entry) })),
  }));
}

/** Salvages a spec; `id` stands in for the service's id. Answers `undefined` where nothing is left. */
export function salvageSpec(data: unknown, id: string, fields?: readonly Field[]): SalvagedSpec | undefined {
  if (!isData(data) || !Array.isArray(data["tables"])) return undefined;
  const indexes: TablePlace[] = [];
  const tables: SpecTable[] = [];
  for (const [index, table] of data["tables"].entries()) {
    const salvaged = salvageTable(table, fields);
    if (!salvaged) continue;
    tables.push(salvaged.table);
    indexes.push({ ...salvaged.place, table: index });
  }
  if (tables.length === 0) return undefined;
  const page = pageDefinition.safeParse(data["page"]);
  const spec = {
    service: salvageService(data["service"], id),
    ...(data["page"] !== undefined && { page: page.success ? page.data : standIns.page }),
    tables,
  };
  return { spec, indexes };
}

function salvageService(service: unknown, id: string): Spec["service"] {
  const standIn = { id, name: unread, prefix: id };
  const known = isData(service) ? { id: service["id"], name: unread } : {};
  const found = [service, known]
    .map((each) => serviceDefinition.safeParse(each))
    .find(({ success }) => success);
  if (found?.data) return found.data;
  const reference = defineSpec().shape.service.safeParse(service);
  return reference.success ? reference.data : standIn;
}

function salvageTable(
  table: unknown,
  fields?: readonly Field[],
): { table: SpecTable; place: Omit<TablePlace, "table"> } | undefined {
  const kind = isData(table) ? table["kind"] : undefined;
  if (!isData(table) || (kind !== "status-codes" && kind !== "error-codes")) return undefined;

  const parse = (columns: unknown, entry: unknown) =>
    defineSpec(fields).shape.tables.safeParse([{ kind, columns, entries: [entry] }]);
  const hasColumns = parse(table["columns"], { code: "200", description: "?" }).success;
  const columns = hasColumns ? table["columns"] : allColumns(kind);
  const written: unknown[] = Array.isArray(table["entries"]) ? table["entries"] : [];
  const kept = written.flatMap((entry, index) => {
    const salvaged = salvageEntry(entry, (each) => parse(columns, each));
    return salvaged === undefined ? [] : [{ data: salvaged.data, place: { index, unread: salvaged.unread } }];
  });
  return {
    table: { kind, columns, ...conventionsOf(table), entries: kept.map(({ data }) => data) } as SpecTable,
    place: { lacksColumns: !hasColumns, entries: kept.map(({ place }) => place) },
  };
}

/** What decides on the names and values of the entries. */
function conventionsOf({ names, values }: Data): Data {
  return {
    ...((names === "message" || names === "code") && { names }),
    ...(values === "number" && { values }),
  };
}

/** A column for each field. */
function allColumns(kind: TableKind): SpecTable["columns"] {
  return ["code", ...fieldsOf(kind, pageFields).map(({ name }) => name)].map((role) => ({ [role]: role }));
}

function salvageEntry(
  entry: unknown,
  parse: (entry: unknown) => ReturnType<ReturnType<typeof defineSpec>["shape"]["tables"]["safeParse"]>,
): { data: Data; unread: readonly string[] } | undefined {
  if (!isData(entry)) return undefined;
  const result = parse(entry);
  if (result.success) return { data: entry, unread: valueless(entry) };
  const repaired: Record<string, unknown> = { ...entry };
  const wrong = [...result.error.issues.flatMap(wrongFields), ...valueless(entry)];
  for (const field of wrong) Reflect.deleteProperty(repaired, field);
  const described = { description: standIns.description, ...repaired };
  return parse(described).success ? { data: described, unread: [...wrong, "description"] } : undefined;
}

/** The fields of the entry that an issue is about; the path to it is `0, entries, 0, field`. */
function wrongFields(issue: { path: PropertyKey[]; keys?: unknown }): readonly string[] {
  const field = issue.path[3];
  if (field !== undefined) return [String(field)];
  return Array.isArray(issue.keys) ? issue.keys.map(String) : [];
}

function valueless(entry: object): readonly string[] {
  return Object.entries(entry).flatMap(([field, value]) => (value === undefined ? [field] : []));
}
