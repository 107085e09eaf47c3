import type { Entry, Table } from "../catalogue/catalogue.js";
import type { SpecEntry } from "../spec/definition.js";
import type { Path } from "../spec/yamlSource.js";
import type { CheckedSpec } from "./rule.js";

/** An entry as the spec has it and as the catalogue has it, and its place in the spec. */
export interface PlacedEntry {
  readonly path: Path;
  readonly spec: SpecEntry;
  readonly entry: Entry;
  readonly table: Table;
}

/** Every entry of every table of a spec, in the file's order. */
export function* entriesOf({ spec, service, indexes }: CheckedSpec): Generator<PlacedEntry> {
  for (const [tableIndex, table] of service.tables.entries()) {
    const places = indexes[tableIndex];
    for (const [entryIndex, entry] of table.entries.entries()) {
      const specEntry = spec.tables[tableIndex]?.entries[entryIndex];
      const place = places?.entries[entryIndex];
      if (!specEntry || !places || place === undefined) continue;
      yield { path: ["tables", places.table, "entries", place], spec: specEntry, entry, table };
    }
  }
}

/** The Markdown texts of an entry, by field, with the path of each. */
export function* textsOf({
  path,
  spec,
}: PlacedEntry): Generator<{ path: Path; field: string; text: string }> {
  const { code: _code, name: _name, retired: _retired, deviations: _deviations, other, ...texts } = spec;
  for (const [field, text] of Object.entries(texts)) {
    if (text !== undefined) yield { path: [...path, field], field, text };
  }
  for (const [header, text] of Object.entries(other ?? {})) {
    yield { path: [...path, "other", header], field: header, text };
  }
}
