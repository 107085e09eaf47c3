import { joinSpecs, type ServiceHead } from "../catalogue/catalogue.js";
import { type Conventions, serviceHeads } from "../catalogue/conventions.js";
import { variablePrefix } from "../catalogue/names.js";
import { entangledPrefixes } from "../catalogue/serviceNames.js";
import { compareText, type Diagnostic, hasError, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { textDigest } from "../output/manifest.js";
import type { ResolvedConfig } from "./config.js";
import { conventionsOf } from "./conventions.js";
import type { LoadedService, LoadedSpec } from "./loadedService.js";
import type { ProjectMemory, RememberedService } from "./projectMemory.js";
import type { SpecSource } from "./readSpecs.js";

export interface LoadedServices {
  /** In order of their ids; absent where a spec is not valid. */
  readonly services?: readonly LoadedService[];
  /** What is wrong with the specs. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Of more specs, not all are kept in memory: they are read once more when files are made. */
const mostKept = 3_000;

/**
 * The services of all specs; only specs that no earlier run has seen are read. If there is a mistake, all are read:
 * what is wrong with one may be due to another.
 */
export async function loadServices(
  sources: readonly SpecSource[],
  config: ResolvedConfig,
  memory: ProjectMemory,
): Promise<LoadedServices> {
  const conventions = conventionsOf(config);
  const known = memory.services(sources);
  if (known) return withoutChanges(known, sources, conventions, memory);
  const specs = await loadSpecs(sources, config, memory);
  const services = specs && servicesOf(specs, conventions, memory);
  if (!services || (await mayBeWrong(services, conventions, memory))) {
    const { loadCatalogue } = await import("./loadCatalogue.js");
    const { diagnostics } = loadCatalogue(sources, conventions);
    if (!services || hasError(diagnostics)) return { diagnostics };
  }
  return { services, diagnostics: diagnosticsOf(services) };
}

/** The services of an earlier run, none of whose specs has changed. */
function withoutChanges(
  known: readonly RememberedService[],
  sources: readonly SpecSource[],
  conventions: Conventions,
  memory: ProjectMemory,
): LoadedServices {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const services = known.map((service): LoadedService => {
    const specs = service.specs.map((spec) => ({ ...spec, source: byFile.get(spec.source.file) ?? never() }));
    return { ...service, specs, service: reading(specs, service.head, conventions, memory) };
  });
  return { services, diagnostics: diagnosticsOf(services) };
}

function never(): never {
  throw new Error("What is remembered is of the same specs.");
}

function diagnosticsOf(services: readonly LoadedService[]): Diagnostic[] {
  return sortDiagnostics(services.flatMap(({ specs }) => specs.flatMap(({ diagnostics }) => diagnostics)));
}

/** The specs, each checked by itself; `undefined` if one of them is not valid. */
async function loadSpecs(
  sources: readonly SpecSource[],
  config: ResolvedConfig,
  memory: ProjectMemory,
): Promise<LoadedSpec[] | undefined> {
  const conventions = conventionsOf(config);
  const specs: LoadedSpec[] = [];
  const unknown = sources.filter((source) => !memory.spec(source)).length;
  if (unknown > mostKept) await keepHeapSmall();
  for (const source of sources) {
    const known = memory.spec(source);
    const { checkAlone } = known ? {} : await import("./checkAlone.js");
    const spec = known ? { ...known, source } : checkAlone?.(source, config, conventions);
    if (!spec) return undefined;
    specs.push(specs.length < mostKept ? spec : withoutData(spec));
  }
  const heads = serviceHeads(
    specs.map(({ said }) => said),
    conventions,
  );
  for (const [index, { source, said, names }] of specs.entries()) {
    const head = heads.get(said.id);
    if (names === head?.names) continue;
    const { checkAlone } = await import("./checkAlone.js");
    const spec = checkAlone(source, config, conventions, head);
    if (!spec) return undefined;
    specs[index] = spec;
  }
  return specs;
}

function withoutData({ read: _read, ...spec }: LoadedSpec): LoadedSpec {
  return spec;
}

/** Lets an eighth of what is in use gather as garbage; by itself, the engine waits for four times as much. */
async function keepHeapSmall(): Promise<void> {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--heap-growing-percent=12");
}

function servicesOf(
  specs: readonly LoadedSpec[],
  conventions: Conventions,
  memory: ProjectMemory,
): LoadedService[] {
  const heads = serviceHeads(
    specs.map(({ said }) => said),
    conventions,
  );
  const byId = new Map<string, LoadedSpec[]>();
  for (const spec of specs) byId.set(spec.said.id, [...(byId.get(spec.said.id) ?? []), spec]);
  const services = Array.from(heads.values(), (head): LoadedService => {
    const ofService = byId.get(head.id) ?? [];
    const key = textDigest(
      JSON.stringify([head, ...ofService.map(({ source }) => [source.file, source.digest])]),
    );
    const made = memory.made(head.id, key);
    const service = reading(ofService, head, conventions, memory);
    return { head, specs: ofService, key, ...(made && { made }), service };
  });
  return services.sort((a, b) => compareText(a.head.id, b.head.id));
}

/** Gives a service; reads the specs for it that this run has not read. */
function reading(
  specs: readonly LoadedSpec[],
  head: ServiceHead,
  conventions: Conventions,
  memory: ProjectMemory,
): LoadedService["service"] {
  return async () => {
    const { specService } = await import("./checkAlone.js");
    const [first, ...others] = specs.map((spec) => specService(spec, head, conventions, memory));
    if (!first) throw new Error(`The service ${head.id} has no spec.`);
    return joinSpecs([first, ...others]);
  };
}

/**
 * Whether specs may be wrong together that are right by themselves: those of one service, or two services whose
 * TypeScript may have names in common.
 */
async function mayBeWrong(
  services: readonly LoadedService[],
  conventions: Conventions,
  memory: ProjectMemory,
): Promise<boolean> {
  const changed = services.filter(({ made }) => !made);
  const together = changed.filter(({ specs }) => specs.length > 1 || specs[0]?.said.name === undefined);
  if (together.length > 0) {
    const { isWrongTogether } = await import("./checkAlone.js");
    if (together.some(({ specs, head }) => isWrongTogether(specs, head, conventions, memory))) return true;
  }
  return changed.length > 0 && mayClash(services);
}

function mayClash(services: readonly LoadedService[]): boolean {
  const prefixes = new Set(services.map(({ head }) => variablePrefix(head.prefix)));
  return (
    prefixes.size < services.length ||
    services.some(({ head }) => entangledPrefixes(head.prefix).some((other) => prefixes.has(other)))
  );
}
