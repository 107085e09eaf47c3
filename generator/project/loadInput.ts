import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import { sortDiagnostics } from "../diagnostics/diagnostic.js";
import { failuresOf } from "./ownCode/codeFailure.js";
import { defaultConfig, type ResolvedConfig } from "./config.js";
import { readConfig } from "./configSource.js";
import { checkConfig } from "./loadConfig.js";
import type { LoadedService } from "./loadedService.js";
import { type LoadedServices, loadServices } from "./loadServices.js";
import type { SelectionOptions } from "./project.js";
import { openProjectMemory, type ProjectMemory } from "./projectMemory.js";
import { readSpecs, type SpecSource } from "./readSpecs.js";
import { selectSpecs } from "./selectSpecs.js";

export interface InputOptions extends SelectionOptions {
  /** Whether to use the results of earlier runs. Default: `true`. */
  readonly cache?: boolean;
}

/** Specs that are to be written together with what is made of them. */
export interface ChangedSpecs {
  /** Their texts, by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  /** Writes them. */
  readonly write: () => Promise<void>;
}

/** What files are made of: the config and all services. */
export interface LoadedInput {
  readonly cwd: string;
  /** The defaults, where the config is not valid. */
  readonly config: ResolvedConfig;
  /** The config's file, if there is one. */
  readonly configFile?: string;
  readonly memory: ProjectMemory;
  /** In order of their ids; absent where a spec or the config is not valid. */
  readonly services?: readonly LoadedService[];
  /** What is wrong with the config and the specs. */
  readonly diagnostics: readonly Diagnostic[];
  /** What lint rules find wrong in valid specs. */
  readonly findings: readonly Diagnostic[];
  /** The texts that these point into. */
  readonly sources: SourceTexts;
  readonly specs: readonly SpecSource[];
  /** The specs that the run is limited to; all, where it is not given. */
  readonly selection?: ReadonlySet<string>;
  readonly changed?: ChangedSpecs;
}

export type ValidInput = LoadedInput & Required<Pick<LoadedInput, "services">>;

export function isValid(input: LoadedInput): input is ValidInput {
  return input.services !== undefined;
}

/** Reads what files are made of, as far as an earlier run has not. */
export async function loadInput(options: InputOptions, changed?: ChangedSpecs): Promise<LoadedInput> {
  const { cwd = process.cwd(), files: given = [], cache = true } = options;
  const source = await readConfig(cwd);
  const memory = openProjectMemory(cwd, source, !cache);
  const loaded = await checkConfig(cwd, source, memory.config);
  const file = "diagnostics" in source ? undefined : source.file;
  if ("diagnostics" in loaded) {
    const { diagnostics } = loaded;
    const nothing = { findings: [], sources: new Map<string, string>(), specs: [] };
    return { cwd, config: defaultConfig, memory, diagnostics, ...nothing };
  }
  const { config } = loaded;
  const { files, diagnostics: unread } = readSpecs(cwd, config.spec, memory.digests, changed?.texts);
  const { services, diagnostics }: LoadedServices = await loadServices(files, config, memory).catch(
    failuresOf,
  );
  const paths = files.map(({ file }) => file);
  const selected = selectSpecs(cwd, given, paths);
  const selection = given.length > 0 ? selected.specs : undefined;
  const mistakes = [...unread, ...selected.diagnostics, ...diagnostics];
  const findings = (services ?? [])
    .flatMap((service) => service.specs)
    .flatMap((spec) => ((selection?.has(spec.source.file) ?? true) ? spec.findings : []));
  return {
    cwd,
    config,
    ...(file !== undefined && { configFile: file }),
    memory,
    ...(services && unread.length + selected.diagnostics.length === 0 && { services }),
    ...(selection && { selection }),
    ...(changed && { changed }),
    diagnostics: sortDiagnostics(mistakes),
    findings: sortDiagnostics(findings),
    sources: textsOf(files, [...mistakes, ...findings]),
    specs: files,
  };
}

/** Whether the specs on disk are still those that were read. */
export function isStillSo({ cwd, config, memory, specs, changed }: LoadedInput): boolean {
  const { files } = readSpecs(cwd, config.spec, memory.digests, changed?.texts);
  const isSame = ({ file, digest }: SpecSource, index: number) =>
    specs[index]?.file === file && specs[index].digest === digest;
  return files.length === specs.length && files.every(isSame);
}

function textsOf(specs: readonly SpecSource[], diagnostics: readonly Diagnostic[]): SourceTexts {
  const named = new Set(
    diagnostics.flatMap(({ file, related = [] }) => [file, ...related.map((each) => each.file)]),
  );
  return new Map(specs.filter(({ file }) => named.has(file)).map(({ file, text }) => [file, text]));
}
