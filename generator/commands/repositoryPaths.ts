import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isInside } from "../output/leadsOutside.js";

/**
 * Turns the paths of diagnostics, which are relative to the working folder, into paths from the root of the
 * repository. GitHub resolves the paths of annotations and of SARIF from there, not from a package in it.
 * Addresses and files outside the repository stay as they are.
 *
 * @param workspace - the value of `GITHUB_WORKSPACE`; where it is not set, or the working folder is not in
 * it, the nearest folder with `.git` is the root
 */
export function repositoryPaths(
  cwd = process.cwd(),
  workspace = process.env["GITHUB_WORKSPACE"],
): (file: string) => string {
  const folder = realpathSync(cwd);
  const root = rootOf(folder, workspace);
  return (file) => {
    if (root === undefined || /^https?:\/\//i.test(file)) return file;
    const path = resolve(folder, file);
    return isInside(root, path) ? relative(root, path).split(sep).join("/") || "." : file;
  };
}

function rootOf(folder: string, workspace: string | undefined): string | undefined {
  if (workspace !== undefined && workspace !== "" && existsSync(workspace)) {
    const root = realpathSync(workspace);
    if (isInside(root, folder)) return root;
  }
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, ".git"))) return root;
    if (dirname(root) === root) return undefined;
  }
}
