import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { errorCode } from "../diagnostics/errorCode.js";

/**
 * Whether a folder of a project is, or lies below, a link that leads out of the project. What is not
 * there yet lies where its parent does.
 */
export async function leadsOutside(project: string, folder: string): Promise<boolean> {
  const path = relative(await realpath(project), await nearestReal(resolve(project, folder)));
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}

async function nearestReal(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
    return nearestReal(dirname(path));
  }
}
