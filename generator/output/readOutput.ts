import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import pMap from "p-map";
import type { ActualOutput } from "./compareOutput.js";
import { filesAtOnce } from "./filesAtOnce.js";
import { errorCode } from "../diagnostics/errorCode.js";

/**
 * Reads every file below the output folder, whether Git knows it or not; a folder that is not there is
 * empty. Links are not followed.
 *
 * @throws where a folder or a file must not or cannot be read: what is not seen would be taken for missing
 */
export async function readOutput(folder: string): Promise<ActualOutput> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isNotFound(error)) return [];
    throw error;
  });
  const files = new Map<string, string | undefined>();
  const folders = new Set<string>();
  const read = async (entry: (typeof entries)[number]) => {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (entry.isDirectory()) folders.add(name);
    else if (!entry.isFile()) files.set(name, undefined);
    else await readText(path, (text) => files.set(name, text));
  };
  await pMap(entries, read, { concurrency: filesAtOnce });
  return { files, folders };
}

/** A file that another run has removed since the folder was listed is not there. */
async function readText(path: string, found: (text: string) => void): Promise<void> {
  try {
    found(await readFile(path, "utf8"));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return errorCode(error) === "ENOENT";
}
