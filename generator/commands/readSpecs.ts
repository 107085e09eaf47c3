import { lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { SpecFile } from "../catalogue/loadCatalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isInside, leadsOutside } from "../output/leadsOutside.js";
import { textDigest } from "../output/manifest.js";
import { noSpecFound, unreadableFile } from "../rules/inputRules.js";
import type { InputRule } from "../rules/rule.js";
import { presentConfigFiles } from "./configSource.js";
import { filesBelow, readText, statIfThere } from "./disk.js";

/** A spec's text, and the digest that tells it from others. */
export interface SpecSource extends SpecFile {
  readonly digest: string;
}

/** Of more specs, texts and services are not kept in memory, but read again when they are needed. */
export const mostKept = 3_000;

/** The specs below a folder, and what could not be read. */
export interface ReadSpecs {
  readonly files: readonly SpecSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the specs below a folder.
 *
 * @param known the digest of a spec that is as an earlier run read it; it is read when its text is asked for
 */
export function readSpecs(
  cwd: string,
  folder: string,
  known: (file: string) => string | undefined = () => undefined,
): ReadSpecs {
  // A folder that is given outside the project is meant.
  const root = isInside(resolve(cwd), resolve(cwd, folder)) ? cwd : resolve(cwd, folder);
  const outside = specOutside(root, join(cwd, folder), folder);
  if (outside) return { files: [], diagnostics: [outside] };
  const paths = filesBelow(join(cwd, folder), /\.ya?ml$/);
  if (paths.length === 0) return { files: [], diagnostics: [nothingFound(cwd, folder)] };
  const read = paths.map((path, index) => {
    const file = `${folder}/${path}`;
    const digest = known(file);
    if (digest !== undefined) return unreadSpec(cwd, file, digest);
    const isLink = lstatSync(join(cwd, file), { throwIfNoEntry: false })?.isSymbolicLink();
    const spec = (isLink && specOutside(root, join(cwd, file), file)) || readSpec(cwd, file);
    return index < mostKept || "rule" in spec ? spec : unreadSpec(cwd, file, spec.digest);
  });
  return {
    files: read.flatMap((result) => ("text" in result ? [result] : [])),
    diagnostics: read.flatMap((result) => ("rule" in result ? [result] : [])),
  };
}

/** Most often the tool is run in the wrong folder; a second project in there would not help. */
function nothingFound(cwd: string, folder: string): Diagnostic {
  const [config] = presentConfigFiles(cwd);
  const source = config === undefined ? "" : `, the folder set in ${config}`;
  const message = `There is no .yaml or .yml file in ${resolve(cwd, folder)}${source}.`;
  return diagnostic(noSpecFound, folder, message, whatToDo(resolve(cwd), config));
}

function whatToDo(cwd: string, config: string | undefined): string {
  const parent = dirname(cwd);
  const isProject =
    parent !== cwd &&
    (presentConfigFiles(parent).length > 0 || statIfThere(join(parent, "spec"))?.isDirectory());
  if (isProject) return `Run this in ${parent}, which seems to be the project's folder.`;
  if (config !== undefined) return `Put a spec there, or set "spec" in ${config} to the folder of the specs.`;
  return "Run this in the project's folder, or run `npx statusgen init` to create a first spec.";
}

function readSpec(cwd: string, file: string): SpecSource | Diagnostic {
  const read = readText(join(cwd, file), file);
  if ("rule" in read) return read;
  const { text } = read;
  let digest: string | undefined;
  return {
    file,
    text,
    get digest() {
      return (digest ??= textDigest(text));
    },
  };
}

/** Specs come with pull requests: what they link to outside the project is neither read nor written. */
function specOutside(root: string, path: string, file: string): Diagnostic | undefined {
  // A link that leads nowhere is told by the attempt to read it.
  if (!statIfThere(path) || !leadsOutside(root, path)) return undefined;
  const message = "This is, or is inside, a link that leads out of the project.";
  return diagnostic(unreadableFile, file, message, "Replace the link with what it leads to.");
}

/** A spec that is read each time its text is asked for, which in most runs it is not. */
function unreadSpec(cwd: string, file: string, digest: string): SpecSource {
  return {
    file,
    digest,
    get text() {
      const read = readSpec(cwd, file);
      if ("text" in read && read.digest === digest) return read.text;
      throw new Error(`${file} was changed while statusgen was running. Run it again.`);
    },
  };
}

function diagnostic({ id, severity }: InputRule, file: string, message: string, help: string): Diagnostic {
  return { rule: id, severity, message, help, file };
}
