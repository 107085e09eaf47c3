import { diagnose } from "../rules/diagnose.js";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type KnownSpec, knownSpecs } from "../import/knownSpec.js";
import { isInside, leadsOutside } from "../output/leadsOutside.js";
import { inputRules } from "../rules/inputRules.js";
import { statIfThere } from "../sources/disk.js";
import type { Conventions } from "../catalogue/conventions.js";
import type { ServiceConfig } from "../project/config.js";
import { outputOf } from "../project/config.js";
import { conventionsOf } from "../project/conventions.js";
import { loadConfig } from "../project/loadConfig.js";
import type { WatchedReader } from "../project/ownCode/ownReaders.js";
import { shownPath } from "./readPages.js";
import { readSpecs } from "../project/readSpecs.js";

/** What an import finds in its project; all paths are relative to it. */
export interface ImportProject {
  /** The folder that new specs go to. */
  readonly out: string;
  /** The path of the specs' JSON Schema. */
  readonly schema: string;
  /** What the config says about specs. */
  readonly conventions: Conventions;
  /** What reads pages that are not reStructuredText. */
  readonly readers: readonly WatchedReader[];
  /** What the config says of services, by their ids. */
  readonly services: Readonly<Record<string, ServiceConfig>>;
  /** The specs that a page may belong to, and that new ones must not clash with. */
  readonly known: readonly KnownSpec[];
}

/** @param out - the folder that new specs go to, where it is not the spec folder */
export async function readImportProject(
  cwd: string,
  out: string | undefined,
): Promise<ImportProject | { readonly diagnostics: readonly Diagnostic[] }> {
  const loaded = await loadConfig(cwd);
  if ("diagnostics" in loaded) return loaded;
  const ofProject = shownPath(cwd, resolve(cwd, loaded.config.spec));
  const folder = out === undefined ? ofProject : shownPath(cwd, resolve(cwd, out));
  if (isInside(resolve(cwd), resolve(cwd, folder)) && leadsOutside(cwd, folder)) {
    const message = "Specs cannot be written to this folder, because a link leads it out of the project.";
    return {
      diagnostics: [
        diagnose(inputRules["unreadable-file"], folder, message, "Give the folder itself with `--out`."),
      ],
    };
  }
  const stats = statIfThere(resolve(cwd, folder));
  if (stats && !stats.isDirectory()) {
    const message = "Specs cannot be written to this folder, because it is a file.";
    return {
      diagnostics: [diagnose(inputRules["unreadable-file"], folder, message, "Give a folder with `--out`.")],
    };
  }
  // Specs that go elsewhere are no part of the project.
  const isOfProject = `${folder}/`.startsWith(`${ofProject}/`);
  const conventions = conventionsOf(loaded.config);
  return {
    out: folder,
    conventions,
    readers: loaded.config.readers,
    services: loaded.config.services,
    schema: `${outputOf(loaded.config, "json-schema")}/schema/spec.schema.json`,
    known: readKnownSpecs(cwd, isOfProject ? ofProject : folder, conventions),
  };
}

function readKnownSpecs(cwd: string, folder: string, conventions: Conventions): KnownSpec[] {
  const { files, diagnostics } = readSpecs(cwd, folder);
  // That there is no spec yet is no mistake.
  const unreadable = diagnostics.filter(({ rule }) => rule !== inputRules["no-spec-found"].id);
  return [
    ...knownSpecs(files, conventions),
    ...unreadable.map((diagnostic) => ({ file: diagnostic.file, text: "", diagnostics: [diagnostic] })),
  ];
}
