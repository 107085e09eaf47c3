import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../diagnostics/errorCode.js";
import type { ActualOutput } from "./compareOutput.js";
import { inSlices } from "./inSlices.js";
import { isManifest, manifestPath, parseManifest, textDigest } from "./manifest.js";
import { stagingFolder } from "./runFolders.js";

/** What is known without reading it; paths are below the output folder, whose own is empty. */
export interface KnownOutput {
  /** The digest of a file. */
  digest(path: string): string | undefined;
  /** What is in a folder. */
  entries(folder: string): readonly OutputEntry[] | undefined;
}

export type OutputEntry = Pick<Dirent, "name" | "isFile" | "isDirectory">;

const nothingKnown: KnownOutput = { digest: () => undefined, entries: () => undefined };

/**
 * Reads every file below the output folder, whether Git knows it or not; a folder that is not there is
 * empty. Links are not followed.
 *
 * @param known asked before a file or a folder is read
 * @throws where a folder or a file must not or cannot be read: what is not seen would be taken for missing
 */
export async function readOutput(folder: string, known: KnownOutput = nothingKnown): Promise<ActualOutput> {
  const files = new Map<string, string | undefined>();
  const folders = new Set<string>();
  await inSlices(entriesBelow(folder, known), ([path, entry]) => {
    if (entry.isDirectory()) folders.add(path);
    else if (!entry.isFile()) files.set(path, undefined);
    else {
      const digest = known.digest(path) ?? digestOf(join(folder, path));
      if (digest !== undefined) files.set(path, digest);
    }
  });
  const manifests = readManifests(folder, files);
  return { files, folders, ...manifests };
}

function* entriesBelow(root: string, known: KnownOutput): Generator<[path: string, entry: OutputEntry]> {
  const folders = [""];
  for (const folder of folders) {
    for (const entry of known.entries(folder) ?? entriesOf(join(root, folder))) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      yield [path, entry];
    }
  }
}

function entriesOf(folder: string): readonly OutputEntry[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

/** A run that was cut off has left the manifest of what it was about to write. */
function readManifests(folder: string, files: ActualOutput["files"]) {
  const [main = "", left = ""] = [manifestPath, `${stagingFolder}/${manifestPath}`].map((path) =>
    files.get(path) === undefined ? "" : (textAt(join(folder, path)) ?? ""),
  );
  return { manifest: parseManifest(`${main}\n${left}`), hasManifest: isManifest(main) };
}

function digestOf(path: string): string | undefined {
  const text = textAt(path);
  return text === undefined ? undefined : textDigest(text);
}

/** The text of a file; one that another run has removed since the folder was listed is not there. */
export function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return undefined;
  }
}

function isNotFound(error: unknown): boolean {
  return errorCode(error) === "ENOENT";
}
