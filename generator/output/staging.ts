import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "../diagnostics/errorCode.js";
import type { OutputFile } from "../emit/emitter.js";
import { placesIn } from "./leadsOutside.js";
import { manifestPath } from "./manifest.js";
import { stagingFolder } from "./runFolders.js";

/** Files that lie aside, in the output folder, until they are moved to their places. */
export interface Staging {
  add(file: OutputFile): void;
  /** Moves a file that was added to its place, over what is there. */
  moveTo(path: string): void;
  /** Removes what was not moved; after a failure, what cannot be removed now, the next run removes. */
  close(): void;
}

/** Clears away what a run that was cut off left aside, and opens a place for new files. */
export function openStaging(folder: string): Staging {
  const staging = join(folder, stagingFolder);
  mkdirSync(staging, { recursive: true });
  for (const name of readdirSync(staging)) rmSync(join(staging, name), { recursive: true });
  const added = new Map<string, string>();
  const made = new Set<string>();
  const placeOf = placesIn(folder);
  let next = 0;
  return {
    add({ path, text }) {
      const isManifest = path === manifestPath;
      const aside = join(staging, isManifest ? manifestPath : String(next++));
      added.set(path, aside);
      // After a power failure files may be empty; a manifest that is whole says that they are ours.
      writeFileSync(aside, text, { flag: "wx", flush: isManifest });
    },
    moveTo(path) {
      const place = placeOf(path);
      if (!made.has(dirname(place))) mkdirSync(dirname(place), { recursive: true });
      made.add(dirname(place));
      renameSync(added.get(path) ?? "", place);
      added.delete(path);
    },
    close() {
      for (const aside of added.values())
        ignoring(() => {
          unlinkSync(aside);
        });
      // With nothing left aside, all is done, and a folder that stays is a failure of its own.
      if (added.size === 0) removeFolder(staging);
      else
        ignoring(() => {
          rmdirSync(staging);
        });
    },
  };
}

function ignoring(work: () => void): void {
  try {
    work();
  } catch {
    // The next run does it.
  }
}

/** Removes a file that may be gone already. */
export function removeFile(path: string): void {
  unless(["ENOENT"], () => {
    unlinkSync(path);
  });
}

/** Removes a folder where it is empty, as long as it is there. */
export function removeFolder(path: string): void {
  unless(["ENOTEMPTY", "EEXIST", "ENOENT"], () => {
    rmdirSync(path);
  });
}

function unless(codes: readonly string[], change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!codes.includes(errorCode(error))) throw error;
  }
}
