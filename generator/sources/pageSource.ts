import { posix } from "node:path";

/** Whether a place is written as a URL, of whatever protocol; `C:\pages` is a path. */
export function isUrl(place: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(place);
}

/** A source as `import` records it: a path without detours; an address as it is. */
export function normalSource(source: string): string {
  return isUrl(source) ? source : posix.normalize(source);
}

/**
 * The name of the file at a source.
 *
 * @example fileNameOf("docs/status_codes.rst") // "status_codes.rst"
 * @example fileNameOf("https://example.com/status%20codes.rst?raw=1") // "status codes.rst"
 */
export function fileNameOf(source: string): string {
  return isUrl(source) && URL.canParse(source)
    ? decoded(lastPart(new URL(source).pathname))
    : lastPart(source);
}

function lastPart(path: string): string {
  return path.split("/").findLast((part) => part !== "") ?? "";
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
