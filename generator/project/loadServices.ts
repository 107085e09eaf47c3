import type { Field, Service } from "../catalogue/catalogue.js";
import { variablePrefix } from "../catalogue/names.js";
import { entangledPrefixes } from "../catalogue/serviceNames.js";
import { compareText, type Diagnostic, hasError, sortDiagnostics } from "../diagnostics/diagnostic.js";
import type { ResolvedConfig } from "./config.js";
import { fieldsWith } from "./declaredFields.js";
import type { KnownService, ProjectMemory } from "./projectMemory.js";
import type { SpecSource } from "./readSpecs.js";

/** A service that files are made of. */
export interface LoadedService extends KnownService {
  readonly source: SpecSource;
  /** Gives the service; of a spec that was not read in this run, reads it first. */
  readonly service: () => Promise<Service>;
}

export interface LoadedServices {
  /** In order of their ids; absent where a spec is not valid. */
  readonly services?: readonly LoadedService[];
  /** What is wrong with the specs. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Of more services, not all are kept in memory: their specs are read once more when files are made. */
const mostKept = 3_000;

/** The services of all specs; only those that no earlier run has seen are read. */
export async function loadServices(
  specs: readonly SpecSource[],
  config: ResolvedConfig,
  memory: ProjectMemory,
): Promise<LoadedServices> {
  const fields = fieldsWith(config.fields);
  const services: LoadedService[] = [];
  const invalid: Diagnostic[] = [];
  const unknown: [index: number, spec: SpecSource][] = [];
  for (const [index, source] of specs.entries()) {
    const known = memory.service(source);
    if (known) services.push({ ...known, source, service: reading(source, fields) });
    else unknown.push([index, source]);
  }
  if (unknown.length > mostKept) await keepHeapSmall();
  if (unknown.length > 0) {
    const [{ loadCatalogue, loadSpec }, { lintSpecs }] = await Promise.all([
      import("./loadCatalogue.js"),
      import("./lintSpecs.js"),
    ]);
    for (const [index, source] of unknown) {
      const { spec, diagnostics } = loadSpec(source, fields, index);
      if (!spec || hasError(diagnostics)) {
        invalid.push(...diagnostics);
        continue;
      }
      const { service } = spec;
      const { id, prefix, page } = service;
      const findings = lintSpecs([spec], config.rules, "error");
      const loaded = { id, prefix, pageId: page.id, diagnostics, findings };
      const isKept = services.length < mostKept;
      services.push({
        ...loaded,
        source,
        service: isKept ? giving(service, source) : reading(source, fields),
      });
    }
    // Whether they do clash, and where, takes all specs at once.
    const clashes = mayClash(services) ? loadCatalogue(specs, fields).diagnostics : [];
    if (hasError(clashes)) return { diagnostics: clashes };
  }
  services.sort((a, b) => compareText(a.id, b.id));
  const diagnostics = sortDiagnostics([...invalid, ...services.flatMap((each) => each.diagnostics)]);
  return hasError(diagnostics) ? { diagnostics } : { services, diagnostics };
}

/** Lets an eighth of what is in use gather as garbage; by itself, the engine waits for four times as much. */
async function keepHeapSmall(): Promise<void> {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--heap-growing-percent=12");
}

/** Gives a service and lets go of it; asked again, reads its spec again. */
function giving(service: Service, source: SpecSource): () => Promise<Service> {
  let kept: Service | undefined = service;
  return async () => {
    const given = kept ?? (await reading(source, service.fields)());
    kept = undefined;
    return given;
  };
}

/** Reads the service of a spec that was found valid before. */
function reading(source: SpecSource, fields: readonly Field[]): () => Promise<Service> {
  return async () => {
    const { loadSpec } = await import("./loadCatalogue.js");
    const service = loadSpec(source, fields).spec?.service;
    if (!service) throw new Error(`${source.file} is not the spec that was read before.`);
    return service;
  };
}

function mayClash(services: readonly LoadedService[]): boolean {
  const ids = new Set(services.map(({ id }) => id));
  const prefixes = new Set(services.map(({ prefix }) => variablePrefix(prefix)));
  return (
    Math.min(ids.size, prefixes.size) < services.length ||
    services.some(({ prefix }) => entangledPrefixes(prefix).some((other) => prefixes.has(other)))
  );
}
