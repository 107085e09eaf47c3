import { diagnose } from "../rules/diagnose.js";
import { basename, join, relative, resolve, sep } from "node:path";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { WatchedReader } from "../project/ownCode/ownReaders.js";
import { inputRules } from "../rules/inputRules.js";
import { isPageName } from "./pageFormat.js";
import { decoded, filesBelow, type ReadFile, readText, statIfThere, tooLarge } from "../sources/disk.js";
import { readRevision } from "../sources/readRevision.js";

/** A spec or a page of a state. */
export interface StateFile {
  /** As diagnostics name it: relative to the working folder, or `HEAD~3:spec/apig.yaml`. */
  readonly file: string;
  /** Its path below the folder that was given, or its name. */
  readonly path: string;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The files of one state: all of them specs, or all of them pages. */
export interface StateFiles {
  readonly kind: "spec" | "page";
  readonly files: readonly StateFile[];
  /** Whether they are files on disk, which can be pointed into. */
  readonly isOnDisk: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const specEnding = /\.ya?ml$/i;

interface Found {
  readonly file: string;
  readonly path: string;
  readonly read: () => ReadFile | Diagnostic;
}

/**
 * Reads what a user gave as a state: a file or a folder on disk, else a git revision with a path. In a
 * folder that has specs, other files are left alone; in one that has none, its pages are read.
 */
export async function readStateFiles(
  cwd: string,
  given: string,
  readers: readonly WatchedReader[],
): Promise<StateFiles> {
  const isPage = (path: string) => isPageName(basename(path), readers);
  const isWanted = (path: string) => specEnding.test(path) || isPage(path);
  const onDisk = filesOnDisk(cwd, given, isWanted);
  const found = onDisk ?? (given.includes(":") ? await filesOfRevision(cwd, given, isWanted) : undefined);
  if (!found) {
    const message = `There is no file or folder "${given}".`;
    return unreadable(
      given,
      message,
      "Give a spec, a page, a folder of either, or a git revision: HEAD~3:spec.",
    );
  }
  if ("diagnostics" in found) return found;
  const specs = found.filter(({ path }) => specEnding.test(path));
  const pages = found.filter(({ path }) => !specEnding.test(path) && isPage(path));
  if (specs.length === 0 && pages.length === 0) {
    const message = `There is no spec or page in "${given}".`;
    return unreadable(given, message, "Give a folder with specs (.yaml, .yml) or pages.");
  }
  const kind = specs.length > 0 ? "spec" : "page";
  const wanted = kind === "spec" ? specs : pages;
  const sorted = wanted.sort((a, b) => compareText(a.path, b.path));
  const read = sorted.map(readFound);
  return {
    kind,
    isOnDisk: onDisk !== undefined,
    files: read.flatMap((result) => ("text" in result ? [result] : [])),
    diagnostics: read.flatMap((result) => ("rule" in result ? [result] : [])),
  };
}

function filesOnDisk(cwd: string, given: string, isWanted: (path: string) => boolean): Found[] | undefined {
  const root = resolve(cwd, given);
  const stats = statIfThere(root);
  if (!stats) return undefined;
  const found = (path: string, whole: string): Found => {
    const file = (relative(cwd, whole) || ".").split(sep).join("/");
    return { file, path, read: () => readText(whole, file) };
  };
  if (!stats.isDirectory()) return [found(basename(root), root)];
  const paths = filesBelow(root, /./).filter(isWanted);
  return paths.map((path) => found(path, join(root, path)));
}

async function filesOfRevision(
  cwd: string,
  given: string,
  isWanted: (path: string) => boolean,
): Promise<Found[] | StateFiles> {
  const revision = await readRevision(cwd, given, isWanted);
  if (revision.kind === "unreadable") {
    const message = `"${given}" is not a file, a folder or a git revision: ${revision.reason}.`;
    return unreadable(given, message, revision.help);
  }
  const folder = given.replace(/\/$/, "");
  return revision.files.map(({ path, bytes }): Found => {
    const below = folder.endsWith(":") ? folder + path : `${folder}/${path}`;
    const file = revision.kind === "file" ? given : below;
    const name = revision.kind === "file" ? basename(given.slice(given.indexOf(":") + 1)) : path;
    return { file, path: name, read: () => (bytes ? decoded(bytes, file) : tooLarge(file)) };
  });
}

function readFound({ file, path, read }: Found): StateFile | Diagnostic {
  const result = read();
  return "text" in result ? { file, path, ...result } : result;
}

function unreadable(given: string, message: string, help: string): StateFiles {
  const diagnostics = [diagnose(inputRules["unreadable-state"], given, message, help)];
  return { kind: "spec", files: [], isOnDisk: false, diagnostics };
}
