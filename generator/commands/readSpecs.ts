import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { glob } from "tinyglobby";
import type { SpecFile } from "../catalogue/loadCatalogue.js";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { noSpecFound } from "../rules/noSpecFound.js";
import { notUtf8 } from "../rules/notUtf8.js";
import type { InputRule } from "../rules/rule.js";
import { presentConfigFiles } from "./config.js";
import { unreadableFile } from "../rules/unreadableFile.js";

/** The specs below a folder, and what could not be read. */
export async function readSpecs(
  cwd: string,
  folder: string,
): Promise<{ files: SpecFile[]; diagnostics: Diagnostic[] }> {
  const found = await glob("**/*.{yaml,yml}", {
    cwd: join(cwd, folder),
    onlyFiles: false,
    expandDirectories: false,
  });
  const paths = found.filter((path) => !path.endsWith("/"));
  if (paths.length === 0) return { files: [], diagnostics: [await nothingFound(cwd, folder)] };
  const read = await Promise.all(paths.sort(compareText).map((path) => readSpec(cwd, `${folder}/${path}`)));
  return {
    files: read.flatMap((result) => ("text" in result ? [result] : [])),
    diagnostics: read.flatMap((result) => ("rule" in result ? [result] : [])),
  };
}

/** Most often the tool is run in the wrong folder; a second project in there would not help. */
async function nothingFound(cwd: string, folder: string): Promise<Diagnostic> {
  const [config] = await presentConfigFiles(cwd);
  const source = config === undefined ? "" : `, the folder that ${config} gives`;
  const message = `There is no .yaml or .yml file in ${resolve(cwd, folder)}${source}.`;
  return diagnostic(noSpecFound, folder, message, await whatToDo(resolve(cwd), config));
}

async function whatToDo(cwd: string, config: string | undefined): Promise<string> {
  const parent = dirname(cwd);
  const isProject =
    parent !== cwd && ((await presentConfigFiles(parent)).length > 0 || (await hasFolder(parent, "spec")));
  if (isProject) return `The project seems to be one folder up: run this in ${parent}.`;
  if (config !== undefined)
    return `Put a spec there, or give the folder of the specs as "spec" in ${config}.`;
  return "Run this in the project's own folder, or run `npx statusgen init` to have a first spec.";
}

async function hasFolder(folder: string, name: string): Promise<boolean> {
  return stat(join(folder, name)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function readSpec(cwd: string, file: string): Promise<SpecFile | Diagnostic> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(cwd, file));
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return diagnostic(
      unreadableFile,
      file,
      `The file cannot be read (${reason}).`,
      "Make it readable, or remove it.",
    );
  }
  try {
    return { file, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return diagnostic(notUtf8, file, "The file is not UTF-8 text.", "Save it as UTF-8.");
  }
}

function diagnostic({ id, severity }: InputRule, file: string, message: string, help: string): Diagnostic {
  return { rule: id, severity, message, help, file };
}
