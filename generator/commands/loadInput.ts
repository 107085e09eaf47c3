import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import { sortDiagnostics } from "../diagnostics/diagnostic.js";
import { defaultConfig, type ResolvedConfig } from "./config.js";
import type { ConfigSource } from "./configSource.js";
import { type LoadedService, loadServices } from "./loadServices.js";
import type { ProjectOptions } from "./project.js";
import { checkConfig } from "./loadConfig.js";
import { readSpecs } from "./readSpecs.js";
import type { RunMemory } from "./runMemory.js";

/** What files are made of: the config and all services. */
export interface LoadedInput {
  readonly cwd: string;
  /** The defaults, where the config is not valid. */
  readonly config: ResolvedConfig;
  /** In order of their ids; absent where a spec or the config is not valid. */
  readonly services?: readonly LoadedService[];
  /** What is wrong with the config and the specs. */
  readonly diagnostics: readonly Diagnostic[];
  /** What lint rules find wrong in valid specs. */
  readonly findings: readonly Diagnostic[];
  readonly sources: SourceTexts;
}

export type ValidInput = LoadedInput & Required<Pick<LoadedInput, "services">>;

/** Reads what files are made of. */
export async function loadInput(
  { cwd = process.cwd() }: ProjectOptions,
  source: ConfigSource,
  memory: RunMemory,
): Promise<LoadedInput> {
  const loaded = await checkConfig(source);
  if ("diagnostics" in loaded) {
    const { diagnostics } = loaded;
    return { cwd, config: defaultConfig, diagnostics, findings: [], sources: new Map() };
  }
  const { config } = loaded;
  const { files, diagnostics: unread } = readSpecs(cwd, config.spec);
  const { services, diagnostics } = await loadServices(files, config, (file) => memory.service(file));
  return {
    cwd,
    config,
    ...(services && unread.length === 0 && { services }),
    diagnostics: sortDiagnostics([...unread, ...diagnostics]),
    findings: sortDiagnostics((services ?? []).flatMap(({ findings }) => findings)),
    sources: new Map(files.map(({ file, text }) => [file, text])),
  };
}
