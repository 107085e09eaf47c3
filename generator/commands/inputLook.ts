import { join } from "node:path";
import type { WatchedFolder } from "./changeHints.js";
import { configFiles, unreadConfigFiles } from "./configSource.js";
import { defaultConfig } from "./config.js";
import { filesBelow, foldersBelow, statIfThere } from "./disk.js";
import { loadConfig } from "./loadConfig.js";

/** A project's config and specs, as far as a look at the disk tells. */
export interface Input {
  /** Of every file: they differ where a file was changed, added or removed. */
  readonly stamps: string;
  /** The folders that the files are in. */
  readonly folders: readonly WatchedFolder[];
}

/** Looks at the config and the specs of a project. */
export function inputLook(cwd: string): () => Promise<Input> {
  let specFolder = defaultConfig.spec;
  let configStamps: string | undefined;
  return look;

  async function look(): Promise<Input> {
    try {
      const config = stampsOf([...configFiles, ...unreadConfigFiles(cwd)]);
      if (config !== configStamps) {
        // A config that is not valid names no folder, and the last one stays.
        const loaded = await loadConfig(cwd);
        if ("config" in loaded) specFolder = loaded.config.spec;
        configStamps = config;
      }
      const specs = filesBelow(join(cwd, specFolder), /\.ya?ml$/).map((path) => `${specFolder}/${path}`);
      return { stamps: config + stampsOf(specs), folders: [".", ...specFolders()].map(watchedFolder) };
    } catch (error) {
      // The run says it, and what to do.
      return { stamps: String(error), folders: [] };
    }
  }

  function specFolders(): string[] {
    return statIfThere(join(cwd, specFolder))?.isDirectory() ? foldersBelow(cwd, specFolder) : [];
  }

  function watchedFolder(folder: string): WatchedFolder {
    const path = join(cwd, folder);
    const { ino, birthtimeMs } = statIfThere(path) ?? { ino: 0, birthtimeMs: 0 };
    return { path, identity: `${ino} ${birthtimeMs}` };
  }

  function stampsOf(files: readonly string[]): string {
    const stamps = files.map((file) => {
      const stats = statIfThere(join(cwd, file));
      return stats ? `${file} ${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}\n` : "";
    });
    return stamps.join("");
  }
}
