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
  /** The files about all services. */
  ofAll(): MadeOfAll | undefined;
  /** What the files about all services say about one, by the digest of it. */
  parts(digest: string): ServiceParts | undefined;
  save(config: ResolvedConfig, services: readonly MadeService[], ofAll: MadeOfAll): Promise<void>;
}

/** Opens what is remembered of a project; nothing where its config cannot be read. */
export function openProjectMemory(cwd: string, source: ConfigSource, isOff: boolean): ProjectMemory {
  const memory = openMemory(cwd, () => keyOf(source), isOff || "diagnostics" in source);
  const [head, ...services] = memory.recall("services.json") as [
    { config: ResolvedConfig; ofAll: MadeOfAll }?,
    ...[
      id: string,
      key: string,
      made: MadeOfService,
      specs: [file: string, digest: string, spec: KnownSpec][],
    ][],
  ];
  const made = new Map(services.map(([id, key, made]) => [id, { key, made }]));
  const specs = new Map(services.flatMap(([, , , ofService]) => ofService.map((line) => [line[0], line])));
  const digests = new FileDigests(memory.recall("digests.json"));
  let parts: ReadonlyMap<string, ServiceParts> | undefined;
  let data: ReadonlyMap<string, Spec> | undefined;
  const dataOf = ({ digest }: SpecSource) => {
    data ??= new Map(memory.recall("specs.json") as [string, Spec][]);
    return data.get(digest);
  };
  return {
    config: head?.config,
    digests,
    spec: (source) => {
      const [, digest, spec] = specs.get(source.file) ?? [];
      return digest === source.digest ? spec : undefined;
    },
    data: dataOf,
    made: (id, key) => (made.get(id)?.key === key ? made.get(id)?.made : undefined),
    ofAll: () => head?.ofAll,
    parts: (digest) => {
      parts ??= new Map(memory.recall("parts.json") as [string, ServiceParts][]);
      return parts.get(digest);
    },
    save: async (config, services, ofAll) => {
      const lines = digests.lines();
      if (lines) memory.remember("digests.json", lines);
      const isKnown = services.every(({ head, key }) => made.get(head.id)?.key === key);
      // What is remembered already comes back as it is.
      if (isKnown && services.length === made.size && ofAll.manifest === head?.ofAll.manifest) return;
      memory.remember("services.json", [{ config, ofAll }, ...services.map(lineOf)]);
      // A service is made of all its specs, also where one of them has changed.
      const together = services.flatMap(({ specs }) => (specs.length > 1 ? specs : []));
      if (together.some(({ source }) => !specs.get(source.file)?.includes(source.digest)))
        memory.remember(
          "specs.json",
          together.map(({ source, read }) => [source.digest, read?.data ?? dataOf(source)]),
        );
      if (head?.ofAll.digest === ofAll.digest) return;
      const parts = services.map(async (each) => [each.made.partsDigest, await each.parts()]);
      memory.remember("parts.json", await Promise.all(parts));
    },
  };
}

function lineOf({ head: { id }, key, made, specs }: MadeService) {
  const ofSpecs = specs.map(({ source, read: _read, ...known }) => [source.file, source.digest, known]);
  return [id, key, made, ofSpecs];
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
