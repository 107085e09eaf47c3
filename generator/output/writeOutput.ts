import { mkdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { lock } from "proper-lockfile";
import writeFileAtomic from "write-file-atomic";
import type { ComparedFile } from "./compareOutput.js";
import { manifestPath } from "./manifest.js";

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
 * Makes the changes. Each file is replaced as a whole or not at all. The manifest goes between
 * removing and writing, so that a run that is cut off leaves no file that the next does not know.
 */
export async function writeChanges(folder: string, { written, removed }: OutputChanges): Promise<void> {
  for (const { path } of removed) await removeFile(folder, path);
  const manifestFirst = [...written].sort(
    (a, b) => Number(b.path === manifestPath) - Number(a.path === manifestPath),
  );
  for (const { path, expected } of manifestFirst) {
    if (expected === undefined) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFileAtomic(join(folder, path), expected);
  }
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

/** Runs `task` while no other run works on the same output folder; waits up to ten seconds for it. */
export async function withOutputLock<Result>(folder: string, task: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(folder), { recursive: true });
  const release = await lock(folder, {
    realpath: false,
    lockfilePath: `${folder}.lock`,
    retries: { retries: 40, minTimeout: 250, maxTimeout: 250, factor: 1 },
  });
  try {
    return await task();
  } finally {
    await release();
  }
}
