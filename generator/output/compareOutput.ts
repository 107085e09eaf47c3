import { compareText } from "../diagnostics/diagnostic.js";
import { type ExpectedFile, type Manifest, manifestPath } from "./manifest.js";
import { lockFolder, stagingFolder } from "./runFolders.js";
import { largestRead } from "./textAt.js";

/**
 * The state of a file in the output folder:
 *
 * - `current`: up to date.
 * - `missing`: not on disk.
 * - `stale`: as the last run wrote it, but the specs produce something else now.
 * - `edited`: changed since the last run wrote it.
 * - `orphaned`: on disk, but not produced by any spec.
 * - `notOwned`: in the place of a generated file or folder, but not written by statusgen.
 */
export type FileState = "current" | "missing" | "stale" | "edited" | "orphaned" | "notOwned";

export interface ComparedFile {
  /** The path relative to the output folder, with `/` between its parts. */
  readonly path: string;
  /** How the file differs from what the specs produce. */
  readonly state: FileState;
  /** Whether statusgen wrote the file. */
  readonly isOwned: boolean;
}

/** A file in the output folder, which is read where it may be one of ours. */
export interface ActualFile {
  /** The digest of its text; nothing where it has more than `most` bytes, or is gone. */
  digest(most: number): string | undefined;
}

/** What is in the output folder; paths below it, with `/` between their parts. */
export interface ActualOutput {
  /** `undefined` for what is neither a file nor a folder, such as a link. */
  readonly files: ReadonlyMap<string, ActualFile | undefined>;
  readonly folders: ReadonlySet<string>;
  /** What earlier runs wrote. */
  readonly manifest: Manifest;
  /** Whether the manifest in its place is one of ours. */
  readonly hasManifest: boolean;
}

/** How the output folder is to what the specs say now. */
export interface ComparedOutput {
  readonly files: readonly ComparedFile[];
  /** Folders that a run made and nothing belongs in any more, the inner ones first; they may hold other files. */
  readonly leftFolders: readonly string[];
}

/** Compares the union of what should be there and what is, so that nothing on either side is missed. */
export function compareOutput(expected: readonly ExpectedFile[], actual: ActualOutput): ComparedOutput {
  const { manifest } = actual;
  const expectedFiles = new Map(expected.map((file) => [file.path, file]));
  const expectedFolders = foldersAbove(expectedFiles.keys());
  const runFolders = new Set([stagingFolder, lockFolder]);
  const paths = new Set([...expectedFiles.keys(), ...actual.files.keys()]);
  return { files: [...paths].sort(compareText).map(compareFile), leftFolders: leftFolders() };

  function compareFile(path: string): ComparedFile {
    const wanted = expectedFiles.get(path);
    const found = actual.files.get(path);
    const isWritten = isOneOf(found, manifest.get(path));
    return {
      path,
      state: stateOf(path, wanted, found, isWritten),
      isOwned: isWritten || isRunsOwn(path),
    };
  }

  /** The manifest cannot tell of itself. */
  function isRunsOwn(path: string): boolean {
    return (
      path.startsWith(`${stagingFolder}/`) ||
      (path === manifestPath && actual.hasManifest && actual.files.has(path))
    );
  }

  function stateOf(
    path: string,
    wanted: ExpectedFile | undefined,
    found: ActualFile | undefined,
    isWritten: boolean,
  ): FileState {
    const isFolder = expectedFolders.has(path) || runFolders.has(path);
    if (wanted === undefined) return isFolder && !isWritten ? "notOwned" : "orphaned";
    if (actual.folders.has(path)) return "notOwned";
    if (!actual.files.has(path)) return "missing";
    if (isAsExpected(found, wanted)) return "current";
    if (!found) return "notOwned";
    if (path === manifestPath) return actual.hasManifest ? "stale" : "notOwned";
    if (!manifest.has(path)) return "notOwned";
    return isWritten ? "stale" : "edited";
  }

  function leftFolders(): string[] {
    const made = foldersAbove(manifest.keys());
    const isLeft = (path: string) =>
      runFolders.has(path) ||
      path.startsWith(`${stagingFolder}/`) ||
      (made.has(path) && !expectedFolders.has(path) && !expectedFiles.has(path));
    return [...actual.folders].filter(isLeft).sort(compareText).reverse();
  }
}

/** Whether a file is as it should be. One that has more bytes than line ends can account for is not read. */
export function isAsExpected(found: ActualFile | undefined, { digest, size }: ExpectedFile): boolean {
  return found?.digest(2 * size) === digest;
}

/** Whether a run wrote a file; one that no run tells of is not read. */
function isOneOf(found: ActualFile | undefined, digests: ReadonlySet<string> | undefined): boolean {
  return digests?.has(found?.digest(largestRead) ?? "") ?? false;
}

/** `docs/apig` and `docs` for `docs/apig/codes.md` */
function foldersAbove(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    let end = path.lastIndexOf("/");
    while (end > 0 && !folders.has(path.slice(0, end))) {
      folders.add(path.slice(0, end));
      end = path.lastIndexOf("/", end - 1);
    }
  }
  return folders;
}
