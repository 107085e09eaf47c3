import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import type { ComparedFile } from "../output/compareOutput.js";
import { readConfig } from "./configSource.js";
import type { ExitCode, ProjectOptions } from "./project.js";
import { RunMemory } from "./runMemory.js";

export interface CheckOptions extends ProjectOptions {
  /** Whether to make use of what earlier runs of `generate` found out. Default: `true`. */
  readonly cache?: boolean;
}

export interface CheckResult {
  /** 0 in step; 1 a file out of step or an error of a lint rule; 2 a spec or the config not valid. */
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** How many specs there are. */
  readonly specs: number;
  /** The output folder, relative to the project. */
  readonly output: string;
  /** Every file that is not as it should be; paths below the output folder. */
  readonly files: readonly FileOutOfStep[];
  /** How many files are as they should be. */
  readonly current: number;
}

/** A file that is not as it should be. */
export interface FileOutOfStep extends ComparedFile {
  /** What should be there, and what is, with `\n` at its line ends; absent where one of them is missing. */
  readonly texts?: { readonly expected: string; readonly actual: string };
}

/**
 * Tells whether page, spec and output agree: makes every file anew in memory, compares it with the
 * one on disk, and looks for files that nothing gives. What was found in step before and has not been
 * touched since is not looked at again. Writes nothing.
 *
 * @throws where the machine fails, such as a folder that must not be read
 */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const { cwd = process.cwd(), cache = true } = options;
  const source = await readConfig(cwd);
  const memory = new RunMemory(cwd, source, !cache);
  const state = memory.unchanged();
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
