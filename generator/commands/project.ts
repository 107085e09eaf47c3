import type { Catalogue } from "../catalogue/catalogue.js";
import { loadCatalogue } from "../catalogue/loadCatalogue.js";
import { type Diagnostic, sortDiagnostics, type SourceTexts } from "../diagnostics/diagnostic.js";
import type { CheckedSpec } from "../rules/rule.js";
import { defaultConfig, type ResolvedConfig } from "./config.js";
import { loadConfig } from "./loadConfig.js";
import { readSpecs } from "./readSpecs.js";

/** Where a project is. */
export interface ProjectOptions {
  /** The project's folder, with its config file and its specs. Default: the working folder. */
  readonly cwd?: string;
}

/** Where a project is, and which of its specs a run is about. */
export interface SelectionOptions extends ProjectOptions {
  /**
   * Paths of specs, absolute or relative to the project's folder. Given any, a run is about the files of
   * their services and those about all services; other files are neither compared nor written.
   */
  readonly files?: readonly string[];
}

/** A project as it was read: its config, its catalogue, and all that is wrong with them. */
export interface Project {
  readonly cwd: string;
  /** The defaults, where the config is not valid. */
  readonly config: ResolvedConfig;
  /** Absent where a spec or the config is not valid. */
  readonly catalogue?: Catalogue;
  readonly specs: readonly CheckedSpec[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
}

/** Exit codes: in order, a finding, input that is not valid. (3, the machine failed, is an exception.) */
export type ExitCode = 0 | 1 | 2;

/**
 * Reads the project in a folder. Mistakes in its config and its specs are in `diagnostics`.
 *
 * @throws where the machine fails, such as a folder that must not be read
 */
export async function loadProject({ cwd = process.cwd() }: ProjectOptions = {}): Promise<Project> {
  const loaded = await loadConfig(cwd);
  if ("diagnostics" in loaded) {
    return { cwd, config: defaultConfig, specs: [], diagnostics: loaded.diagnostics, sources: new Map() };
  }
  const { config } = loaded;
  const { files, diagnostics } = readSpecs(cwd, config.spec);
  const { catalogue, specs, diagnostics: mistakes } = loadCatalogue(files);
  return {
    cwd,
    config,
    ...(catalogue && diagnostics.length === 0 && { catalogue }),
    specs,
    diagnostics: sortDiagnostics([...diagnostics, ...mistakes]),
    sources: new Map(files.map(({ file, text }) => [file, text])),
  };
}
