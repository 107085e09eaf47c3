import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import { sortDiagnostics } from "../diagnostics/diagnostic.js";
import { defaultConfig, type ResolvedConfig } from "./config.js";
import type { ConfigSource } from "./configSource.js";
import { type LoadedService, loadServices, type MadeOfAll } from "./loadServices.js";
import type { SelectionOptions } from "./project.js";
import { checkConfig } from "./loadConfig.js";
import { readSpecs, type SpecSource } from "./readSpecs.js";
import type { RunMemory } from "./runMemory.js";
import { selectSpecs } from "./selectSpecs.js";

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
  /** The texts that these point into. */
  readonly sources: SourceTexts;
  readonly specs: readonly SpecSource[];
  /** The specs that the run is limited to; all, where it is not given. */
  readonly selection?: ReadonlySet<string>;
  /** What an earlier run made of services that said the same. */
  readonly ofAll: MadeOfAll | undefined;
}

export type ValidInput = LoadedInput & Required<Pick<LoadedInput, "services">>;

export function isValid(input: LoadedInput): input is ValidInput {
  return input.services !== undefined;
}

/** Reads what files are made of. */
export async function loadInput(
  { cwd = process.cwd(), files: given = [] }: SelectionOptions,
  source: ConfigSource,
  memory: RunMemory,
): Promise<LoadedInput> {
  const loaded = await checkConfig(cwd, source);
  if ("diagnostics" in loaded) {
    const { diagnostics } = loaded;
    return {
      cwd,
      config: defaultConfig,
      diagnostics,
      findings: [],
      sources: new Map(),
      specs: [],
      ofAll: undefined,
    };
  }
  const { config } = loaded;
  const { files, diagnostics: unread } = readSpecs(cwd, config.spec, memory.specDigests());
  const { services, diagnostics } = await loadServices(files, config, memory.services);
  const selected = selectSpecs(
    cwd,
    given,
    files.map(({ file }) => file),
  );
  const selection = given.length > 0 ? selected.specs : undefined;
  const mistakes = [...unread, ...selected.diagnostics, ...diagnostics];
  const findings = (services ?? [])
    .filter(({ source: { file } }) => selection?.has(file) ?? true)
    .flatMap((service) => service.findings);
  return {
    cwd,
    config,
    ...(services && unread.length + selected.diagnostics.length === 0 && { services }),
    ...(selection && { selection }),
    diagnostics: sortDiagnostics(mistakes),
    findings: sortDiagnostics(findings),
    sources: textsOf(files, [...mistakes, ...findings]),
    specs: files,
    ofAll: memory.services.ofAll(),
  };
}

function textsOf(specs: readonly SpecSource[], diagnostics: readonly Diagnostic[]): SourceTexts {
  const named = new Set(
    diagnostics.flatMap(({ file, related = [] }) => [file, ...related.map((each) => each.file)]),
  );
  return new Map(specs.filter(({ file }) => named.has(file)).map(({ file, text }) => [file, text]));
}
