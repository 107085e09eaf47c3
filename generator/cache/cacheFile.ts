import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * The folder for what runs remember of a project: in the `node_modules` that the project uses, where
 * no commit and no package takes it along. Without one, nothing is remembered.
 */
export function cacheFolderOf(project: string): string | undefined {
  const root = resolve(project);
  for (let folder = root; ; folder = dirname(folder)) {
    const modules = join(folder, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "statusgen", sha256(root).slice(0, 16));
    if (folder === dirname(folder)) return undefined;
  }
}

/** What was remembered under a name and for a key; nothing where it is for another, damaged, or not there. */
export function readCache(folder: string, name: string, key: string): unknown {
  try {
    const text = readFileSync(join(folder, name), "utf8");
    const headEnd = text.indexOf("\n");
    const data = text.slice(headEnd + 1);
    return text.slice(0, headEnd) === headOf(key, data) ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers data; where that fails, the next run has more to do. */
export function writeCache(folder: string, name: string, key: string, data: unknown): void {
  const aside = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    const text = JSON.stringify(data);
    writeFileSync(aside, `${headOf(key, text)}\n${text}`);
    renameSync(aside, join(folder, name));
  } catch {
    rmSync(aside, { force: true });
  }
}

function headOf(key: string, data: string): string {
  return sha256(`${key}\n${data}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
