import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { errorCode } from "../diagnostics/errorCode.js";
import type { ActualOutput } from "./compareOutput.js";
import { inSlices } from "./inSlices.js";
import { isManifest, manifestPath, parseManifest, textDigest } from "./manifest.js";
import { stagingFolder } from "./runFolders.js";

/** The digest of a file that is known without reading it. */
export type KnownDigest = (path: string) => string | undefined;

/**
 * Reads every file below the output folder, whether Git knows it or not; a folder that is not there is
 * empty. Links are not followed.
 *
 * @param known asked for each file by its path below the folder, before it is read
 * @throws where a folder or a file must not or cannot be read: what is not seen would be taken for missing
 */
export async function readOutput(
  folder: string,
  known: KnownDigest = () => undefined,
): Promise<ActualOutput> {
  const files = new Map<string, string | undefined>();
  const folders = new Set<string>();
  await inSlices(entriesBelow(folder), (entry) => {
    const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (entry.isDirectory()) folders.add(name);
    else if (!entry.isFile()) files.set(name, undefined);
    else {
      const digest = known(name) ?? digestOf(join(folder, name));
      if (digest !== undefined) files.set(name, digest);
    }
  });
  const manifests = readManifests(folder, files);
  return { files, folders, ...manifests };
}

function entriesBelow(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
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
