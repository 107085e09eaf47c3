import { setImmediate } from "node:timers/promises";

/** How long work goes on before others may have a turn, in milliseconds. */
const slice = 100;

/**
 * Does something with each item. Small files are read and written one after the other several times
 * faster than all at once; in between, timers run, since a run has to renew its lock.
 */
export async function inSlices<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  let begun = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - begun < slice) continue;
    await setImmediate();
    begun = performance.now();
  }
}
