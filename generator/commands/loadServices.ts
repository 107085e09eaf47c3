import { lintSpecs } from "../catalogue/lintSpecs.js";
import { loadCatalogue, loadSpec } from "../catalogue/loadCatalogue.js";
import type { Service } from "../catalogue/catalogue.js";
import { variablePrefix } from "../catalogue/names.js";
import { entangledPrefixes } from "../catalogue/serviceNames.js";
import { compareText, type Diagnostic, hasError, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { partsOf, type ServiceParts } from "../emit/emitters.js";
import { type ExpectedFile, textDigest } from "../output/manifest.js";
import type { ResolvedConfig } from "./config.js";
import { mostKept, type SpecSource } from "./readSpecs.js";

/** What is known of a service without its spec: enough for the files about all services. */
export interface ServiceSummary {
  readonly id: string;
  readonly prefix: string;
  readonly pageId: string;
  /** Of its parts in the files about all services. */
  readonly partsDigest: string;
  /** The service's own files, as the last run made them, and under which name its page. */
  readonly made?: { readonly files: readonly ExpectedFile[]; readonly pageName: string };
}

/** The files about all services. */
export interface MadeOfAll {
  readonly files: readonly ExpectedFile[];
  /** Of all that they say. */
  readonly digest: string;
}

/** A service, or what an earlier run found out about it. */
export interface LoadedService {
  readonly source: SpecSource;
  readonly summary: ServiceSummary;
  /** Its parts in the files about all services. */
  readonly parts: () => Promise<ServiceParts>;
  /** Gives the service, and lets go of it: asked again, it reads the spec again. */
  readonly take: () => Service;
  /** What lint rules find wrong. */
  readonly findings: readonly Diagnostic[];
}

/** What an earlier run found out. */
export interface Remembered {
  /** The service that a spec is about. */
  service(source: SpecSource): ServiceSummary | undefined;
  /** Parts by their digest. */
  parts(digest: string): ServiceParts | undefined;
}

export interface LoadedServices {
  /** In order of their ids; none where a spec is not valid. */
  readonly services?: readonly LoadedService[];
  /** What is wrong with the specs. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads all specs for a run that makes files. Unlike a catalogue it keeps no syntax tree, and asks
 * first whether the same spec was read before.
 */
export async function loadServices(
  files: readonly SpecSource[],
  { emitters, rules }: ResolvedConfig,
  remembered: Remembered,
): Promise<LoadedServices> {
  if (files.length > mostKept) await keepHeapSmall();
  const services: LoadedService[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, source] of files.entries()) {
    const known = remembered.service(source);
    if (known) {
      const parts = async () =>
        remembered.parts(known.partsDigest) ?? (await partsOf(readService(source), emitters));
      services.push({ source, summary: known, parts, findings: [], take: taking(source) });
      continue;
    }
    const loaded = loadSpec(source, index);
    diagnostics.push(...loaded.diagnostics);
    if (!loaded.spec || hasError(loaded.diagnostics)) continue;
    const { service } = loaded.spec;
    const findings = lintSpecs([loaded.spec], rules, "error");
    const { id, prefix, page } = service;
    const parts = await partsOf(service, emitters);
    const summary = { id, prefix, pageId: page.id, partsDigest: partsDigest(parts) };
    services.push({
      source,
      summary,
      parts: () => Promise.resolve(parts),
      findings,
      take: taking(source, services.length < mostKept ? service : undefined),
    });
  }
  // Whether they do clash, and where, takes all specs at once.
  const clashes = mayClash(services) ? loadCatalogue(files).diagnostics : [];
  if (hasError(clashes)) return { diagnostics: clashes };
  if (hasError(diagnostics)) return { diagnostics: sortDiagnostics(diagnostics) };
  services.sort((a, b) => compareText(a.summary.id, b.summary.id));
  return { services, diagnostics: sortDiagnostics(diagnostics) };
}

/** Lets an eighth of what is in use gather as garbage; by itself, the engine waits for four times as much. */
async function keepHeapSmall(): Promise<void> {
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--heap-growing-percent=12");
}

/** What tells parts from others. */
function partsDigest(parts: ServiceParts): string {
  return textDigest(JSON.stringify(parts));
}

function taking(source: SpecSource, service?: Service): () => Service {
  let kept = service;
  return () => {
    const taken = kept ?? readService(source);
    kept = undefined;
    return taken;
  };
}

/** The service of a spec that was found valid before. */
function readService(source: SpecSource): Service {
  const service = loadSpec(source).spec?.service;
  if (!service) throw new Error(`${source.file} is not the spec that was read before.`);
  return service;
}

function mayClash(services: readonly LoadedService[]): boolean {
  const ids = new Set(services.map(({ summary }) => summary.id));
  const prefixes = new Set(services.map(({ summary }) => variablePrefix(summary.prefix)));
  return (
    Math.min(ids.size, prefixes.size) < services.length ||
    services.some(({ summary }) => entangledPrefixes(summary.prefix).some((prefix) => prefixes.has(prefix)))
  );
}
