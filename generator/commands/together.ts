import { posix } from "node:path";
import type { ComparedOutput } from "../output/compareOutput.js";
import type { ResolvedConfig } from "../project/config.js";
import type { MadeOutput } from "./makeOutput.js";

/** How all output folders are: paths relative to that of the config. */
export function together(made: readonly MadeOutput[], { output }: ResolvedConfig): ComparedOutput {
  const all = made.map(({ folder, output: { files, leftFolders } }) => {
    const to = pathFrom(output, folder);
    if (to === "") return { files, leftFolders };
    return {
      files: files.map((file) => ({ ...file, path: to + file.path })),
      leftFolders: leftFolders.map((path) => to + path),
    };
  });
  const [only, ...others] = all;
  if (only && others.length === 0) return only;
  return {
    files: all.flatMap(({ files }) => files),
    leftFolders: all.flatMap(({ leftFolders }) => leftFolders),
  };
}

/** What comes before a path in an output folder, to be relative to that of the config: `""` or `../errors/`. */
export function pathFrom(output: string, folder: string): string {
  return output === folder ? "" : `${posix.relative(output, folder)}/`;
}
