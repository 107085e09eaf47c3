import { groupBy } from "./groupBy.js";
import { normalText } from "./normalText.js";
import { type Pair, pairInTurn } from "./pairInTurn.js";
import type { Row, TableRows, Texts } from "./tableRows.js";

/** Where an entry is in a spec: the index of its table, and its own in the table. */
export interface EntryPlace {
  readonly table: number;
  readonly entry: number;
}

interface PlacedRow extends EntryPlace {
  readonly kind: string;
  readonly row: Row;
}

/**
 * Finds for each entry of a page the one that it was: of those with its code in its table, the one that
 * says most of the same. What is left on both sides is looked for in the other tables, so that a row that
 * the page moves keeps what people said of it.
 *
 * @param tables for each table of the page the index of the one that it was
 * @returns for each table and entry of the page where the entry was; `undefined` where it is new
 */
export function matchEntries(
  was: readonly TableRows[],
  now: readonly TableRows[],
  tables: readonly (number | undefined)[],
): (EntryPlace | undefined)[][] {
  const [before, after] = [placed(was), placed(now)];
  const inTables = tables.flatMap((table, index) =>
    table === undefined ? [] : pairsByCode(before[table] ?? [], after[index] ?? [], closestPairs),
  );
  const matched = new Set(inTables.flat());
  const isLeft = (each: PlacedRow) => !matched.has(each);
  const [left, missing] = [before.flat().filter(isLeft), after.flat().filter(isLeft)];
  const elsewhere = [
    // An error code means the same in every table, a status code only where its texts do.
    ...pairsByCode(left.filter(isErrorCode), missing.filter(isErrorCode), closestPairs),
    ...pairsByCode(left.filter(isStatusCode), missing.filter(isStatusCode), equalPairs),
  ];
  const found = new Map([...inTables, ...elsewhere].map(([old, read]) => [read, old]));
  return after.map((rows) => rows.map((row) => found.get(row)));
}

function placed(tables: readonly TableRows[]): PlacedRow[][] {
  return tables.map(({ kind, rows }, table) => rows.map((row, entry) => ({ kind, row, table, entry })));
}

function isErrorCode({ kind }: PlacedRow): boolean {
  return kind === "error-codes";
}

function isStatusCode({ kind }: PlacedRow): boolean {
  return kind === "status-codes";
}

function pairsByCode(
  was: readonly PlacedRow[],
  now: readonly PlacedRow[],
  pairUp: (was: readonly PlacedRow[], now: readonly PlacedRow[]) => Pair<PlacedRow>[],
): Pair<PlacedRow>[] {
  const old = groupBy(was, ({ row }) => row.code);
  return [...groupBy(now, ({ row }) => row.code)].flatMap(([code, rows]) =>
    pairUp(old.get(code) ?? [], rows),
  );
}

/** Pairs that say exactly the same, in order. */
function equalPairs(was: readonly PlacedRow[], now: readonly PlacedRow[]): Pair<PlacedRow>[] {
  return pairInTurn(liveFirst(was), now, ({ row }) => JSON.stringify([...row.texts].sort()));
}

/** Pairs that say the same, then those of the others that have most in common, then the rest in order. */
function closestPairs(was: readonly PlacedRow[], now: readonly PlacedRow[]): Pair<PlacedRow>[] {
  const equal = equalPairs(was, now);
  const matched = new Set(equal.flat());
  const isLeft = (each: PlacedRow) => !matched.has(each);
  return [...equal, ...similarPairs(liveFirst(was).filter(isLeft), now.filter(isLeft))];
}

/** Above this, pairs are not compared but taken in order: a thousand rows of one code, all of them changed. */
const mostCompared = 1_000_000;

function similarPairs(was: readonly PlacedRow[], now: readonly PlacedRow[]): Pair<PlacedRow>[] {
  const count = was.length * now.length;
  if (count <= 1 || count > mostCompared) return pairInTurn(was, now, () => "");
  const old = was.map(({ row }) => normalTexts(row));
  const common = now.map(({ row }) => {
    const texts = normalTexts(row);
    return old.map((each) => inCommon(each, texts));
  });
  const pairs: Pair<PlacedRow>[] = [];
  const matched = new Set<PlacedRow>();
  for (const wanted of [...new Set(common.flat())].sort((a, b) => b - a)) {
    for (const [index, row] of now.entries()) {
      if (matched.has(row)) continue;
      const closest = was.find((each, place) => common[index]?.[place] === wanted && !matched.has(each));
      if (!closest) continue;
      pairs.push([closest, row]);
      matched.add(closest).add(row);
    }
  }
  return pairs;
}

/** Retired rows come last: among equals, it is the live one that the page still has. */
function liveFirst(rows: readonly PlacedRow[]): PlacedRow[] {
  return rows.toSorted((a, b) => Number(a.row.isRetired) - Number(b.row.isRetired));
}

function normalTexts({ texts }: Row): Texts {
  return new Map(
    [...texts].map(([field, text]) => [field, normalText(field.split(" ", 1)[0] ?? field, text)]),
  );
}

function inCommon(a: Texts, b: Texts): number {
  let count = 0;
  for (const [field, text] of a) if (b.get(field) === text) count++;
  return count;
}
