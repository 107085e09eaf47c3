import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ActualFiles } from "./compareOutput.js";

/** Reads every file below the output folder, whether Git knows it or not; a folder that is not there is empty. */
export async function readOutput(folder: string): Promise<ActualFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isNotFound(error)) return [];
    throw error;
  });
  const files = await Promise.all(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const text = entry.isFile() ? await readFile(path, "utf8") : undefined;
        return [relative(folder, path).split(sep).join("/"), text] as const;
      }),
  );
  return new Map(files);
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
