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
 * What runs remember of a project, as lines of plain data in files of a few names. It is for one key: a run
 * with another one finds nothing, and so does a run for which a file is damaged.
 */
export interface Memory {
  /** The lines of a file; none where there is nothing of use. */
  recall(name: string): unknown[];
  /** Replaces a file; where that fails, the next run has more to do. */
  remember(name: string, lines: Iterable<unknown>): void;
}

const nothing: Memory = { recall: () => [], remember: () => undefined };

/**
 * The memory of a project, in the `node_modules` that it uses: no commit and no package takes it along. A
 * project without one remembers nothing.
 *
 * @param keyOf gives all that decides what a run makes, specs and output aside; asked only where it is needed
 * @param isOff whether nothing is to be recalled or remembered
 */
export function openMemory(project: string, keyOf: () => string, isOff: boolean): Memory {
  const folder = isOff ? undefined : memoryFolder(project);
  if (folder === undefined || !isFolderOfItsOwn(folder)) return nothing;
  const key = keyOf();
  return {
    recall: (name) => readLines(folder, name, key) ?? [],
    remember: (name, lines) => {
      writeLines(folder, name, key, lines);
    },
  };
}

/** Where a project's memory is, whether there is something in it or not. */
export function memoryFolder(project: string): string | undefined {
  const root = resolve(project);
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) {
      const id = createHash("sha256").update(root).digest("hex").slice(0, 16);
      return join(modules, ".cache", "statusgen", id);
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** Whether no link leads elsewhere on the way from `node_modules` to the memory. */
function isFolderOfItsOwn(folder: string): boolean {
  try {
    const folders = [dirname(dirname(folder)), dirname(folder), folder];
    return folders.every((path) => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? true);
  } catch {
    return false;
  }
}

function readLines(folder: string, name: string, key: string): unknown[] | undefined {
  try {
    const path = join(folder, name);
    // A pipe would be waited for.
    if (!lstatSync(path).isFile()) return undefined;
    const bytes = readFileSync(path);
    const lastLine = bytes.lastIndexOf("\n") + 1;
    const hash = hashFor(key).update(bytes.subarray(0, lastLine));
    if (bytes.toString("latin1", lastLine) !== hash.digest("hex")) return undefined;
    const lines = bytes.toString("utf8", 0, lastLine - 1).split("\n");
    return lines.map((line): unknown => JSON.parse(line));
  } catch {
    return undefined;
  }
}

function writeLines(folder: string, name: string, key: string, lines: Iterable<unknown>): void {
  const aside = join(folder, `${name}.${process.pid}`);
  const hash = hashFor(key);
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(aside, { force: true });
    const file = openSync(aside, "wx");
    try {
      for (const text of inPieces(lines)) {
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

/** About this many characters are written at once: all at once would take memory, each by itself time. */
const piece = 100_000;

function* inPieces(lines: Iterable<unknown>): Generator<string> {
  let text = "";
  for (const line of lines) {
    text += `${JSON.stringify(line)}\n`;
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
