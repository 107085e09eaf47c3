import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { check, generate } from "../../generator/index.js";
import { smallSpec, testProject } from "../testProject.js";

/** A second service, beside the one of `smallSpec`. */
export const otherSpec = smallSpec
  .replace("id: small\n  name: Small", "id: other\n  name: Other")
  .replace("id: small\n  title", "id: other\n  title");

/** A project whose output is up to date with its specs. */
export async function generatedProject(
  files: Readonly<Record<string, string>> = { "spec/small.yaml": smallSpec },
): Promise<string> {
  const folder = await testProject(files);
  await generate({ cwd: folder });
  return folder;
}

/** What `check` says about each file that is out of date. */
export async function statesOf(cwd: string): Promise<Readonly<Record<string, string>>> {
  const { files } = await check({ cwd });
  return Object.fromEntries(files.map(({ path, state }) => [path, state]));
}

/** Replaces a piece of a file that must be there. */
export async function replaceIn(folder: string, path: string, old: string, by: string): Promise<void> {
  const text = await readFile(join(folder, path), "utf8");
  if (!text.includes(old)) throw new Error(`${path} does not hold ${old}`);
  await writeFile(join(folder, path), text.replace(old, by));
}

/** Adds a line at the end of a file, as someone who edits a generated file would. */
export async function editByHand(folder: string, path: string): Promise<void> {
  await appendFile(join(folder, path), "edited\n");
}
