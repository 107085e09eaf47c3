import { diagnose } from "../rules/diagnose.js";
import { lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { SpecFile } from "./loadCatalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isInside, leadsOutside } from "../output/leadsOutside.js";
import { FileDigests } from "../memory/fileDigests.js";
import { textDigest } from "../output/manifest.js";
import { inputRules } from "../rules/inputRules.js";
import { presentConfigFiles } from "./configSource.js";
import { filesBelow, readText, statIfThere } from "../sources/disk.js";

/** A spec's text, and the digest that tells it from others. */
export interface SpecSource extends SpecFile {
  readonly digest: string;
}

/** The specs below a folder, and what could not be read. */
export interface ReadSpecs {
  readonly files: readonly SpecSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the specs below a folder.
 *
 * @param digests of specs that need not be read, if a digest is all that is asked for
 * @param changed the texts of specs that are to be written, by their paths
 */
export function readSpecs(
  cwd: string,
  folder: string,
  digests = new FileDigests([]),
  changed: ReadonlyMap<string, string> = new Map(),
): ReadSpecs {
  // A folder that is given outside the project is meant.
  const root = isInside(resolve(cwd), resolve(cwd, folder)) ? cwd : resolve(cwd, folder);
  const outside = specOutside(root, join(cwd, folder), folder);
  if (outside) return { files: [], diagnostics: [outside] };
  const paths = filesBelow(join(cwd, folder), /\.ya?ml$/);
  if (paths.length === 0) return { files: [], diagnostics: [nothingFound(cwd, folder)] };
  const read = paths.map((path) => {
    const file = `${folder}/${path}`;
    const isLink = lstatSync(join(cwd, file), { throwIfNoEntry: false })?.isSymbolicLink();
    const text = changed.get(file)?.replace(/^\uFEFF/, "");
    if (text !== undefined) return { file, text, digest: textDigest(text) };
    return (isLink && specOutside(root, join(cwd, file), file)) || specAt(cwd, file, digests);
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
  return diagnose(inputRules["no-spec-found"], folder, message, whatToDo(resolve(cwd), config));
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

/** A spec whose text is read when it is asked for, unless it had to be read for its digest. */
function specAt(cwd: string, file: string, digests: FileDigests): SpecSource | Diagnostic {
  const path = join(cwd, file);
  let text: string | undefined;
  let mistake: Diagnostic | undefined;
  const digest = digests.of(path, () => {
    const read = readText(path, file);
    if ("rule" in read) mistake = read;
    else text = read.text;
    return text === undefined ? undefined : textDigest(text);
  });
  if (mistake) return mistake;
  return {
    file,
    digest: digest ?? "",
    get text() {
      if (text !== undefined) return text;
      const read = readText(path, file);
      if ("text" in read && textDigest(read.text) === digest) return (text = read.text);
      throw new Error(`${file} was changed while statusgen was running. Run it again.`);
    },
  };
}

/** Specs come with pull requests: what they link to outside the project is neither read nor written. */
function specOutside(root: string, path: string, file: string): Diagnostic | undefined {
  // A link that leads nowhere is told by the attempt to read it.
  if (!statIfThere(path) || !leadsOutside(root, path)) return undefined;
  const message = "This is, or is inside, a link that leads out of the project.";
  return diagnose(inputRules["unreadable-file"], file, message, "Replace the link with what it leads to.");
}
