import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { ServiceParts } from "../emit/emitters.js";
import { FileDigests } from "../memory/fileDigests.js";
import { openMemory } from "../memory/memory.js";
import type { ExpectedFile } from "../output/manifest.js";
import { version } from "../version.js";
import type { ResolvedConfig } from "./config.js";
import type { Spec } from "../spec/definition.js";
import type { ConfigSource } from "./configSource.js";
import type { KnownSpec, LoadedService, MadeOfService } from "./loadedService.js";
import type { SpecSource } from "./readSpecs.js";

/** A service of this run, and what was made of it. */
export interface MadeService extends LoadedService {
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

/** A service, and what was made of it. */
export interface RememberedService extends Pick<MadeService, "head" | "key" | "made"> {
  readonly specs: readonly (KnownSpec & { readonly source: Pick<SpecSource, "file" | "digest"> })[];
}

/** What an earlier run of the same tool with the same config found out. */
export interface ProjectMemory {
  /** The config, as it was found valid. */
  readonly config: ResolvedConfig | undefined;
  /** Of specs and output. */
  readonly digests: FileDigests;
  /** A spec with the same path and text. */
  spec(spec: SpecSource): KnownSpec | undefined;
  /** What such a spec says, if it is one of several of its service. */
  data(spec: SpecSource): Spec | undefined;
  /** What was made of a service, by its id and what its specs say. */
  made(id: string, key: string): MadeOfService | undefined;
  /** All services, if the specs are those that the earlier run saw. */
  services(specs: readonly SpecSource[]): readonly RememberedService[] | undefined;
  /** The files about all services. */
  ofAll(): MadeOfAll | undefined;
  /** What the files about all services say about one, by the digest of it. */
  parts(digest: string): ServiceParts | undefined;
  save(config: ResolvedConfig, services: readonly MadeService[], ofAll: MadeOfAll): Promise<void>;
}

/** Opens what is remembered of a project; nothing where its config cannot be read. */
export function openProjectMemory(cwd: string, source: ConfigSource, isOff: boolean): ProjectMemory {
  const memory = openMemory(cwd, () => keyOf(source), isOff || "diagnostics" in source);
  const [about, ...services] = memory.recall("services.json") as [
    { config: ResolvedConfig; ofAll: MadeOfAll }?,
    ...RememberedService[],
  ];
  const made = new Map(services.map((service) => [service.head.id, service]));
  const specs = new Map(services.flatMap((service) => service.specs.map((spec) => [spec.source.file, spec])));
  const digests = new FileDigests(memory.recall("digests.json"));
  let parts: ReadonlyMap<string, ServiceParts> | undefined;
  let data: ReadonlyMap<string, Spec> | undefined;
  const dataOf = ({ digest }: SpecSource) => {
    data ??= new Map(memory.recall("specs.json") as [string, Spec][]);
    return data.get(digest);
  };
  return {
    config: about?.config,
    digests,
    spec: (source) => {
      const known = specs.get(source.file);
      return known?.source.digest === source.digest ? known : undefined;
    },
    data: dataOf,
    made: (id, key) => (made.get(id)?.key === key ? made.get(id)?.made : undefined),
    services: (sources) => {
      const isSame = ({ file, digest }: SpecSource) => specs.get(file)?.source.digest === digest;
      return sources.length === specs.size && sources.every(isSame) ? services : undefined;
    },
    ofAll: () => about?.ofAll,
    parts: (digest) => {
      parts ??= new Map(memory.recall("parts.json") as [string, ServiceParts][]);
      return parts.get(digest);
    },
    save: async (config, services, ofAll) => {
      const lines = digests.lines();
      if (lines) memory.remember("digests.json", lines);
      const isKnown = services.every(({ head, key }) => made.get(head.id)?.key === key);
      // What is remembered already comes back as it is.
      if (isKnown && services.length === made.size && ofAll.manifest === about?.ofAll.manifest) return;
      memory.remember("services.json", [{ config, ofAll }, ...services.map(remembered)]);
      // A service is made of all its specs, also where one of them has changed.
      const together = services.flatMap(({ specs }) => (specs.length > 1 ? specs : []));
      if (together.some(({ source }) => specs.get(source.file)?.source.digest !== source.digest))
        memory.remember(
          "specs.json",
          together.map(({ source, read }) => [source.digest, read?.data ?? dataOf(source)]),
        );
      if (about?.ofAll.digest === ofAll.digest) return;
      const parts = services.map(async (each) => [each.made.partsDigest, await each.parts()]);
      memory.remember("parts.json", await Promise.all(parts));
    },
  };
}

function remembered({ head, key, made, specs }: MadeService): RememberedService {
  return {
    head,
    key,
    made,
    specs: specs.map(({ source: { file, digest }, read: _read, ...known }) => ({
      ...known,
      source: { file, digest },
    })),
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
