import type { Spec, SpecTable } from "../spec/definition.js";
import type { Path } from "../spec/yamlSource.js";
import type { Row } from "./rowsOf.js";
import type { MatchedRows } from "./matchRows.js";
import { matchTables } from "./matchTables.js";

/** Two things that belong together in two specs: all but the tables, a table without its rows, or a row. */
export interface SpecPart {
  readonly before: object;
  readonly after: object;
  /** The old spec with no other tables or rows than the part's own. */
  readonly spec: Spec;
  /** Where the part is in `spec`. */
  readonly pathInSpec: Path;
  /** Where the part is in the new spec. */
  readonly path: Path;
  /** The new row, where the part is a row. */
  readonly row?: Row;
}

/** The parts that both specs have; tables and rows that only one of them has are left out. */
export function specParts(before: Spec, after: Spec, rows: MatchedRows["pairs"]): SpecPart[] {
  return [
    { before: withoutTables(before), after: withoutTables(after), spec: before, pathInSpec: [], path: [] },
    ...matchTables(before.tables, after.tables, rows).flatMap(([old, now]) =>
      tablePart(before, before.tables[old], after.tables[now], now),
    ),
    ...rows.flatMap(([old, now]) => rowPart(before, after, old, now)),
  ];
}

function withoutTables(spec: Spec): object {
  return { ...spec, tables: undefined };
}

function tablePart(
  spec: Spec,
  before: SpecTable | undefined,
  after: SpecTable | undefined,
  place: number,
): SpecPart[] {
  if (!before || !after) return [];
  return [
    {
      before: { ...before, entries: undefined },
      after: { ...after, entries: undefined },
      spec: { ...spec, tables: [before] },
      pathInSpec: ["tables", 0],
      path: ["tables", place],
    },
  ];
}

function rowPart(before: Spec, after: Spec, { place: old }: Row, row: Row): SpecPart[] {
  const { table, entry } = row.place;
  const tableBefore = before.tables[old.table];
  const [entryBefore, entryAfter] = [tableBefore?.entries[old.entry], after.tables[table]?.entries[entry]];
  if (!tableBefore || !entryBefore || !entryAfter) return [];
  return [
    {
      before: entryBefore,
      after: entryAfter,
      spec: { ...before, tables: [withOneEntry(tableBefore, old.entry)] },
      pathInSpec: ["tables", 0, "entries", 0],
      path: ["tables", table, "entries", entry],
      row,
    },
  ];
}

function withOneEntry(table: SpecTable, index: number): SpecTable {
  return table.kind === "status-codes"
    ? { ...table, entries: table.entries.slice(index, index + 1) }
    : { ...table, entries: table.entries.slice(index, index + 1) };
}
