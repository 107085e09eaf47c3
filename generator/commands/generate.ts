import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import type { ProjectState } from "../cache/projectState.js";
import type { ComparedFile } from "../output/compareOutput.js";
import { leadsOutside } from "../output/leadsOutside.js";
import type { OutputChanges } from "../output/writeOutput.js";
import { readConfig } from "./configSource.js";
import type { ExitCode, ProjectOptions } from "./project.js";
import { RunMemory } from "./runMemory.js";

export interface GenerateOptions extends ProjectOptions {
  /** Only say what would change. Default: `false`. */
  readonly dryRun?: boolean;
  /** Whether to make use of what earlier runs found out, and to remember it. Default: `true`. */
  readonly cache?: boolean;
}

export interface GenerateResult {
  /**
   * 0 where the output is in step now (or would be), 2 where a spec or the config is not valid, 3 where
   * something stands in the way that this tool did not write.
   */
  readonly exitCode: ExitCode | 3;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** How many specs there are. */
  readonly specs: number;
  /** Absent where nothing was written because of a mistake. */
  readonly changes?: OutputChanges;
  /** Whether `check` will fail for what the specs say, such as a page that they no longer give. */
  readonly willCheckFail?: boolean;
}

/**
 * Brings the output folder in step with the specs: writes only what differs, removes only what an
 * earlier run wrote, and overwrites nothing that it does not own. With a mistake in any spec,
 * nothing is written.
 *
 * @throws where the machine fails: no space, no permission, the folder locked for over ten seconds
 * @example
 * ```ts
 * const { exitCode, changes } = await generate({ cwd: "my-project" });
 * ```
 */
export async function generate(options: GenerateOptions = {}): Promise<GenerateResult> {
  const { cwd = process.cwd(), cache = true } = options;
  const source = await readConfig(cwd);
  const memory = new RunMemory(cwd, source, !cache);
  const state = memory.unchanged();
  if (state && !(await leadsOutside(cwd, state.folders[0]?.[0] ?? "."))) return inStep(state);
  const { generateOutput } = await import("./generateOutput.js");
  return (await generateOutput(options, source, memory)) ?? generate(options);
}

function inStep({ specs, files, folders }: ProjectState): GenerateResult {
  const output = `${folders[0]?.[0] ?? ""}/`;
  const unchanged = files.map(
    ([path]): ComparedFile => ({ path: path.slice(output.length), state: "current", isOwned: true }),
  );
  const changes = { written: [], removed: [], unchanged, kept: [], leftFolders: [] };
  return { exitCode: 0, diagnostics: [], sources: new Map(), specs: specs.length, changes, willCheckFail: false };
}
