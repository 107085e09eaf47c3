import { readFile, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { notUtf8 } from "../rules/notUtf8.js";
import type { InputRule } from "../rules/rule.js";
import { unreadableFile } from "../rules/unreadableFile.js";
import { unreadableState } from "../rules/unreadableState.js";
import { readRevision } from "./readRevision.js";

/** A spec or a page of a state. */
export interface StateFile {
  /** As diagnostics name it: relative to the working folder, or `HEAD~3:spec/apig.yaml`. */
  readonly file: string;
  /** Its path below the folder that was given, or its name. */
  readonly path: string;
  readonly text: string;
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
const pageEnding = /\.rst$/i;
const isWanted = (path: string) => specEnding.test(path) || pageEnding.test(path);

interface Found {
  readonly file: string;
  readonly path: string;
  readonly read: () => Uint8Array | Promise<Uint8Array>;
}

/**
 * Reads what a user gave as a state: a file or a folder on disk, else a git revision with a path. In a
 * folder that has specs, other files are left alone; in one that has none, its pages are read.
 */
export async function readStateFiles(cwd: string, given: string): Promise<StateFiles> {
  const onDisk = await filesOnDisk(cwd, given);
  const found = onDisk ?? (given.includes(":") ? await filesOfRevision(cwd, given) : undefined);
  if (!found) {
    const message = `There is neither a file nor a folder "${given}".`;
    return unreadable(
      given,
      message,
      "Give a spec, a page, a folder of either, or a git revision: HEAD~3:spec.",
    );
  }
  if ("diagnostics" in found) return found;
  const specs = found.filter(({ path }) => specEnding.test(path));
  const pages = found.filter(({ path }) => pageEnding.test(path));
  if (specs.length === 0 && pages.length === 0) {
    const message = `There is neither a spec nor a page in "${given}".`;
    return unreadable(given, message, "Specs end in .yaml or .yml, pages in .rst.");
  }
  const kind = specs.length > 0 ? "spec" : "page";
  const wanted = kind === "spec" ? specs : pages;
  const read = await Promise.all(wanted.sort((a, b) => compareText(a.path, b.path)).map(readText));
  return {
    kind,
    isOnDisk: onDisk !== undefined,
    files: read.flatMap((result) => ("text" in result ? [result] : [])),
    diagnostics: read.flatMap((result) => ("rule" in result ? [result] : [])),
  };
}

async function filesOnDisk(cwd: string, given: string): Promise<Found[] | undefined> {
  const root = resolve(cwd, given);
  const stats = await stat(root).catch(() => undefined);
  if (!stats) return undefined;
  const shown = (path: string) => (relative(cwd, path) || ".").split(sep).join("/");
  if (!stats.isDirectory()) {
    return [{ file: shown(root), path: basename(root), read: () => readFile(root) }];
  }
  const paths = await glob("**/*.{yaml,yml,rst}", { cwd: root, expandDirectories: false });
  return paths.map((path) => {
    const whole = join(root, path);
    return { file: shown(whole), path, read: () => readFile(whole) };
  });
}

async function filesOfRevision(cwd: string, given: string): Promise<Found[] | StateFiles> {
  const revision = await readRevision(cwd, given, isWanted);
  if (revision.kind === "unreadable") {
    const message = `"${given}" is no file, no folder, and no git revision: ${revision.reason}.`;
    return unreadable(given, message, revision.help);
  }
  const folder = given.replace(/\/$/, "");
  return revision.files.map(({ path, bytes }) =>
    revision.kind === "file"
      ? { file: given, path: basename(given.slice(given.indexOf(":") + 1)), read: () => bytes }
      : { file: folder.endsWith(":") ? folder + path : `${folder}/${path}`, path, read: () => bytes },
  );
}

async function readText({ file, path, read }: Found): Promise<StateFile | Diagnostic> {
  let bytes: Uint8Array;
  try {
    bytes = await read();
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return diagnostic(unreadableFile, file, `The file cannot be read (${reason}).`, "Make it readable.");
  }
  try {
    return { file, path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return diagnostic(notUtf8, file, "The file is not UTF-8 text.", "Save it as UTF-8.");
  }
}

function unreadable(given: string, message: string, help: string): StateFiles {
  const diagnostics = [diagnostic(unreadableState, given, message, help)];
  return { kind: "spec", files: [], isOnDisk: false, diagnostics };
}

function diagnostic({ id, severity }: InputRule, file: string, message: string, help: string): Diagnostic {
  return { rule: id, severity, message, help, file };
}
