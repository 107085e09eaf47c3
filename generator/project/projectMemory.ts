import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ServiceParts } from "../emit/emitters.js";
import { FileDigests } from "../memory/fileDigests.js";
import { openMemory } from "../memory/memory.js";
import type { ExpectedFile } from "../output/manifest.js";
import { version } from "../version.js";
import type { ResolvedConfig } from "./config.js";
import type { ConfigSource } from "./configSource.js";
import type { SpecSource } from "./readSpecs.js";

/** What is known of a service without reading its spec. */
export interface KnownService {
  readonly id: string;
  readonly prefix: string;
  readonly pageId: string;
  /** The warnings about its spec. */
  readonly diagnostics: readonly Diagnostic[];
  /** What lint rules find wrong. */
  readonly findings: readonly Diagnostic[];
  /** Absent where nothing has been made yet. */
  readonly made?: MadeOfService;
}

/** What was made of a service. */
interface MadeOfService {
  /** The name of its page's file. */
  readonly pageName: string;
  readonly files: readonly ExpectedFile[];
  /** Of what the files about all services say about it. */
  readonly partsDigest: string;
}

/** A service of this run, and what was made of it. */
export interface MadeService extends KnownService {
  readonly source: SpecSource;
  readonly made: MadeOfService;
  /** What the files about all services say about it. */
  readonly parts: () => Promise<ServiceParts>;
}

/** What was made of all services. */
export interface MadeOfAll {
  readonly files: readonly ExpectedFile[];
  /** Of all that the files say. */
  readonly digest: string;
  /** The manifest, with the digest of all that it says. */
  readonly manifest: { readonly file: ExpectedFile; readonly digest: string };
}

/** What an earlier run of the same tool with the same config found out. */
export interface ProjectMemory {
  /** The config, as it was found valid. */
  readonly config: ResolvedConfig | undefined;
  /** Of specs and output. */
  readonly digests: FileDigests;
  /** The service of a spec with the same path and text. */
  service(spec: SpecSource): KnownService | undefined;
  /** The files about all services. */
  ofAll(): MadeOfAll | undefined;
  /** What the files about all services say about one, by the digest of it. */
  parts(digest: string): ServiceParts | undefined;
  save(config: ResolvedConfig, services: readonly MadeService[], ofAll: MadeOfAll): Promise<void>;
}

/** Opens what is remembered of a project; nothing where its config cannot be read. */
export function openProjectMemory(cwd: string, source: ConfigSource, isOff: boolean): ProjectMemory {
  const memory = openMemory(cwd, () => keyOf(source), isOff || "diagnostics" in source);
  const [head, ...lines] = memory.recall("services.json") as [
    { config: ResolvedConfig; ofAll: MadeOfAll }?,
    ...[file: string, digest: string, service: KnownService][],
  ];
  const services = new Map(lines.map(([file, digest, service]) => [file, { digest, service }]));
  let parts: ReadonlyMap<string, ServiceParts> | undefined;
  const digests = new FileDigests(memory.recall("digests.json"));
  return {
    config: head?.config,
    digests,
    service: ({ file, digest }) => {
      const known = services.get(file);
      return known?.digest === digest ? known.service : undefined;
    },
    ofAll: () => head?.ofAll,
    parts: (digest) => {
      parts ??= new Map(memory.recall("parts.json") as [string, ServiceParts][]);
      return parts.get(digest);
    },
    save: async (config, made, ofAll) => {
      const lines = digests.lines();
      if (lines) memory.remember("digests.json", lines);
      const isKnown = made.every(({ source }) => services.get(source.file)?.digest === source.digest);
      // What is remembered already comes back as it is.
      if (isKnown && made.length === services.size && ofAll.manifest === head?.ofAll.manifest) return;
      const known = made.map(({ source, id, prefix, pageId, diagnostics, findings, made }) => {
        const service: KnownService = { id, prefix, pageId, diagnostics, findings, made };
        return [source.file, source.digest, service];
      });
      memory.remember("services.json", [{ config, ofAll }, ...known]);
      if (head?.ofAll.digest === ofAll.digest) return;
      const parts = made.map(async (each) => [each.made.partsDigest, await each.parts()]);
      memory.remember("parts.json", await Promise.all(parts));
    },
  };
}

/** Everything but specs and output that decides what is written. */
function keyOf(config: ConfigSource): string {
  const prettier = createRequire(import.meta.url)("prettier/package.json") as { version: string };
  return JSON.stringify([version, buildId(), prettier.version, config]);
}

/** Tells builds of the same version apart; the sources themselves have none. */
function buildId(): string | undefined {
  try {
    return readFileSync(new URL("build-id", import.meta.url), "utf8");
  } catch {
    return undefined;
  }
}
