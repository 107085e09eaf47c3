import { join, posix, relative, sep } from "node:path";
import type { WatchedFolder } from "./changeHints.js";
import { configModules } from "../project/ownCode/configModules.js";
import { configFiles, presentConfigFiles, unreadConfigFiles } from "../project/configSource.js";
import { defaultConfig } from "../project/config.js";
import { filesBelow, foldersBelow, statIfThere } from "../sources/disk.js";
import { loadConfig } from "../project/loadConfig.js";

/** A project's config and specs, as far as a look at the disk tells. */
export interface Input {
  /** A stamp of every file, by its path relative to the project; it differs once the file has changed. */
  readonly stamps: ReadonlyMap<string, string>;
  /** The folders that the files are in. */
  readonly folders: readonly WatchedFolder[];
}

/** Looks at the config and the specs of a project. */
export function inputLook(cwd: string): () => Promise<Input> {
  let specFolder = defaultConfig.spec;
  let configStamps: Input["stamps"] | undefined;
  /** The files of the project that the config imports. */
  let imported: readonly string[] = [];
  return look;

  async function look(): Promise<Input> {
    try {
      const config = stampsOf([...configFiles, ...unreadConfigFiles(cwd), ...imported]);
      if (!configStamps || changedFiles(configStamps, config).length > 0) {
        imported = importedBy(presentConfigFiles(cwd));
        // Before the config is read: what changes meanwhile is another change.
        configStamps = stampsOf([...configFiles, ...unreadConfigFiles(cwd), ...imported]);
        // A config that is not valid names no folder, and the last one stays.
        const loaded = await loadConfig(cwd);
        if ("config" in loaded) specFolder = loaded.config.spec;
      }
      const specs = filesBelow(join(cwd, specFolder), /\.ya?ml$/).map((path) => `${specFolder}/${path}`);
      const stamps = new Map([...configStamps, ...stampsOf(specs)]);
      const folders = new Set([".", ...specFolders(), ...imported.map((file) => posix.dirname(file))]);
      return { stamps, folders: [...folders].map(watchedFolder) };
    } catch (error) {
      // The run reports it, with what to do.
      return { stamps: new Map([[specFolder, String(error)]]), folders: [] };
    }
  }

  function importedBy(configs: readonly string[]): string[] {
    const code = configs.filter((file) => !file.endsWith(".json"));
    const modules = code.flatMap((file) => configModules(join(cwd, file)));
    const paths = modules.map(({ path }) => relative(cwd, path).split(sep).join("/"));
    return paths.filter((path) => !code.includes(path));
  }

  function specFolders(): string[] {
    return statIfThere(join(cwd, specFolder))?.isDirectory() ? foldersBelow(cwd, specFolder) : [];
  }

  function watchedFolder(folder: string): WatchedFolder {
    const path = join(cwd, folder);
    const { ino, birthtimeMs } = statIfThere(path) ?? { ino: 0, birthtimeMs: 0 };
    return { path, identity: `${ino} ${birthtimeMs}` };
  }

  function stampsOf(files: readonly string[]): Map<string, string> {
    const stamps = new Map<string, string>();
    for (const file of files) {
      const stats = statIfThere(join(cwd, file));
      if (stats) stamps.set(file, `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`);
    }
    return stamps;
  }
}

/** The files that were added, changed or removed between two looks, in the order of their paths. */
export function changedFiles(before: Input["stamps"], after: Input["stamps"]): string[] {
  const files = new Set([...before.keys(), ...after.keys()]);
  return [...files].filter((file) => before.get(file) !== after.get(file)).sort();
}
