import { dirname, join, resolve } from "node:path";
import pMap from "p-map";
import type { SpecFile } from "../catalogue/loadCatalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { noSpecFound } from "../rules/noSpecFound.js";
import type { InputRule } from "../rules/rule.js";
import { presentConfigFiles } from "./config.js";
import { filesAtOnce } from "../output/filesAtOnce.js";
import { filesBelow, readText, statIfThere } from "./disk.js";

/** The specs below a folder, and what could not be read. */
export async function readSpecs(
  cwd: string,
  folder: string,
): Promise<{ files: SpecFile[]; diagnostics: Diagnostic[] }> {
  const paths = await filesBelow(join(cwd, folder), /\.ya?ml$/);
  if (paths.length === 0) return { files: [], diagnostics: [await nothingFound(cwd, folder)] };
  const readOne = (path: string) => readSpec(cwd, `${folder}/${path}`);
  const read = await pMap(paths, readOne, { concurrency: filesAtOnce });
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
    parent !== cwd &&
    ((await presentConfigFiles(parent)).length > 0 ||
      (await statIfThere(join(parent, "spec")))?.isDirectory());
  if (isProject) return `The project seems to be one folder up: run this in ${parent}.`;
  if (config !== undefined)
    return `Put a spec there, or give the folder of the specs as "spec" in ${config}.`;
  return "Run this in the project's own folder, or run `npx statusgen init` to have a first spec.";
}

async function readSpec(cwd: string, file: string): Promise<SpecFile | Diagnostic> {
  const read = await readText(join(cwd, file), file);
  return "text" in read ? { file, text: read.text } : read;
}

function diagnostic({ id, severity }: InputRule, file: string, message: string, help: string): Diagnostic {
  return { rule: id, severity, message, help, file };
}
