import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cacheFolderOf, readCache, writeCache } from "../cache/cacheFile.js";
import {
  isAsItWas,
  isStamped,
  isUntouched,
  type Place,
  type ProjectState,
  withStamp,
} from "../cache/projectState.js";
import type { SpecFile } from "../catalogue/loadCatalogue.js";
import { foldersOfAll } from "../output/compareOutput.js";
import { type ExpectedFile, textDigest } from "../output/manifest.js";
import type { ConfigSource } from "./configSource.js";
import { foldersBelow } from "./disk.js";
import type { ServiceSummary } from "./loadServices.js";
import { version } from "./version.js";

/** What runs of the same tool with the same config remember of a project. */
export class RunMemory {
  readonly #began = Date.now();
  readonly #cwd: string;
  readonly #folder: string | undefined;
  readonly #key: string;
  #state: ProjectState | undefined;
  #services: Readonly<Record<string, RememberedService>> | undefined;

  /** @param isOff remembers nothing, and forgets nothing */
  constructor(cwd: string, config: ConfigSource, isOff: boolean) {
    this.#cwd = cwd;
    this.#folder = isOff ? undefined : cacheFolderOf(cwd);
    this.#key = this.#folder === undefined ? "" : keyOf(config);
  }

  /** The state of a project of which nothing has changed since its output was found in step. */
  unchanged(): ProjectState | undefined {
    const state = this.#remembered();
    return state && isAsItWas(this.#cwd, state) ? state : undefined;
  }

  /** Remembers an unchanged project anew where it had to be read, as it was changed shortly before. */
  refresh(state: ProjectState): void {
    if (!isStamped(state)) this.#write("state.json", this.#stamped(state));
  }

  /** The digest of an output file that nobody has touched, by its path below the output folder. */
  digestsIn(output: string): (path: string) => string | undefined {
    const places = new Map((this.#remembered()?.files ?? []).map((place) => [place[0], place]));
    return (path) => {
      const place = places.get(`${output}/${path}`);
      return place && isUntouched(this.#cwd, place) ? place[1] : undefined;
    };
  }

  /** What is known of the service that a spec is about. */
  service({ file, text }: SpecFile): ServiceSummary | undefined {
    this.#services ??= (this.#read("services.json") ?? {}) as Record<string, RememberedService>;
    const known = this.#services[file];
    return known?.digest === textDigest(text) ? known.summary : undefined;
  }

  /** Remembers services, each with its spec. */
  saveServices(services: readonly (readonly [SpecFile, ServiceSummary])[]): void {
    const known = services.map(([{ file, text }, summary]): [string, RememberedService] => [
      file,
      { digest: textDigest(text), summary },
    ]);
    this.#write("services.json", Object.fromEntries(known));
  }

  /** Remembers a project whose output is in step: its specs by file, and all files of the output. */
  saveState(
    folders: { readonly spec: string; readonly output: string },
    sources: ReadonlyMap<string, string>,
    files: readonly ExpectedFile[],
  ): void {
    const below = (path: string) => `${folders.output}/${path}`;
    const unread = (path: string): Place => [path, ""];
    const state: ProjectState = {
      specs: Array.from(sources, ([file, text]): Place => [file, textDigest(text)]),
      specFolders: foldersBelow(this.#cwd, folders.spec).map(unread),
      files: files.map(({ path, digest }): Place => [below(path), digest]),
      folders: [folders.output, ...foldersOfAll(files).map(below)].map(unread),
    };
    this.#write("state.json", this.#stamped(state));
  }

  #stamped({ specs, specFolders, files, folders }: ProjectState): ProjectState {
    const stamped = (place: Place, followsLinks = false) =>
      withStamp(this.#cwd, this.#began, place, followsLinks);
    return {
      specs: specs.map((place) => stamped(place, true)),
      specFolders: specFolders.map((place) => stamped(place, true)),
      files: files.map((place) => stamped(place)),
      folders: folders.map((place, index) => stamped(place, index === 0)),
    };
  }

  #remembered(): ProjectState | undefined {
    this.#state ??= this.#read("state.json") as ProjectState | undefined;
    return this.#state;
  }

  #read(name: string): unknown {
    return this.#folder === undefined ? undefined : readCache(this.#folder, name, this.#key);
  }

  #write(name: string, data: unknown): void {
    if (this.#folder !== undefined) writeCache(this.#folder, name, this.#key, data);
  }
}

interface RememberedService {
  readonly digest: string;
  readonly summary: ServiceSummary;
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
