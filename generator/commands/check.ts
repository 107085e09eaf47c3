import { readConfig } from "./configSource.js";
import type { CheckOptions, CheckResult } from "./checkOutput.js";
import { RunMemory } from "./runMemory.js";

/**
 * Tells whether page, spec and output agree: generates every file in memory, compares it with the one
 * on disk, and looks for files that no spec produces. Files that were up to date and have not been touched
 * since are not compared again. Writes nothing.
 *
 * @throws if the machine fails, for example if a folder cannot be read
 */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const { cwd = process.cwd(), cache = true, files: selected = [] } = options;
  const source = await readConfig(cwd);
  const memory = new RunMemory(cwd, source, !cache);
  const state = selected.length === 0 ? memory.unchanged() : undefined;
  if (!state) return (await import("./checkOutput.js")).checkOutput(options, source, memory);
  const { specs, files, folders } = state;
  return {
    exitCode: 0,
    diagnostics: [],
    sources: new Map(),
    specs: specs.length,
    output: folders[0]?.[0] ?? "",
    files: [],
    current: files.length,
  };
}
