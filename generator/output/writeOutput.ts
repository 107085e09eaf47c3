import { mkdir, rename, rmdir, unlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ComparedFile, ComparedOutput } from "./compareOutput.js";
import { manifestPath } from "./manifest.js";
import { lockFolder, stagingFolder } from "./runFolders.js";
import { errorCode } from "../diagnostics/errorCode.js";

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
  const [leftAside, orphaned] = [removed.filter(isAside), removed.filter((file) => !isAside(file))];
  for (const { path } of leftAside) await removeFile(join(folder, path));
  await mkdir(staging, { recursive: true });
  const moves = movesOf(staging, written);
  try {
    for (const move of moves) await writeAside(move);
    for (const { path } of orphaned) {
      signal.throwIfAborted();
      await removeFile(join(folder, path));
    }
    for (const move of moves.filter((each) => !isManifest(each))) {
      signal.throwIfAborted();
      await moveIn(folder, move);
    }
    await removeFolders(folder, leftFolders);
    for (const manifest of moves.filter(isManifest)) await moveIn(folder, manifest);
    await removeFolders(folder, [stagingFolder]);
  } catch (error) {
    await cleanUp(staging, moves);
    throw error;
  }
}

interface Move {
  /** Where the text is for now. */
  readonly aside: string;
  /** Where it belongs, below the output folder. */
  readonly path: string;
  readonly text: string;
}

function movesOf(staging: string, written: readonly ComparedFile[]): Move[] {
  return written.map(({ path, expected: text = "" }, index) => {
    return { aside: join(staging, path === manifestPath ? manifestPath : String(index)), path, text };
  });
}

function isManifest({ path }: Move): boolean {
  return path === manifestPath;
}

function isAside({ path }: ComparedFile): boolean {
  return path.startsWith(`${stagingFolder}/`);
}

/** After a power failure files may be empty; a manifest that is whole says that they are ours. */
async function writeAside(move: Move): Promise<void> {
  await writeFile(move.aside, move.text, { flag: "wx", flush: isManifest(move) });
}

async function moveIn(folder: string, { aside, path }: Move): Promise<void> {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  await rename(aside, place);
}

/** Removes those that are empty, as long as the manifest still tells of them. */
async function removeFolders(folder: string, paths: readonly string[]): Promise<void> {
  const empty = paths.filter((path) => path !== lockFolder);
  for (const path of empty) await unless(["ENOTEMPTY", "EEXIST", "ENOENT"], rmdir(join(folder, path)));
}

/** After a failure, which is what counts; what cannot be removed now, the next run removes. */
async function cleanUp(staging: string, moves: readonly Move[]): Promise<void> {
  for (const { aside } of moves) await removeFile(aside).catch(() => {});
  await rmdir(staging).catch(() => {});
}

async function removeFile(path: string): Promise<void> {
  await unless(["ENOENT"], unlink(path));
}

async function unless(codes: readonly string[], change: Promise<void>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!codes.includes(errorCode(error))) throw error;
  }
}
