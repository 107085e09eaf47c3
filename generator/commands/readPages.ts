import { diagnose } from "../rules/diagnose.js";
import { relative, resolve, sep } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { fileNameOf, isUrl } from "../sources/pageSource.js";
import { inItsFormat, isPageName, type PageFile } from "./pageFormat.js";
import { digestOf } from "../page/pageDigest.js";
import type { ReadByReader } from "../page/reader.js";
import type { WatchedReader } from "../project/ownCode/ownReaders.js";
import { inputRules } from "../rules/inputRules.js";
import { decoded, filesBelow, type ReadFile, readText, statIfThere } from "../sources/disk.js";
import { type FetchLimits, fetchLimits, fetchPage } from "../sources/fetchPage.js";
import { fetchRemembered } from "../project/rememberedPages.js";

/** A page of the vendor as it was read. */
export interface PageText {
  /** Its path, relative to the working folder, with `/` between its parts; or its URL. */
  readonly file: string;
  /** Without a byte order mark. */
  readonly text: string;
  /** What the reader of its format found; absent for reStructuredText. */
  readonly byReader?: ReadByReader;
  /** `sha256:` and the SHA-256 of its bytes. */
  readonly digest: string;
  /** Whether it was found in a folder, rather than asked for itself. */
  readonly isFromFolder: boolean;
  /** The folder below that folder that it was found in; absent if it was in that folder itself. */
  readonly subfolder?: string;
}

type Read = PageText | Diagnostic;

/**
 * Reads pages from files, folders (every page below) and https URLs. A page that is
 * named twice is read once.
 *
 * @param cwd - the folder that relative places are in
 * @param places - paths and URLs
 * @param readers - of people's own, for formats beside reStructuredText
 * @returns the pages in the order of their places, and what could not be read
 */
export async function readPages(
  cwd: string,
  places: readonly string[],
  limits = fetchLimits,
  readers: readonly WatchedReader[] = [],
): Promise<{ pages: PageText[]; diagnostics: Diagnostic[] }> {
  const read = (await Promise.all(places.map((place) => readPlace(cwd, place, limits, readers)))).flat();
  const unique = new Map<string, Read>();
  for (const each of read) {
    // Where a page is named itself and is in a folder as well, that it is named counts.
    const isNamed = "text" in each && !each.isFromFolder;
    if (isNamed || !unique.has(each.file)) unique.set(each.file, each);
  }
  const once = [...unique.values()];
  return {
    pages: once.flatMap((each) => ("text" in each ? [each] : [])),
    diagnostics: once.flatMap((each) => ("rule" in each ? [each] : [])),
  };
}

async function readPlace(
  cwd: string,
  place: string,
  limits: FetchLimits,
  readers: readonly WatchedReader[],
): Promise<Read[]> {
  if (isUrl(place)) return [await readUrl(cwd, place, limits, readers)];
  const path = resolve(cwd, place);
  // A place that is not there is told by the attempt to read it.
  if (!statIfThere(path)?.isDirectory()) return [await readPageFile(cwd, path, false, readers)];
  const files = filesBelow(path, /./).filter((file) => isPageName(fileNameOf(file), readers));
  if (files.length === 0) {
    const file = shownPath(cwd, path);
    const message = `There is no page in "${file}": it contains no .rst, .md, .mdx, .html, .csv or .tsv file.`;
    return [
      diagnose(inputRules["no-page-found"], file, message, "Give the page's file, its folder or its URL."),
    ];
  }
  const read = files.map(async (file): Promise<Read> => {
    const page = await readPageFile(cwd, resolve(path, file), true, readers);
    const [subfolder, ...below] = file.split("/");
    return subfolder === undefined || below.length === 0 || "rule" in page ? page : { ...page, subfolder };
  });
  return Promise.all(read);
}

async function readUrl(
  cwd: string,
  url: string,
  limits: FetchLimits,
  readers: readonly WatchedReader[],
): Promise<Read> {
  // Addresses of specs are asked for again and again; those of the command line, most often once.
  const isOfSpec = limits.privateHosts !== undefined;
  const fetched = await (isOfSpec ? fetchRemembered(cwd, url, limits) : fetchPage(url, limits));
  if (fetched === "unchanged") throw new Error("A server answers that nothing changed without being asked.");
  const file = shownAddress(url);
  if ("bytes" in fetched)
    return pageText({ file, type: fetched.type, isFromFolder: false }, decoded(fetched.bytes, file), readers);
  return diagnose(
    inputRules["page-not-fetched"],
    file,
    `The page cannot be fetched: ${fetched.reason}.`,
    fetched.help,
  );
}

/** Without what is not the page's: a password, since what is told is kept in logs, and a place on the page. */
function shownAddress(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, "$1").replace(/#.*$/s, "");
}

function readPageFile(
  cwd: string,
  path: string,
  isFromFolder: boolean,
  readers: readonly WatchedReader[],
): Promise<Read> {
  const file = shownPath(cwd, path);
  return pageText({ file, isFromFolder }, readText(path, file), readers);
}

async function pageText(
  { file, type, isFromFolder }: PageFile & Pick<PageText, "isFromFolder">,
  read: ReadFile | Diagnostic,
  readers: readonly WatchedReader[],
): Promise<Read> {
  const page = await inItsFormat({ file, ...(type !== undefined && { type }) }, read, readers);
  if ("rule" in page) return page;
  const { bytes, text, byReader } = page;
  return { file, text, digest: digestOf(bytes), isFromFolder, ...(byReader && { byReader }) };
}

/** A path as it is told and recorded: relative to the project, with `/` between its parts. */
export function shownPath(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join("/") || ".";
}
