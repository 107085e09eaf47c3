import { join } from "node:path";
import type { ComparedFile, ComparedOutput } from "./compareOutput.js";
import { placesIn } from "./leadsOutside.js";
import { manifestPath } from "./manifest.js";
import { lockFolder, stagingFolder } from "./runFolders.js";
import { inSlices } from "./inSlices.js";
import { removeFile, removeFolder, type Staging } from "./staging.js";

/** The changes of a run; paths are relative to the output folder. */
export interface OutputChanges {
  /** Files that were missing, stale or edited. */
  readonly written: readonly ComparedFile[];
  /** Files that no spec produces any more. */
  readonly removed: readonly ComparedFile[];
  /** Files that were up to date. */
  readonly unchanged: readonly ComparedFile[];
  /** Left unchanged, because nothing shows that statusgen wrote them. */
  readonly kept: readonly ComparedFile[];
  /** Folders that are removed if they are empty, inner ones first. */
  readonly leftFolders: readonly string[];
}

/** What has to be written and removed: only files that differ, and only files that are ours. */
export function planChanges({ files, leftFolders }: ComparedOutput): OutputChanges {
  return {
    written: files.filter(({ state }) => state === "missing" || state === "stale" || state === "edited"),
    removed: files.filter(({ state, isOwned }) => state === "orphaned" && isOwned),
    unchanged: files.filter(({ state }) => state === "current"),
    kept: files.filter(({ state, isOwned }) => state === "notOwned" || (state === "orphaned" && !isOwned)),
    leftFolders,
  };
}

/**
 * Makes the changes. All that is new lies aside already, so that a full disk leaves the output as it
 * was; each file is moved to its place as a whole, the manifest last. Until then the new manifest lies
 * aside, and the next run knows every file of one that was cut off.
 *
 * @param signal says when to stop, since another run is at work
 */
export async function writeChanges(
  folder: string,
  { written, removed, leftFolders }: OutputChanges,
  staging: Staging,
  signal: AbortSignal,
): Promise<void> {
  const moved = written.filter(({ path }) => path !== manifestPath);
  const manifest = written.filter(({ path }) => path === manifestPath);
  const orphaned = removed.filter(({ path }) => !path.startsWith(`${stagingFolder}/`));
  const placeOf = placesIn(folder);
  const unlessLost = (work: (path: string) => void) => async (files: readonly ComparedFile[]) =>
    inSlices(files, ({ path }) => {
      signal.throwIfAborted();
      work(path);
    });
  await unlessLost((path) => {
    removeFile(placeOf(path));
  })(orphaned);
  await unlessLost((path) => {
    staging.moveTo(path);
  })(moved);
  removeFolders(folder, leftFolders);
  for (const { path } of manifest) staging.moveTo(path);
}

/** Removes those that are empty, as long as the manifest still tells of them. */
function removeFolders(folder: string, paths: readonly string[]): void {
  const empty = paths.filter((path) => path !== lockFolder && !`${path}/`.startsWith(`${stagingFolder}/`));
  for (const path of empty) removeFolder(join(folder, path));
}
