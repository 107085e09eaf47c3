import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ActualOutput } from "./compareOutput.js";

/** Reads every file below the output folder, whether Git knows it or not; a folder that is not there is empty. */
export async function readOutput(folder: string): Promise<ActualOutput> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isNotFound(error)) return [];
    throw error;
  });
  const files = new Map<string, string | undefined>();
  const folders = new Set<string>();
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join("/");
      if (entry.isDirectory()) folders.add(name);
      else if (!entry.isFile()) files.set(name, undefined);
      else await readText(path, (text) => files.set(name, text));
    }),
  );
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
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
