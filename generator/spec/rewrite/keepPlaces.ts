/** What has a place in a new list: its own item, or one that only the old list has. */
export type Placed = { readonly item: number } | { readonly left: number };

/**
 * The places of a new list's items, and among them of the old list's items that the new one lacks: each
 * stays behind the one that it was behind.
 *
 * @param length how many items the old list has
 * @param from for each item of the new list the index that it had in the old one
 * @example keepPlaces(3, [2, 0]) // [{ item: 0 }, { item: 1 }, { left: 1 }]
 */
export function keepPlaces(length: number, from: readonly (number | undefined)[]): Placed[] {
  const isInNew = new Set(from);
  const first: Placed[] = [];
  const behind = new Map<number | undefined, Placed[]>();
  let last = first;
  for (let index = 0; index < length; index++) {
    if (isInNew.has(index)) behind.set(index, (last = []));
    else last.push({ left: index });
  }
  return [...first, ...from.flatMap((index, item) => [{ item }, ...(behind.get(index) ?? [])])];
}
