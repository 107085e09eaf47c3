import { diagnose } from "../rules/diagnose.js";
import { readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { inputRules } from "../rules/inputRules.js";
import { errorCode } from "../diagnostics/errorCode.js";

/** Above this, in bytes, a file is no spec and no page; the largest real page has a twentieth. */
export const largestFile = 5_000_000;

/** A file's text without a byte order mark, and its bytes as they are. */
export interface ReadFile {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the text of a spec or a page.
 *
 * @param file - as diagnostics name it
 * @throws where the machine fails, such as a file that must not be read: going on without it could remove
 *   what was made of it
 */
export function readText(path: string, file: string): ReadFile | Diagnostic {
  const stats = statIfThere(path);
  if (!stats && path.includes("\uFFFD"))
    return diagnose(
      inputRules["unreadable-file"],
      file,
      "The name of this file or folder is not UTF-8.",
      "Rename it.",
    );
  if (!stats)
    return diagnose(inputRules["unreadable-file"], file, "There is no such file.", "Correct the path.");
  if (!stats.isFile())
    return diagnose(
      inputRules["unreadable-file"],
      file,
      "This is not a file.",
      "Replace it with a file, or remove it.",
    );
  if (stats.size > largestFile) return tooLarge(file);
  return decoded(readFileSync(path), file);
}

/** @param file - as diagnostics name it */
export function tooLarge(file: string): Diagnostic {
  const message = `The file is larger than ${largestFile / 1e6} MB.`;
  return diagnose(inputRules["unreadable-file"], file, message, "Give a single spec or page.");
}

/** The text of bytes that should be UTF-8. */
export function decoded(bytes: Uint8Array, file: string): ReadFile | Diagnostic {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), bytes };
  } catch {
    return diagnose(inputRules["not-utf8"], file, "The file is not UTF-8 text.", "Save it as UTF-8.");
  }
}

/**
 * The paths of files below a folder whose names end as given, in order, with `/` between their parts.
 * Hidden files and folders are left out; links to folders are not followed. A folder that cannot be
 * listed, as its name is not UTF-8, is among them: the attempt to read it tells of it.
 *
 * @returns nothing where there is no such folder
 * @throws where a folder cannot be read: its files would be taken for removed
 */
export function filesBelow(folder: string, ending: RegExp): string[] {
  if (!statIfThere(folder)?.isDirectory()) return [];
  return [...entriesBelow(folder)]
    .filter(({ path, isFolder }) => (isFolder ? !isListable(join(folder, path)) : ending.test(path)))
    .map(({ path }) => path)
    .sort(compareText);
}

/** A folder of a project and those below it that `filesBelow` looks into. */
export function foldersBelow(cwd: string, folder: string): string[] {
  const folders = [...entriesBelow(resolve(cwd, folder))].filter(({ isFolder }) => isFolder);
  return [folder, ...folders.map(({ path }) => `${folder}/${path}`)];
}

function* entriesBelow(root: string): Generator<{ readonly path: string; readonly isFolder: boolean }> {
  const folders = [""];
  for (const folder of folders) {
    const path = join(root, folder);
    if (!isListable(path)) continue;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const found = { path: `${folder}${entry.name}`, isFolder: entry.isDirectory() };
      if (found.isFolder) folders.push(`${found.path}/`);
      yield found;
    }
  }
}

/** Whether a folder can be found by its name, which it cannot where that is not UTF-8. */
function isListable(folder: string): boolean {
  return !folder.includes("\uFFFD") || statIfThere(folder) !== undefined;
}

/** What is at a path, or nothing. */
export function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (absences.has(errorCode(error))) return undefined;
    throw error;
  }
}

const absences: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ELOOP"]);
