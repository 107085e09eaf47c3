import type { ProjectState } from "../cache/projectState.js";
import type { ComparedFile } from "../output/compareOutput.js";
import { leadsOutside } from "../output/leadsOutside.js";
import { readConfig } from "./configSource.js";
import type { GenerateOptions, GenerateResult } from "./generateResult.js";
import { RunMemory } from "./runMemory.js";

/**
 * Brings the output folder up to date with the specs: writes only files that differ, removes only files
 * that an earlier run wrote, and overwrites nothing that it does not own. Writes nothing if any spec is
 * not valid.
 *
 * @throws if the machine fails: no space, no permission, the folder locked for over ten seconds
 * @example
 * ```ts
 * const { exitCode, changes } = await generate({ cwd: "my-project" });
 * ```
 */
export async function generate(options: GenerateOptions = {}): Promise<GenerateResult> {
  const { cwd = process.cwd(), cache = true, files = [] } = options;
  const source = await readConfig(cwd);
  const memory = new RunMemory(cwd, source, !cache);
  const state = files.length === 0 ? memory.unchanged() : undefined;
  if (state && !leadsOutside(cwd, state.folders[0]?.[0] ?? ".")) {
    if (!options.dryRun) memory.refresh(state);
    return inStep(state);
  }
  const { generateOutput } = await import("./generateOutput.js");
  return (await generateOutput(options, source, memory)) ?? generate(options);
}

function inStep({ specs, files, folders }: ProjectState): GenerateResult {
  const output = `${folders[0]?.[0] ?? ""}/`;
  const unchanged = files.map(([path]): ComparedFile => ({
    path: path.slice(output.length),
    state: "current",
    isOwned: true,
  }));
  const changes = { written: [], removed: [], unchanged, kept: [], leftFolders: [] };
  return {
    exitCode: 0,
    diagnostics: [],
    sources: new Map(),
    specs: specs.length,
    changes,
    willCheckFail: false,
  };
}
