import type { ComparedFile, ComparedOutput } from "./compareOutput.js";

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
