import { mkdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { ComparedFile } from "./compareOutput.js";
import { bothManifests, manifestPath } from "./manifest.js";

/** What a run changes in the output folder; paths below it. */
export interface OutputChanges {
  readonly written: readonly ComparedFile[];
  readonly removed: readonly ComparedFile[];
  readonly unchanged: readonly ComparedFile[];
  /** Left as they are: nothing says that this tool wrote them. */
  readonly kept: readonly ComparedFile[];
}

/** What has to be written and removed: only files that differ, and only files that are ours. */
export function planChanges(files: readonly ComparedFile[]): OutputChanges {
  return {
    written: files.filter(({ state }) => state === "missing" || state === "stale" || state === "edited"),
    removed: files.filter(({ state, isOwned }) => state === "orphaned" && isOwned),
    unchanged: files.filter(({ state }) => state === "current"),
    kept: files.filter(({ state, isOwned }) => state === "notOwned" || (state === "orphaned" && !isOwned)),
  };
}

/**
 * Makes the changes. Each file is replaced as a whole or not at all. While it lasts, the manifest
 * says what was and what will be, so that the next run knows every file of one that was cut off.
 */
export async function writeChanges(folder: string, { written, removed }: OutputChanges): Promise<void> {
  const manifest = written.find(({ path }) => path === manifestPath);
  if (manifest?.expected !== undefined) {
    await writeFile(folder, manifestPath, bothManifests(manifest.actual ?? "", manifest.expected));
  }
  for (const { path } of removed) await removeFile(folder, path);
  for (const { path, expected } of written) {
    if (expected !== undefined && path !== manifestPath) await writeFile(folder, path, expected);
  }
  if (manifest?.expected !== undefined) await writeFile(folder, manifestPath, manifest.expected);
}

async function writeFile(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFileAtomic(join(folder, path), text);
}

/** Removes a file, and the folders that it leaves empty. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path));
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    try {
      await rmdir(join(folder, parent));
    } catch {
      return;
    }
  }
}
