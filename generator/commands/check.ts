import { readConfig } from "./configSource.js";
import type { CheckOptions, CheckResult } from "./checkOutput.js";
import { RunMemory } from "./runMemory.js";

/**
 * Tells whether page, spec and output agree: makes every file anew in memory, compares it with the
 * one on disk, and looks for files that nothing gives. What was found in step before and has not been
 * touched since is not looked at again. Writes nothing.
 *
 * @throws where the machine fails, such as a folder that must not be read
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
