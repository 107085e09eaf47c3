import { compareText } from "../diagnostics/diagnostic.js";
import type { OutputFile } from "../emit/emitter.js";
import { type Manifest, manifestPath, normalised, textDigest } from "./manifest.js";

/**
 * How a file in the output folder stands to what the specs say now:
 *
 * - `current`: as it should be.
 * - `missing`: not there.
 * - `stale`: as the last run wrote it, but the specs say something else now.
 * - `edited`: not as the last run wrote it.
 * - `orphaned`: there, but the specs do not give it.
 * - `notOwned`: where a generated file belongs, but not written by this tool.
 */
export type FileState = "current" | "missing" | "stale" | "edited" | "orphaned" | "notOwned";

export interface ComparedFile {
  /** Below the output folder, with `/` between its parts. */
  readonly path: string;
  readonly state: FileState;
  /** What should be there; absent where nothing should. */
  readonly expected?: string;
  /** What is there, with `\n` at its line ends; absent where nothing is. */
  readonly actual?: string;
  /** Whether a run of this tool wrote what is there. */
  readonly isOwned: boolean;
}

/** The texts of the files in the output folder; `undefined` for what is there but is no text file. */
export type ActualFiles = ReadonlyMap<string, string | undefined>;

/** Compares the union of what should be there and what is, so that nothing on either side is missed. */
export function compareOutput(
  expected: readonly OutputFile[],
  actual: ActualFiles,
  manifest: Manifest,
): ComparedFile[] {
  const expectedTexts = new Map(expected.map(({ path, text }) => [path, text]));
  const paths = new Set([...expectedTexts.keys(), ...actual.keys()]);
  return [...paths]
    .sort(compareText)
    .map((path) => compareFile(path, expectedTexts.get(path), actual, manifest));
}

function compareFile(
  path: string,
  expected: string | undefined,
  files: ActualFiles,
  manifest: Manifest,
): ComparedFile {
  const text = files.get(path);
  const actual = text === undefined ? undefined : normalised(text);
  const isWritten = actual !== undefined && manifest.get(path) === textDigest(actual);
  const isKnown = manifest.has(path) || (path === manifestPath && manifest.size > 0);
  return {
    path,
    state: stateOf(),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    isOwned: isWritten,
  };

  function stateOf(): FileState {
    if (expected === undefined) return "orphaned";
    if (!files.has(path)) return "missing";
    if (actual === expected) return "current";
    if (actual === undefined || !isKnown) return "notOwned";
    return isWritten || path === manifestPath ? "stale" : "edited";
  }
}
