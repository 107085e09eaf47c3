import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
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

function idOf(project: string): string {
  return createHash("sha256").update(project).digest("hex").slice(0, 16);
}

/** What was remembered under a name and for a key; nothing where it is for another, damaged, or not there. */
export function readCache(folder: string, name: string, key: string): unknown {
  try {
    const bytes = readFileSync(join(folder, name));
    const headEnd = bytes.indexOf("\n");
    const data = bytes.subarray(headEnd + 1);
    const isWhole = bytes.toString("latin1", 0, headEnd) === headOf(key, data);
    return isWhole ? JSON.parse(data.toString()) : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers data; where that fails, the next run has more to do. */
export function writeCache(folder: string, name: string, key: string, data: unknown): void {
  const aside = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const bytes = Buffer.from(JSON.stringify(data));
    writeFileSync(aside, `${headOf(key, bytes)}\n`);
    appendFileSync(aside, bytes);
    renameSync(aside, join(folder, name));
  } catch {
    rmSync(aside, { force: true });
  }
}

/** Tells a file that is whole, and for this key. */
function headOf(key: string, data: Uint8Array): string {
  return createHash("sha256").update(`${key}\n`).update(data).digest("hex");
}
