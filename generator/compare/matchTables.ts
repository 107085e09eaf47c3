import type { Table } from "../catalogue/catalogue.js";
import type { MatchedRows } from "./matchRows.js";

/** The places of two tables that belong together. */
export type TablePair = readonly [before: number, after: number];

/** Matches tables of one kind: first those that share most rows, then those left, in their order. */
export function matchTables(
  before: readonly Pick<Table, "kind">[],
  after: readonly Pick<Table, "kind">[],
  rows: MatchedRows["pairs"],
): TablePair[] {
  const matches = new Map<number, number>();
  const match = ([old, now]: TablePair) => {
    if (!matches.has(now) && ![...matches.values()].includes(old)) matches.set(now, old);
  };
  bySharedRows(rows).forEach(match);
  for (const [now, { kind }] of after.entries()) {
    const taken = new Set(matches.values());
    const old = before.findIndex((table, index) => table.kind === kind && !taken.has(index));
    if (old !== -1) match([old, now]);
  }
  return [...matches].map(([now, old]) => [old, now] as const).sort(([, a], [, b]) => a - b);
}

function bySharedRows(rows: MatchedRows["pairs"]): TablePair[] {
  const shared = new Map<string, { readonly pair: TablePair; count: number }>();
  for (const [{ place: old }, { place: now }] of rows) {
    const known = shared.get(`${old.table} ${now.table}`);
    if (known) known.count++;
    else shared.set(`${old.table} ${now.table}`, { pair: [old.table, now.table], count: 1 });
  }
  return [...shared.values()].sort((a, b) => b.count - a.count).map(({ pair }) => pair);
}
