import { readFileSync, statSync } from "node:fs";
import { errorCode } from "../diagnostics/errorCode.js";

/** Above this, in bytes, a file is read only where the specs give one of its size. */
export const largestRead = 32_000_000;

/**
 * The text of a file. What is no file, such as a pipe that would be waited for, or has more than `most`
 * bytes, is not read.
 */
export function textAt(path: string, most: number): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile() || stats.size > most) return undefined;
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    // Another run may have removed it.
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
