import { join } from "node:path";
import type { ComparedFile } from "./compareOutput.js";
import { placesIn } from "./leadsOutside.js";
import { manifestPath } from "./manifest.js";
import type { OutputChanges } from "./planChanges.js";
import { lockFolder, stagingFolder } from "./runFolders.js";
import { inSlices } from "./inSlices.js";
import { removeFile, removeFolder, type Staging } from "./staging.js";

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
