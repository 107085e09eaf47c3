import { diagnose } from "../rules/diagnose.js";
import { join, posix } from "node:path";
import { type Diagnostic, hasError, type SourceTexts } from "../diagnostics/diagnostic.js";
import type { ComparedFile, FileState } from "../output/compareOutput.js";
import { readOutput } from "../output/readOutput.js";
import { largestRead, textAt } from "../output/textAt.js";
import { normalised } from "../output/manifest.js";
import { outputRules } from "../rules/outputRules.js";
import { isValid, type LoadedInput, loadInput, type ValidInput } from "../project/loadInput.js";
import { generateCommand, makeOutputs } from "./makeOutput.js";
import { pathFrom, together } from "./together.js";
import { failuresOf } from "../project/ownCode/codeFailure.js";
import { outputsOf } from "../project/config.js";
import type { ExitCode, SelectionOptions } from "../project/project.js";

export interface CheckOptions extends SelectionOptions {
  /** Whether to use the results of earlier runs of `generate`. Default: `true`. */
  readonly cache?: boolean;
}

export interface CheckResult {
  /** 0 up to date; 1 a file is not up to date or a lint rule found an error; 2 a spec or the config is not valid. */
  readonly exitCode: ExitCode;
  /** All findings, also one for each file in `files`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** The number of specs. */
  readonly specs: number;
  /** The output folder, relative to the project. */
  readonly output: string;
  /** Every file that is not up to date; paths are relative to the output folder. */
  readonly files: readonly FileOutOfStep[];
  /** The number of files that are up to date. */
  readonly current: number;
}

/** A file that is not up to date. */
export interface FileOutOfStep extends ComparedFile {
  /** The expected and the actual text, with `\n` as line ends; absent if one of them is missing. */
  readonly texts?: { readonly expected: string; readonly actual: string };
}

/**
 * Tells whether page, spec and output agree: makes every file in memory, compares it with the one on disk, and
 * looks for files that no spec produces. What an earlier run of `generate` made, and is still in its place, is
 * not made again. Writes nothing.
 *
 * @throws if the machine fails, for example if a folder cannot be read
 */
export async function check(options: CheckOptions = {}): Promise<CheckResult> {
  const input = await loadInput(options);
  try {
    return isValid(input) ? await checkOutput(input) : unchecked(input, input.diagnostics);
  } catch (error) {
    return unchecked(input, [...input.diagnostics, ...failuresOf(error).diagnostics]);
  }
}

/** Nothing was compared. */
function unchecked({ sources, specs, config }: LoadedInput, diagnostics: readonly Diagnostic[]): CheckResult {
  const common = { sources, specs: specs.length, output: config.output };
  return { ...common, exitCode: 2, diagnostics, files: [], current: 0 };
}

async function checkOutput(input: ValidInput): Promise<CheckResult> {
  const { cwd, config, diagnostics, findings: lint, memory } = input;
  const read = (folder: string) => readOutput(folder, (path, digest) => memory.digests.of(path, digest));
  const expected = new Map<string, string>();
  const made = await makeOutputs(input, read, ({ path, text }, index, actual) => {
    const from = pathFrom(config.output, outputsOf(config)[index] ?? "");
    if (actual.files.get(path)) expected.set(from + path, text);
  });
  const { files } = together(made, config);
  const outOfStep = files.filter(({ state }) => state !== "current").map(withTexts);
  const findings = [
    ...diagnostics,
    ...lint,
    ...outOfStep.flatMap((file) => fileDiagnostic(file, config.output)),
  ];
  return {
    ...unchecked(input, findings),
    exitCode: hasError(findings) ? 1 : 0,
    files: outOfStep,
    current: files.length - outOfStep.length,
  };

  function withTexts(file: ComparedFile): FileOutOfStep {
    const wanted = expected.get(file.path);
    const found = wanted === undefined ? undefined : textAt(join(cwd, config.output, file.path), largestRead);
    if (wanted === undefined || found === undefined) return file;
    return { ...file, texts: { expected: wanted, actual: normalised(found) } };
  }
}

const states = {
  missing: {
    rule: outputRules["output-missing"],
    message: "missing: the specs produce this file.",
    help: `Run: ${generateCommand}`,
  },
  stale: {
    rule: outputRules["output-stale"],
    message: "stale: it differs from what the specs produce now.",
    help: `Run: ${generateCommand}`,
  },
  edited: {
    rule: outputRules["output-edited"],
    message: "edited by hand: it differs from what was generated.",
    help: `Move the change to the spec, then run: ${generateCommand}`,
  },
  notOwned: {
    rule: outputRules["output-not-owned"],
    message: "not owned: a generated file belongs here, but statusgen did not write this one.",
    help: `Move it out of the way or remove it, then run: ${generateCommand}`,
  },
} as const;

function fileDiagnostic({ path, state, isOwned }: ComparedFile, output: string): Diagnostic[] {
  if (state === "current") return [];
  const { rule, message, help } = state === "orphaned" ? orphan(isOwned) : states[state satisfies FileState];
  return [diagnose(rule, posix.join(output, path), message, help)];
}

function orphan(isOwned: boolean) {
  return isOwned
    ? {
        rule: outputRules["output-orphaned"],
        message: "orphaned: no spec produces this file any more.",
        help: `Run: ${generateCommand}`,
      }
    : {
        rule: outputRules["output-orphaned"],
        message: "orphaned: not produced by any spec, and not written by statusgen.",
        help: "Move it out of the output folder, or remove it.",
      };
}
