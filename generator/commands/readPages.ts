import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { noPageFound } from "../rules/noPageFound.js";
import { notUtf8 } from "../rules/notUtf8.js";
import { pageNotFetched } from "../rules/pageNotFetched.js";
import type { InputRule } from "../rules/rule.js";
import { unreadableFile } from "../rules/unreadableFile.js";
import { fetchLimits, fetchPage, isUrl } from "./fetchPage.js";

/** A page of the vendor as it was read. */
export interface PageText {
  /** Its path, relative to the working folder, with `/` between its parts; or its URL. */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** `sha256:` and the SHA-256 of its bytes. */
  readonly digest: string;
  /** Whether it was found in a folder, rather than asked for itself. */
  readonly isFromFolder: boolean;
}

type Read = PageText | Diagnostic;

/**
 * Reads pages from files, folders (every `.rst` file below) and http or https URLs. A page that is
 * named twice is read once.
 *
 * @param cwd - the folder that relative places are in
 * @param places - paths and URLs
 * @returns the pages in the order of their places, and what could not be read
 */
export async function readPages(
  cwd: string,
  places: readonly string[],
  limits = fetchLimits,
): Promise<{ pages: PageText[]; diagnostics: Diagnostic[] }> {
  const read = (await Promise.all(places.map((place) => readPlace(cwd, place, limits)))).flat();
  const once = [...new Map(read.map((each) => [each.file, each])).values()];
  return {
    pages: once.flatMap((each) => ("text" in each ? [each] : [])),
    diagnostics: once.flatMap((each) => ("rule" in each ? [each] : [])),
  };
}

async function readPlace(cwd: string, place: string, limits: typeof fetchLimits): Promise<Read[]> {
  if (isUrl(place)) return [await readUrl(place, limits)];
  const path = resolve(cwd, place);
  // A place that is not there is told by the attempt to read it.
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return [await readPageFile(cwd, path, false, limits)];
  const files = await glob("**/*.rst", { cwd: path, absolute: true, expandDirectories: false });
  if (files.length === 0) {
    const file = shownPath(cwd, path);
    const message = `There is no page in "${file}": no file below it ends in .rst.`;
    return [finding(noPageFound, file, message, "Give the page's file, its folder or its URL.")];
  }
  return Promise.all(files.sort(compareText).map((file) => readPageFile(cwd, file, true, limits)));
}

async function readUrl(url: string, limits: typeof fetchLimits): Promise<Read> {
  const fetched = await fetchPage(url, limits);
  if ("bytes" in fetched) return decoded(url, fetched.bytes, false);
  return finding(pageNotFetched, url, `The page cannot be fetched: ${fetched.reason}.`, fetched.help);
}

async function readPageFile(
  cwd: string,
  path: string,
  isFromFolder: boolean,
  { bytes }: typeof fetchLimits,
): Promise<Read> {
  const file = shownPath(cwd, path);
  try {
    const { size } = await stat(path);
    if (size <= bytes) return decoded(file, await readFile(path), isFromFolder);
    const message = `The file is larger than ${bytes / 1e6} MB, and so no page.`;
    return finding(unreadableFile, file, message, "Give the page alone.");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return code === "ENOENT"
      ? finding(unreadableFile, file, "There is no such file.", "Correct the path.")
      : finding(unreadableFile, file, `The file cannot be read (${code}).`, "Make it readable.");
  }
}

function decoded(file: string, bytes: Uint8Array, isFromFolder: boolean): Read {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    return { file, text, digest, isFromFolder };
  } catch {
    return finding(notUtf8, file, "The page is not UTF-8 text.", "Save it as UTF-8.");
  }
}

function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join("/") || ".";
}

function finding({ id, severity }: InputRule, file: string, message: string, help: string): Diagnostic {
  return { rule: id, severity, message, help, file };
}
