import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { textDigest } from "../output/manifest.js";
import type { OutputEntry } from "../output/readOutput.js";
import { largestRead, textAt } from "../output/textAt.js";
import { type Stamp, stampOf, statsOf } from "./stamp.js";

/** A project whose output was up to date, by every place at which a change would show. */
export interface ProjectState {
  readonly specs: readonly Place[];
  /** The folder of the specs and those below; links are followed to it, and to specs. */
  readonly specFolders: readonly Place[];
  /** In the output folder. */
  readonly files: readonly Place[];
  /** The output folder first, which can be a link, and those below. */
  readonly folders: readonly Place[];
}

/** A path relative to the project, the digest of a file's text, and the stamp, where it is of use. */
export type Place = readonly [path: string, digest: string, ...stamp: Stamp | []];

/** A place that was read since `began`, with the stamp that it has now, if that is of use. */
export function withStamp(cwd: string, began: number, [path, digest]: Place, followsLinks: boolean): Place {
  return [path, digest, ...(stampOf(`${cwd}/${path}`, began, followsLinks) ?? [])];
}

/** Whether every place has a stamp. */
export function isStamped({ specs, specFolders, files, folders }: ProjectState): boolean {
  return [specs, specFolders, files, folders].every((places) => places.every(({ length }) => length > 2));
}

/** Whether the stamp says that a place is as it was; without one, nothing is said. */
export function isUntouched(cwd: string, place: Place, followsLinks = false): boolean {
  // By index, as this is asked of each of thousands of files.
  if (place.length === 2) return false;
  const stats = statsOf(`${cwd}/${place[0]}`, followsLinks);
  return (
    stats?.ctimeMs === place[5] &&
    stats.mtimeMs === place[4] &&
    stats.size === place[3] &&
    stats.ino === place[2]
  );
}

/**
 * Whether no file of a project has changed, and no folder has got or lost one. Stamps answer for most;
 * what was touched is read.
 */
export function isAsItWas(cwd: string, { specs, specFolders, files, folders }: ProjectState): boolean {
  const specsIn = namesByFolder(specs, specFolders);
  const outputIn = namesByFolder(files, folders);
  try {
    return (
      specs.every((place) => isUntouched(cwd, place, true) || digestOf(cwd, place) === place[1]) &&
      specFolders.every((place) => isUntouched(cwd, place, true) || holds(cwd, place, specsIn(), isSpec)) &&
      files.every((place) => isUntouched(cwd, place) || isSameFile(cwd, place)) &&
      folders.every(
        (place, index) => isUntouched(cwd, place, index === 0) || isSameFolder(place, index === 0),
      )
    );
  } catch {
    // What cannot be read now is no longer as it was.
    return false;
  }

  function isSameFolder(place: Place, followsLinks: boolean): boolean {
    const isFolder = followsLinks || lstatSync(join(cwd, place[0])).isDirectory();
    return isFolder && holds(cwd, place, outputIn(), () => true);
  }
}

/** What a run looks for below the folder of the specs. */
function isSpec(entry: Dirent): boolean {
  return !entry.name.startsWith(".") && (entry.isDirectory() || /\.ya?ml$/.test(entry.name));
}

/** A link in a file's place is none that a run would have written. */
function isSameFile(cwd: string, place: Place): boolean {
  return lstatSync(join(cwd, place[0])).isFile() && digestOf(cwd, place) === place[1];
}

function digestOf(cwd: string, [path]: Place): string | undefined {
  const text = textAt(join(cwd, path), largestRead);
  return text === undefined ? undefined : textDigest(text);
}

type Names = ReadonlyMap<string, ReadonlySet<string>>;

function holds(cwd: string, [folder]: Place, names: Names, counts: (entry: Dirent) => boolean): boolean {
  const found = readdirSync(join(cwd, folder), { withFileTypes: true }).filter(counts);
  const expected = names.get(folder) ?? new Set();
  return found.length === expected.size && found.every(({ name }) => expected.has(name));
}

const aFile = { isFile: () => true, isDirectory: () => false };
const aFolder = { isFile: () => false, isDirectory: () => true };

/** What is in each folder below the first one. */
export function entriesByFolder(
  files: readonly Place[],
  folders: readonly Place[],
): ReadonlyMap<string, readonly OutputEntry[]> {
  const entries = new Map<string, OutputEntry[]>(folders.map(([path]) => [path, []]));
  const add = ([path]: Place, kind: Omit<OutputEntry, "name">) => {
    const end = path.lastIndexOf("/");
    entries.get(path.slice(0, end))?.push({ name: path.slice(end + 1), ...kind });
  };
  for (const place of files) add(place, aFile);
  for (const place of folders) add(place, aFolder);
  return entries;
}

/** The names in each folder; found out when first asked for, which is seldom. */
function namesByFolder(...places: readonly (readonly Place[])[]): () => Names {
  let names: Map<string, Set<string>> | undefined;
  return () => {
    if (names) return names;
    names = new Map();
    for (const [path] of places.flat()) {
      const folder = dirname(path);
      names.set(folder, (names.get(folder) ?? new Set()).add(basename(path)));
    }
    return names;
  };
}
