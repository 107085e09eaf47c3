import { createHash } from "node:crypto";
import type { OutputFile } from "../emit/emitter.js";

/** Where the manifest stands in the output folder. */
export const manifestPath = "manifest.json";

/** The files that the last run wrote, and the SHA-256 of each: what is not here is not ours. */
export type Manifest = ReadonlyMap<string, string>;

/** SHA-256 of a file's text in hexadecimal, the same for either kind of line ending. */
export function textDigest(text: string): string {
  return createHash("sha256").update(normalised(text)).digest("hex");
}

/** Line endings are a matter of checkout, not of content. */
export function normalised(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** The manifest of a set of files, itself a file. */
export function manifestFile(files: readonly OutputFile[], header: readonly string[]): OutputFile {
  const digests = Object.fromEntries(files.map(({ path, text }) => [path, textDigest(text)]));
  return {
    path: manifestPath,
    text: `${JSON.stringify({ $comment: header.join(" "), files: digests }, null, 2)}\n`,
  };
}

/** Reads a manifest; one that is missing or broken owns nothing. */
export function parseManifest(text: string | undefined): Manifest {
  if (text === undefined) return new Map();
  try {
    const data: unknown = JSON.parse(text);
    const files = isRecord(data) && isRecord(data["files"]) ? data["files"] : {};
    return new Map(
      Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return new Map();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
