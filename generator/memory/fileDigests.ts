import { lstatSync, type Stats } from "node:fs";

/** The digest of a file's text, and what changes whenever the file does: inode, size and both times. */
type Line = readonly [path: string, digest: string, ...stamp: Stamp];
type Stamp = readonly [inode: number, size: number, modified: number, changed: number];

/** Disks keep times by the hundredth of a second, some by two seconds: a later change may look the same. */
const coarsest = 2_000;

/**
 * The digests of files, which are read again only if they have been touched. Nothing is remembered of a link,
 * nor of a file that was changed so shortly before this run that one more change could look the same.
 */
export class FileDigests {
  readonly #began = Date.now();
  readonly #known: ReadonlyMap<string, Line>;
  readonly #seen = new Map<string, Line>();
  #isNew = false;

  constructor(lines: readonly unknown[]) {
    this.#known = new Map((lines as readonly Line[]).map((line) => [line[0], line]));
  }

  /** @param read gives the digest of a file that has to be read; `undefined` if it cannot be told */
  of(path: string, read: () => string | undefined): string | undefined {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    const known = this.#known.get(path);
    if (known && stats && isSame(known, stats)) {
      this.#seen.set(path, known);
      return known[1];
    }
    const digest = read();
    if (digest !== undefined && stats?.isFile() && stats.ctimeMs < this.#began - coarsest) {
      this.#seen.set(path, [path, digest, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs]);
      this.#isNew = true;
    }
    return digest;
  }

  /** What the next run is to remember; nothing where that is what this one did. */
  lines(): Iterable<Line> | undefined {
    return this.#isNew ? this.#seen.values() : undefined;
  }
}

function isSame([, , inode, size, modified, changed]: Line, stats: Stats): boolean {
  return (
    stats.ctimeMs === changed && stats.mtimeMs === modified && stats.size === size && stats.ino === inode
  );
}
