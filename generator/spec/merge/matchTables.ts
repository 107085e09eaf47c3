import { groupBy } from "./groupBy.js";
import { type Pair, pairInTurn } from "./pairInTurn.js";
import type { TableRows } from "./tableRows.js";

/** A table with its index, and what it says: how much each fact weighs. */
interface Candidate {
  readonly index: number;
  readonly kind: string;
  readonly facts: ReadonlyMap<string, number>;
}

/**
 * Finds for each table of a page the one that it was: of the same kind, that with most rows in common,
 * else the next that is left.
 *
 * @returns the index of the table that it was; `undefined` where it is new
 */
export function matchTables(was: readonly TableRows[], now: readonly TableRows[]): (number | undefined)[] {
  const [before, after] = [was.map(candidateOf), now.map(candidateOf)];
  const found = new Map<Candidate, Candidate>();
  const taken = new Set<Candidate>();
  for (const pairUp of [equalPairs, closestPairs, pairsInOrder]) {
    const left = before.filter((table) => !taken.has(table));
    const missing = after.filter((table) => !found.has(table));
    for (const [old, read] of pairUp(left, missing)) {
      if (found.has(read) || taken.has(old)) continue;
      found.set(read, old);
      taken.add(old);
    }
  }
  return after.map((table) => found.get(table)?.index);
}

/** What the texts of a table itself weigh: they decide between tables with as many rows in common. */
const weightOfHead = 1e-6;

function candidateOf({ kind, head, rows }: TableRows, index: number): Candidate {
  const facts = new Map<string, number>();
  const add = (weight: number, ...fact: readonly string[]) => {
    const key = JSON.stringify([kind, ...fact]);
    facts.set(key, (facts.get(key) ?? 0) + weight);
  };
  for (const { code, texts } of rows) {
    add(1, code);
    for (const [field, text] of texts) add(1, code, field, text);
  }
  for (const [field, text] of head) add(weightOfHead, "", field, text);
  return { index, kind, facts };
}

function equalPairs(was: readonly Candidate[], now: readonly Candidate[]): Pair<Candidate>[] {
  return pairInTurn(was, now, ({ facts }) => JSON.stringify([...facts].sort()));
}

/** Above this, tables are not compared: no page has a thousand, all of them changed. */
const mostCompared = 1_000_000;

/** All pairs that have something in common, those with most first. */
function closestPairs(was: readonly Candidate[], now: readonly Candidate[]): Pair<Candidate>[] {
  if (was.length * now.length > mostCompared) return [];
  const facts = was.flatMap((table) => [...table.facts].map(([fact, weight]) => ({ fact, weight, table })));
  const having = groupBy(facts, ({ fact }) => fact);
  const pairs = now.flatMap((read) => {
    const common = new Map<Candidate, number>();
    for (const [fact, weight] of read.facts) {
      for (const { table, weight: weightBefore } of having.get(fact) ?? [])
        common.set(table, (common.get(table) ?? 0) + Math.min(weight, weightBefore));
    }
    return [...common].map(([table, weight]) => ({ table, read, weight }));
  });
  return pairs
    .sort((a, b) => b.weight - a.weight || a.read.index - b.read.index || a.table.index - b.table.index)
    .map(({ table, read }) => [table, read]);
}

function pairsInOrder(was: readonly Candidate[], now: readonly Candidate[]): Pair<Candidate>[] {
  return pairInTurn(was, now, ({ kind }) => kind);
}
