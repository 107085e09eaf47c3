import { lstatSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { Outcome } from "../import/plannedSpec.js";

/**
 * Writes specs that changed.
 *
 * @throws where a new spec would not lie in its folder, or would replace a file that it is not made of
 */
export async function writeSpecs(cwd: string, folder: string, outcomes: readonly Outcome[]): Promise<void> {
  for (const { spec } of outcomes) {
    if (!spec || spec.state === "unchanged") continue;
    const { file, text, state } = spec;
    const path = resolve(cwd, file);
    if (state === "new") {
      if (dirname(path) !== resolve(cwd, folder)) throw new Error(`${file} is not in ${folder}.`);
      if (lstatSync(path, { throwIfNoEntry: false }))
        throw new Error(`${file} was made while statusgen ran. Run it again.`);
      await mkdir(dirname(path), { recursive: true });
    }
    await writeFileAtomic(path, text);
  }
}
