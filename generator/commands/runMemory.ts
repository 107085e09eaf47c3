import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Cache, noCache, openCache } from "../cache/cacheFile.js";
import {
  isAsItWas,
  entriesByFolder,
  isStamped,
  isUntouched,
  type Place,
  type ProjectState,
  withStamp,
} from "../cache/projectState.js";
import { foldersAbove } from "../output/compareOutput.js";
import type { ExpectedFile } from "../output/manifest.js";
import type { KnownOutput } from "../output/readOutput.js";
import type { ConfigSource } from "./configSource.js";
import { foldersBelow } from "./disk.js";
import type { SpecSource } from "./readSpecs.js";
import { ServiceMemory } from "./serviceMemory.js";
import { version } from "../version.js";

/** What runs of the same tool with the same config remember of a project. */
export class RunMemory {
  readonly services: ServiceMemory;
  readonly #began = Date.now();
  readonly #cwd: string;
  readonly #cache: Cache;
  #state: ProjectState | undefined;
  /** The files whose stamps this run has looked at and found as they were. */
  readonly #untouched = new Map<string, Place>();

  /** @param isOff remembers nothing, and forgets nothing */
  constructor(cwd: string, config: ConfigSource, isOff: boolean) {
    this.#cwd = cwd;
    this.#cache = isOff ? noCache : openCache(cwd, () => keyOf(config));
    this.services = new ServiceMemory(this.#cache);
  }

  /** The state of a project of which nothing has changed since its output was found up to date. */
  unchanged(): ProjectState | undefined {
    const state = this.#remembered();
    return state && isAsItWas(this.#cwd, state) ? state : undefined;
  }

  /** Remembers an unchanged project anew where it had to be read, as it was changed shortly before. */
  refresh(state: ProjectState): void {
    if (!isStamped(state)) this.#cache.write("state.json", [this.#stamped(state)]);
  }

  /** What nobody has touched in the output folder. */
  output(folder: string): KnownOutput {
    const { files = [], folders = [] } = this.#remembered() ?? {};
    const digestOf = this.#digests(files, false);
    const isFolderKnown = this.#digests(folders, false);
    const entries = entriesByFolder(files, folders);
    const placeOf = (path: string) => (path === "" ? folder : `${folder}/${path}`);
    return {
      digest: (path) => digestOf(placeOf(path)),
      // The output folder itself changes with every lock.
      entries: (path) =>
        path !== "" && isFolderKnown(placeOf(path)) !== undefined ? entries.get(placeOf(path)) : undefined,
    };
  }

  /** Files in the output folder that were written or removed since it was read. */
  touched(output: string, paths: readonly string[]): void {
    for (const path of [...paths, ...foldersAbove(paths)]) this.#untouched.delete(`${output}/${path}`);
  }

  /** The digest of a spec that nobody has touched. */
  specDigests(): (file: string) => string | undefined {
    return this.#digests(this.#remembered()?.specs ?? [], true);
  }

  /** Remembers a project whose output is up to date: its specs by file, and all files of the output. */
  saveState(
    folders: { readonly spec: string; readonly output: string },
    specs: readonly SpecSource[],
    files: readonly ExpectedFile[],
  ): void {
    const below = (path: string) => `${folders.output}/${path}`;
    const unread = (path: string): Place => [path, ""];
    const state: ProjectState = {
      specs: specs.map(({ file, digest }): Place => [file, digest]),
      specFolders: foldersBelow(this.#cwd, folders.spec).map(unread),
      files: files.map(({ path, digest }): Place => [below(path), digest]),
      folders: [folders.output, ...Array.from(foldersAbove(files.map(({ path }) => path)), below)].map(
        unread,
      ),
    };
    this.#cache.write("state.json", [this.#stamped(state)]);
  }

  #stamped({ specs, specFolders, files, folders }: ProjectState): ProjectState {
    const stamped = (place: Place, followsLinks = false) =>
      this.#untouchedAs(place) ?? withStamp(this.#cwd, this.#began, place, followsLinks);
    return {
      specs: specs.map((place) => stamped(place, true)),
      specFolders: specFolders.map((place) => stamped(place, true)),
      files: files.map((place) => stamped(place)),
      folders: folders.map((place, index) => stamped(place, index === 0)),
    };
  }

  #digests(places: readonly Place[], followsLinks: boolean): (path: string) => string | undefined {
    const known = new Map(places.map((place) => [place[0], place]));
    return (path) => {
      const place = known.get(path);
      if (!place || !isUntouched(this.#cwd, place, followsLinks)) return undefined;
      this.#untouched.set(path, place);
      return place[1];
    };
  }

  #untouchedAs([path, digest]: Place): Place | undefined {
    const place = this.#untouched.get(path);
    return place?.[1] === digest ? place : undefined;
  }

  #remembered(): ProjectState | undefined {
    this.#state ??= this.#cache.read("state.json")[0] as ProjectState | undefined;
    return this.#state;
  }
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
