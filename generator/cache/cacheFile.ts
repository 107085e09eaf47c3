import { createHash, type Hash } from "node:crypto";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * The folder for what runs remember of a project: in the `node_modules` that the project uses, where
 * no commit and no package takes it along. Without one, nothing is remembered.
 */
export function cacheFolderOf(project: string): string | undefined {
  const root = resolve(project);
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "statusgen", idOf(root));
    if (folder === dirname(folder)) return undefined;
  }
}

/** What is remembered of a project, by names; without a folder for it, nothing. */
export interface Cache {
  read(name: string): unknown[];
  write(name: string, values: Iterable<unknown>): void;
}

/** The cache of a project for a key, which is asked for only where there can be one. */
export function openCache(project: string, keyOf: () => string): Cache {
  const folder = cacheFolderOf(project);
  if (folder === undefined || !isFolderOfItsOwn(folder)) return noCache;
  const key = keyOf();
  return {
    read: (name) => readCache(folder, name, key) ?? [],
    write(name, values) {
      writeCache(folder, name, key, values);
    },
  };
}

/** Whether no link leads elsewhere on the way from `node_modules` to the cache. */
function isFolderOfItsOwn(folder: string): boolean {
  try {
    const folders = [dirname(dirname(folder)), dirname(folder), folder];
    return folders.every((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true);
  } catch {
    return false;
  }
}

export const noCache: Cache = { read: () => [], write: () => undefined };

function idOf(project: string): string {
  return createHash("sha256").update(project).digest("hex").slice(0, 16);
}

/** The values remembered under a name and for a key; nothing where they are for another, damaged, or not there. */
export function readCache(folder: string, name: string, key: string): unknown[] | undefined {
  try {
    const path = join(folder, name);
    // A pipe would be waited for.
    if (!lstatSync(path).isFile()) return undefined;
    const bytes = readFileSync(path);
    const lastLine = bytes.lastIndexOf("\n") + 1;
    const hash = hashFor(key).update(bytes.subarray(0, lastLine));
    if (bytes.toString("latin1", lastLine) !== hash.digest("hex")) return undefined;
    return bytes
      .toString("utf8", 0, lastLine - 1)
      .split("\n")
      .map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Remembers values, each on a line of its own; where that fails, the next run has more to do. */
export function writeCache(folder: string, name: string, key: string, values: Iterable<unknown>): void {
  const aside = join(folder, `${name}.${process.pid}`);
  const hash = hashFor(key);
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(aside, { force: true });
    const file = openSync(aside, "wx");
    try {
      for (const text of inPieces(values)) {
        hash.update(text);
        writeSync(file, text);
      }
      writeSync(file, hash.digest("hex"));
    } finally {
      closeSync(file);
    }
    renameSync(aside, join(folder, name));
  } catch {
    removeIfThere(aside);
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that cannot be written holds nothing of ours.
  }
}

/** About this many signs are written at once: all at once would take memory, each by itself time. */
const piece = 100_000;

function* inPieces(values: Iterable<unknown>): Generator<string> {
  let text = "";
  for (const value of values) {
    text += `${JSON.stringify(value)}\n`;
    if (text.length < piece) continue;
    yield text;
    text = "";
  }
  yield text;
}

/** The last line of a file tells that it is whole, and for which key. */
function hashFor(key: string): Hash {
  return createHash("sha256").update(`${key}\n`);
}
