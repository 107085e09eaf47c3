import type { Catalogue } from "../catalogue/catalogue.js";
import { type LoadedCatalogue, loadCatalogue, type SpecFile } from "./loadCatalogue.js";
import { type Diagnostic, sortDiagnostics, type SourceTexts } from "../diagnostics/diagnostic.js";
import type { CheckedSpec } from "../rules/rule.js";
import { defaultConfig, type ResolvedConfig } from "./config.js";
import { failuresOf } from "./ownCode/codeFailure.js";
import { conventionsOf } from "./conventions.js";
import { loadConfig } from "./loadConfig.js";
import { readSpecs } from "./readSpecs.js";

/** The place of a project. */
export interface ProjectOptions {
  /** The project's folder, with its config file and its specs. Default: the working folder. */
  readonly cwd?: string;
}

/** The place of a project, and the specs to limit a run to. */
export interface SelectionOptions extends ProjectOptions {
  /**
   * Paths of specs, absolute or relative to the project's folder. They limit a run to the files of their
   * services and those about all services; other files are neither compared nor written. Default: all specs.
   */
  readonly files?: readonly string[];
}

/** A project: its config, its catalogue, and everything that is wrong with them. */
export interface Project {
  /** The project's folder. */
  readonly cwd: string;
  /** The defaults if the config is not valid. */
  readonly config: ResolvedConfig;
  /** Absent if a spec or the config is not valid. */
  readonly catalogue?: Catalogue;
  /** @internal */
  readonly specs: readonly CheckedSpec[];
  /** The mistakes in specs and config. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the specs, which diagnostics point into. */
  readonly sources: SourceTexts;
}

/** 0 in order; 1 a finding; 2 invalid input. If the machine fails, which is exit code 3, the function throws. */
export type ExitCode = 0 | 1 | 2;

/**
 * Reads the project in a folder. `diagnostics` lists the mistakes in its config and specs.
 *
 * @throws if the machine fails, for example if a folder cannot be read
 */
export async function loadProject({ cwd = process.cwd() }: ProjectOptions = {}): Promise<Project> {
  const loaded = await loadConfig(cwd);
  if ("diagnostics" in loaded) {
    return { cwd, config: defaultConfig, specs: [], diagnostics: loaded.diagnostics, sources: new Map() };
  }
  const { config } = loaded;
  const { files, diagnostics } = readSpecs(cwd, config.spec);
  const { catalogue, specs, diagnostics: mistakes } = catalogueOf(files, config);
  return {
    cwd,
    config,
    ...(catalogue && diagnostics.length === 0 && { catalogue }),
    specs,
    diagnostics: sortDiagnostics([...diagnostics, ...mistakes]),
    sources: new Map(files.map(({ file, text }) => [file, text])),
  };
}

function catalogueOf(files: readonly SpecFile[], config: ResolvedConfig): LoadedCatalogue {
  try {
    return loadCatalogue(files, conventionsOf(config));
  } catch (error) {
    return { ...failuresOf(error), specs: [] };
  }
}
