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

/**
 * Where the files of a folder are, for those who write or remove them: whatever names were let through, and
 * whatever links have come since it was read, nothing outside is touched.
 */
export function placesIn(folder: string): (path: string) => string {
  const inside = new Set<string>();
  return (path) => {
    const place = join(folder, path);
    const parent = dirname(place);
    if (!inside.has(parent) && leadsOutside(folder, parent))
      throw new Error(`"${path}" leads out of the output folder.`);
    inside.add(parent);
    return place;
  };
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
