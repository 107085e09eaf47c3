import { type Spec, specDefinition, type SpecTable } from "./definition.js";
import type { Path } from "./yamlSource.js";

/**
 * What can be read of a spec that has mistakes in its shape, so that one run finds the other
 * mistakes too. What is wrong is left out or, where the spec language needs it, stood in for;
 * `indexes` tells which tables and entries of the file are left.
 */
export interface SalvagedSpec {
  readonly spec: Spec;
  readonly indexes: SpecIndexes;
}

/** Per table that is left: its index in the file, and the indexes of its entries. */
export type SpecIndexes = readonly { readonly table: number; readonly entries: readonly number[] }[];

type Data = Record<string, unknown>;

const standIns = {
  description: "?",
  page: { id: "page", title: "?" },
  columns: {
    "status-codes": ["Status Code", "Message", "Description"],
    "error-codes": ["Status Code", "Error Code", "Module", "Message", "Description", "Solution"],
  },
} as const;

/** The indexes of a spec that has everything. */
export function allIndexes({ tables }: Spec): SpecIndexes {
  return tables.map(({ entries }, table) => ({ table, entries: entries.map((_, index) => index) }));
}

/** Salvages a spec; `id` stands in for the service's id. Answers `undefined` where nothing is left. */
export function salvageSpec(data: unknown, id: string): SalvagedSpec | undefined {
  if (!isData(data) || !Array.isArray(data["tables"])) return undefined;
  const page = standIns.page;
  const indexes: { table: number; entries: readonly number[] }[] = [];
  const tables: SpecTable[] = [];
  for (const [index, table] of data["tables"].entries()) {
    const salvaged = salvageTable(table, page);
    if (!salvaged) continue;
    tables.push(salvaged.table);
    indexes.push({ table: index, entries: salvaged.entries });
  }
  const head = specDefinition
    .omit({ tables: true })
    .safeParse({ service: data["service"], page: data["page"] });
  const { service, page: pageHead } = head.success ? head.data : { service: { id, name: "?" }, page };
  return tables.length === 0 ? undefined : { spec: { service, page: pageHead, tables }, indexes };
}

function salvageTable(
  table: unknown,
  page: Spec["page"],
): { table: SpecTable; entries: readonly number[] } | undefined {
  if (!isData(table) || !Array.isArray(table["entries"])) return undefined;
  const kind = table["kind"];
  if (kind !== "status-codes" && kind !== "error-codes") return undefined;

  const parse = (columns: unknown, entry: unknown) =>
    specDefinition.safeParse({
      service: { id: "id", name: "?" },
      page,
      tables: [{ kind, columns, entries: [entry] }],
    });
  const columns = parse(table["columns"], { code: "200", description: "?" }).success
    ? table["columns"]
    : standIns.columns[kind];
  const kept = table["entries"].flatMap((entry: unknown, index) => {
    const salvaged = salvageEntry(entry, (each) => parse(columns, each));
    return salvaged === undefined ? [] : [{ entry: salvaged, index }];
  });
  const spec = { kind, columns, entries: kept.map(({ entry }) => entry) } as SpecTable;
  return kept.length === 0 ? undefined : { table: spec, entries: kept.map(({ index }) => index) };
}

function salvageEntry(
  entry: unknown,
  parse: (entry: unknown) => ReturnType<typeof specDefinition.safeParse>,
): unknown {
  if (!isData(entry)) return undefined;
  const result = parse(entry);
  if (result.success) return entry;
  const mended: Data = { ...entry };
  for (const issue of result.error.issues) {
    for (const field of wrongFields(issue)) Reflect.deleteProperty(mended, field);
  }
  mended["description"] ??= standIns.description;
  return parse(mended).success ? mended : undefined;
}

/** The fields of the entry that an issue is about; the path to it is `tables, 0, entries, 0, field`. */
function wrongFields(issue: { path: PropertyKey[]; keys?: unknown }): Path {
  const field = issue.path[4];
  if (field !== undefined) return [String(field)];
  return Array.isArray(issue.keys) ? issue.keys.map(String) : [];
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
