import type { Entry, Table } from "../catalogue/catalogue.js";
import type { SpecEntry } from "../spec/definition.js";
import type { EntryPlace } from "../spec/salvageSpec.js";
import type { Path } from "../spec/yamlSource.js";
import type { CheckedSpec } from "./rule.js";

/** An entry as the spec has it and as the catalogue has it, and its place in the spec. */
export interface PlacedEntry {
  readonly path: Path;
  /** @internal */
  readonly spec: SpecEntry;
  readonly entry: Entry;
  readonly table: Table;
  /**
   * Fields that could not be read, for which a finding exists already.
   *
   * @internal
   */
  readonly unread: EntryPlace["unread"];
}

/** Every entry of every table of a spec, in the file's order. */
export function* entriesOf(checked: CheckedSpec): Generator<PlacedEntry> {
  const { spec, service, indexes } = checked;
  for (const [tableIndex, table] of service.tables.entries()) {
    const places = indexes[tableIndex];
    for (const [entryIndex, entry] of table.entries.entries()) {
      const specEntry = spec.tables[tableIndex]?.entries[entryIndex];
      const place = places?.entries[entryIndex];
      if (!specEntry || !places || place === undefined) continue;
      const path = ["tables", places.table, "entries", place.index];
      yield { path, spec: specEntry, entry, table, unread: place.unread };
    }
  }
}

/** Tells whether the entry's name is what it will be, once all of the entry can be read. */
export function hasItsName({ spec, table, unread }: PlacedEntry): boolean {
  if (unread.includes("name")) return false;
  return spec.name !== undefined || table.names === "code" || !unread.includes("message");
}

/** Where the name of an entry comes from: its `name:`, else its code. */
export function pathOfName({ path, spec }: PlacedEntry): Path {
  return [...path, spec.name === undefined ? "code" : "name"];
}
