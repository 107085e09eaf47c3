import { mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pMap from "p-map";
import type { ComparedFile, ComparedOutput } from "./compareOutput.js";
import { manifestPath } from "./manifest.js";
import { filesAtOnce } from "./filesAtOnce.js";
import { lockFolder, stagingFolder } from "./runFolders.js";

/** What a run changes in the output folder; paths below it. */
export interface OutputChanges {
  readonly written: readonly ComparedFile[];
  readonly removed: readonly ComparedFile[];
  readonly unchanged: readonly ComparedFile[];
  /** Left as they are: nothing says that this tool wrote them. */
  readonly kept: readonly ComparedFile[];
  /** Folders that are removed once they are empty, the inner ones first. */
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
 * Makes the changes. All that is new is written aside first, so that a full disk leaves the output as
 * it was; then each file is moved to its place as a whole, the manifest last. Until then the new
 * manifest lies aside, and the next run knows every file of one that was cut off.
 *
 * @param signal says when to stop, since another run is at work
 */
export async function writeChanges(
  folder: string,
  { written, removed, leftFolders }: OutputChanges,
  signal: AbortSignal,
): Promise<void> {
  const staging = join(folder, stagingFolder);
  await rm(staging, { recursive: true, force: true });
  try {
    await mkdir(staging);
    const moves = await stage(staging, written);
    for (const { path } of removed) {
      if (path.startsWith(`${stagingFolder}/`)) continue;
      signal.throwIfAborted();
      await rm(join(folder, path), { force: true });
    }
    for (const { aside, path } of moves) {
      signal.throwIfAborted();
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await rename(aside, join(folder, path));
    }
    for (const left of leftFolders) if (left !== lockFolder) await removeIfEmpty(join(folder, left));
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

interface Move {
  /** Where the text is for now. */
  readonly aside: string;
  /** Where it belongs, below the output folder. */
  readonly path: string;
}

/** Writes the texts aside; answers what to move where, the manifest last. */
async function stage(staging: string, written: readonly ComparedFile[]): Promise<Move[]> {
  const moves = await pMap(
    written,
    async ({ path, expected = "" }, index): Promise<Move> => {
      const aside = join(staging, path === manifestPath ? manifestPath : String(index));
      // After a power failure other files may be empty; a whole manifest says that they are ours.
      await writeFile(aside, expected, { flag: "wx", flush: path === manifestPath });
      return { aside, path };
    },
    { concurrency: filesAtOnce },
  );
  const isManifest = ({ path }: Move) => path === manifestPath;
  return [...moves.filter((move) => !isManifest(move)), ...moves.filter(isManifest)];
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "ENOENT") throw error;
  }
}
