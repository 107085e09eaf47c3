import type { Row } from "./rowsOf.js";

/** Rows of one code on either side: the same row, or one that is only there on one side. */
export interface MatchedRows {
  /** In the order of the new side. */
  readonly pairs: readonly (readonly [before: Row, after: Row])[];
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

/**
 * Matches rows by their codes. Of a code that has several rows, those that say the same belong together;
 * then those that are between the same of these, so that a row more does not shift those below it; then
 * the others in their order. Only fields that both sides have columns for count.
 */
export function matchRows(before: readonly Row[], after: readonly Row[]): MatchedRows {
  const shared = sharedFields(before, after);
  const matches = new Map<Row, Row>();
  // By hash, not by search: a page may list one code thousands of times.
  const saysTheSame = ({ code, fields }: Row) =>
    JSON.stringify([code, ...shared.map((field) => fields.get(field)?.text ?? "")]);
  matchBy(() => saysTheSame);
  matchBy(gapOf);
  matchBy(
    () =>
      ({ code }) =>
        code,
  );

  function matchBy(keys: (rows: readonly Row[], matched: ReadonlySet<Row>) => (row: Row) => string): void {
    const [matchedBefore, matchedAfter] = [new Set(matches.values()), new Set(matches.keys())];
    const left = queues(
      after.filter((row) => !matchedAfter.has(row)),
      keys(after, matchedAfter),
    );
    const keyOf = keys(before, matchedBefore);
    for (const row of before) {
      if (matchedBefore.has(row)) continue;
      const match = left.get(keyOf(row))?.next().value;
      if (match) matches.set(match, row);
    }
  }

  const matchedBefore = new Set(matches.values());
  return {
    pairs: after.flatMap((row) => {
      const match = matches.get(row);
      return match ? [[match, row] as const] : [];
    }),
    removed: before.filter((row) => !matchedBefore.has(row)),
    added: after.filter((row) => !matches.has(row)),
  };
}

/** A row's code, and how many matched rows of that code are above it. */
function gapOf(rows: readonly Row[], matched: ReadonlySet<Row>): (row: Row) => string {
  const above = new Map<string, number>();
  const gaps = new Map<Row, string>();
  for (const row of rows) {
    const count = above.get(row.code) ?? 0;
    if (matched.has(row)) above.set(row.code, count + 1);
    gaps.set(row, `${count} ${row.code}`);
  }
  return (row) => gaps.get(row) ?? row.code;
}

/** The rows of each key, to be taken from the front. */
function queues(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Iterator<Row, undefined>> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return new Map([...groups].map(([key, group]) => [key, group.values()]));
}

/** The fields that are in rows of both sides, or that have a column there with nothing in it. */
export function sharedFields(before: readonly Row[], after: readonly Row[]): string[] {
  const [first, second] = [fieldsIn(before), fieldsIn(after)];
  return [...first].filter((field) => second.has(field));
}

function fieldsIn(rows: readonly Row[]): Set<string> {
  const tables = new Set(rows.map(({ table }) => table));
  const columns = [...tables].flatMap((table) => table.columns);
  return new Set([
    ...columns.flatMap(({ role, header }) => (role === undefined || role === "other" ? header : role)),
    ...rows.flatMap(({ fields }) => [...fields.keys()]),
  ]);
}
