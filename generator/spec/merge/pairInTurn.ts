import { groupBy } from "./groupBy.js";

/** What a spec had, and what it is on the page now. */
export type Pair<Item> = readonly [was: Item, now: Item];

/** Pairs items of the same key, the first with the first, the second with the second, and so on. */
export function pairInTurn<Item>(
  was: readonly Item[],
  now: readonly Item[],
  keyOf: (item: Item) => string,
): Pair<Item>[] {
  const old = groupBy(was, keyOf);
  return [...groupBy(now, keyOf)].flatMap(([key, items]) => {
    const same = old.get(key) ?? [];
    return items.flatMap((item, index): Pair<Item>[] => (same[index] ? [[same[index], item]] : []));
  });
}
