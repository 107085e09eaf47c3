import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { FileDigests } from "../memory/fileDigests.js";
import { openMemory } from "../memory/memory.js";
import type { ExpectedFile } from "../output/manifest.js";
import { version } from "../version.js";
import type { ResolvedConfig } from "./config.js";
import type { Spec } from "../spec/definition.js";
import type { ConfigSource } from "./configSource.js";
import type { KnownSpec, LoadedService, MadeOfService } from "./loadedService.js";
import type { SpecSource } from "./readSpecs.js";

/** What files about all services say about one: plain data of their emitters. */
export type ServiceParts = readonly unknown[];

/** What was made of a service for one output folder. */
export interface MadeForOutput {
  readonly made: MadeOfService;
  /** What the files about all services say about it. */
  readonly parts: () => Promise<ServiceParts>;
}

/** A service of this run, and what was made of it for each output folder. */
interface MadeService extends LoadedService {
  readonly forOutputs: readonly MadeForOutput[];
}

/** What was made of all services for one output folder. */
export interface MadeOfAll {
  readonly files: readonly ExpectedFile[];
  /** Of all that the files say. */
  readonly digest: string;
  /** The manifest, with the digest of all that it says. */
  readonly manifest: { readonly file: ExpectedFile; readonly digest: string };
}

/** A service, and what was made of it. */
export interface RememberedService extends Pick<Required<LoadedService>, "head" | "key" | "made"> {
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
  made(id: string, key: string): LoadedService["made"];
  /** All services, if the specs are those that the earlier run saw. */
  services(specs: readonly SpecSource[]): readonly RememberedService[] | undefined;
  /** The files about all services in an output folder, by its place in the config. */
  ofAll(output: number): MadeOfAll | undefined;
  /** What the files about all services say about one, by the digest of it. */
  parts(digest: string): ServiceParts | undefined;
  save(config: ResolvedConfig, services: readonly MadeService[], ofAll: readonly MadeOfAll[]): Promise<void>;
}

/** Opens what is remembered of a project; nothing where its config cannot be read, or has code of people's own. */
export function openProjectMemory(cwd: string, source: ConfigSource, isOff: boolean): ProjectMemory {
  const isUnknown = "diagnostics" in source || source.hasCode === true;
  const memory = openMemory(cwd, () => keyOf(source), isOff || isUnknown);
  const [about, ...services] = memory.recall("services.json") as [
    { config: ResolvedConfig; ofAll: readonly MadeOfAll[] }?,
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
    ofAll: (output) => about?.ofAll[output],
    parts: (digest) => {
      parts ??= new Map(memory.recall("parts.json") as [string, ServiceParts][]);
      return parts.get(digest);
    },
    save: async (config, services, ofAll) => {
      const lines = digests.lines();
      if (lines) memory.remember("digests.json", lines);
      const isKnown = services.every(({ head, key }) => made.get(head.id)?.key === key);
      // What is remembered already comes back as it is.
      const isSame = ofAll.every(({ manifest }, index) => manifest === about?.ofAll[index]?.manifest);
      if (isKnown && services.length === made.size && isSame) return;
      memory.remember("services.json", [{ config, ofAll }, ...services.map(remembered)]);
      // A service is made of all its specs, also where one of them has changed.
      const together = services.flatMap(({ specs }) => (specs.length > 1 ? specs : []));
      if (together.some(({ source }) => specs.get(source.file)?.source.digest !== source.digest))
        memory.remember(
          "specs.json",
          together.map(({ source, read }) => [source.digest, read?.data ?? dataOf(source)]),
        );
      if (ofAll.every(({ digest }, index) => digest === about?.ofAll[index]?.digest)) return;
      const parts = services
        .flatMap(({ forOutputs }) => forOutputs)
        .map(async (each) => [each.made.partsDigest, await each.parts()]);
      memory.remember("parts.json", await Promise.all(parts));
    },
  };
}

function remembered({ head, key, forOutputs, specs }: MadeService): RememberedService {
  return {
    head,
    key,
    made: forOutputs.map(({ made }) => made),
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
