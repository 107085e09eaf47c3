import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { errorCode } from "../diagnostics/errorCode.js";

/**
 * Whether something in a project is, or lies below, a link that leads out of the project. What is not
 * there yet lies where its parent does, or where a link to it leads.
 */
export function leadsOutside(project: string, path: string): boolean {
  return !isInside(realPath(project), realPath(resolve(project, path)));
}

/** Whether an absolute path is a folder or lies in it. */
export function isInside(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

/** A path without links, even if there is nothing at it yet. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    const folder = realPath(dirname(path));
    return isLink ? realPath(resolve(folder, readlinkSync(path))) : join(folder, basename(path));
  }
}
