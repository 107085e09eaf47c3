import { lstatSync, type Stats, statSync } from "node:fs";

/** What changes whenever a file or a folder does: inode, size, when its content and when it itself was changed. */
export type Stamp = readonly [inode: number, size: number, modified: number, changed: number];

/** Disks keep times by the hundredth of a second, some by two seconds: a later change may look the same. */
const coarsest = 2_000;

/**
 * The stamp of what is at a path and was read since `began`.
 *
 * @returns nothing where it was changed since, or so shortly before that a change since could look the same
 */
export function stampOf(path: string, began: number, followsLinks: boolean): Stamp | undefined {
  const stats = statsOf(path, followsLinks);
  if (!stats || stats.ctimeMs >= began - coarsest) return undefined;
  return [stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs];
}

/** What is at a path. */
export function statsOf(path: string, followsLinks: boolean): Stats | undefined {
  const options = { throwIfNoEntry: false } as const;
  return followsLinks ? statSync(path, options) : lstatSync(path, options);
}
