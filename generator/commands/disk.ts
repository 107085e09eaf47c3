import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { notUtf8 } from "../rules/notUtf8.js";
import type { InputRule } from "../rules/rule.js";
import { unreadableFile } from "../rules/unreadableFile.js";
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
  if (!stats) return finding(unreadableFile, file, "There is no such file.", "Correct the path.");
  if (!stats.isFile())
    return finding(unreadableFile, file, "This is no file.", "Put a file here, or remove it.");
  if (stats.size > largestFile) {
    const message = `The file is larger than ${largestFile / 1e6} MB.`;
    return finding(unreadableFile, file, message, "Give a single spec or page.");
  }
  return decoded(readFileSync(path), file);
}

/** The text of bytes that should be UTF-8. */
export function decoded(bytes: Uint8Array, file: string): ReadFile | Diagnostic {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), bytes };
  } catch {
    return finding(notUtf8, file, "The file is not UTF-8 text.", "Save it as UTF-8.");
  }
}

/**
 * The paths of files below a folder whose names end as given, in order, with `/` between their parts.
 * Hidden files and folders are left out; links to folders are not followed.
 *
 * @returns nothing where there is no such folder
 * @throws where a folder cannot be read: its files would be taken for removed
 */
export function filesBelow(folder: string, ending: RegExp): string[] {
  if (!statIfThere(folder)?.isDirectory()) return [];
  const root = resolve(folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && ending.test(entry.name))
    .map((entry) => pathBelow(root, entry))
    .filter((path) => !`/${path}`.includes("/."))
    .sort(compareText);
}

/** A folder of a project and those below it that `filesBelow` looks into. */
export function foldersBelow(cwd: string, folder: string): string[] {
  const root = resolve(cwd, folder);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => pathBelow(root, entry))
    .filter((path) => !`/${path}`.includes("/."));
  return [folder, ...folders.map((path) => `${folder}/${path}`)];
}

/** Between a folder and an entry of it or of one below. */
function pathBelow(folder: string, { parentPath, name }: Dirent): string {
  const parent = parentPath.slice(folder.length + 1).replaceAll(sep, "/");
  return parent === "" ? name : `${parent}/${name}`;
}

/** What stands at a path, or nothing. */
export function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (absences.has(errorCode(error))) return undefined;
    throw error;
  }
}

const absences: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ELOOP"]);

function finding({ id, severity }: InputRule, file: string, message: string, help: string): Diagnostic {
  return { rule: id, severity, message, help, file };
}
