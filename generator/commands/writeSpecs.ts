import { diagnose } from "../rules/diagnose.js";
import { lstatSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { Outcome, ImportedSpec } from "../import/importedSpec.js";
import { isInside, leadsOutside } from "../output/leadsOutside.js";
import { inputRules } from "../rules/inputRules.js";
import { statIfThere } from "../sources/disk.js";

/**
 * Writes specs that changed.
 *
 * @returns the outcomes, without specs that must not be written
 */
export async function writeSpecs(
  cwd: string,
  folder: string,
  outcomes: readonly Outcome[],
): Promise<Outcome[]> {
  const written: Outcome[] = [];
  for (const outcome of outcomes) {
    const { page, spec, diagnostics } = outcome;
    const reason = spec && whyNot(cwd, folder, spec);
    if (spec && reason !== undefined) {
      const help = "Check what is there, then run this again; it was left unchanged.";
      const found = diagnose(inputRules["unreadable-file"], spec.file, reason, help);
      written.push({ page, diagnostics: [...diagnostics, found], refused: spec });
      continue;
    }
    if (spec && spec.state !== "unchanged") {
      const path = resolve(cwd, spec.file);
      await mkdir(dirname(path), { recursive: true });
      await writeFileAtomic(path, spec.text);
    }
    written.push(outcome);
  }
  return written;
}

/** Looked at last of all: whatever names and ids were let through, a spec is written to its own place only. */
function whyNot(cwd: string, folder: string, { file, state }: ImportedSpec): string | undefined {
  if (state === "unchanged") return undefined;
  const path = resolve(cwd, file);
  // A folder that is given outside the project is meant.
  const root = isInside(resolve(cwd), path) ? cwd : resolve(cwd, folder);
  if (leadsOutside(root, path)) return "This leads out of the project.";
  if (state === "updated") return statIfThere(path)?.isFile() ? undefined : "This is no longer a file.";
  if (dirname(path) !== resolve(cwd, folder)) return `This is not in ${folder}.`;
  return lstatSync(path, { throwIfNoEntry: false })
    ? "This file was created while the pages were being read."
    : undefined;
}
