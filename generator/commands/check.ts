import { resolve } from "node:path";
import { lintSpecs } from "../catalogue/lintSpecs.js";
import { type Diagnostic, hasError, type SourceTexts } from "../diagnostics/diagnostic.js";
import { type ComparedFile, compareOutput, type FileState } from "../output/compareOutput.js";
import { readOutput } from "../output/readOutput.js";
import { outputEdited } from "../rules/outputEdited.js";
import { outputMissing } from "../rules/outputMissing.js";
import { outputNotOwned } from "../rules/outputNotOwned.js";
import { outputOrphaned } from "../rules/outputOrphaned.js";
import { outputStale } from "../rules/outputStale.js";
import { expectedOutput, generateCommand } from "./expectedOutput.js";
import { type ExitCode, loadProject, type ProjectOptions } from "./project.js";

export interface CheckResult {
  /** 0 in step; 1 a file out of step or an error of a lint rule; 2 a spec or the config not valid. */
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
  /** The output folder, relative to the project. */
  readonly output: string;
  /** Every file that is not as it should be; paths below the output folder. */
  readonly files: readonly ComparedFile[];
  /** How many files are as they should be. */
  readonly current: number;
}

/**
 * Tells whether page, spec and output agree: makes every file anew in memory, compares it with the
 * one on disk, and looks for files that nothing gives. Writes nothing.
 *
 * @throws where the machine fails, such as a folder that must not be read
 */
export async function check(options: ProjectOptions = {}): Promise<CheckResult> {
  const { catalogue, config, cwd, diagnostics, sources, specs } = await loadProject(options);
  if (!catalogue) return { exitCode: 2, diagnostics, sources, output: config.output, files: [], current: 0 };

  const expected = await expectedOutput(catalogue, config);
  const { files } = compareOutput(expected, await readOutput(resolve(cwd, config.output)));
  const outOfStep = files.filter(({ state }) => state !== "current");
  const findings = [
    ...diagnostics,
    ...lintSpecs(specs, config.rules).filter(({ severity }) => severity === "error"),
    ...outOfStep.flatMap((file) => fileDiagnostic(file, config.output)),
  ];
  return {
    exitCode: hasError(findings) ? 1 : 0,
    diagnostics: findings,
    sources,
    output: config.output,
    files: outOfStep,
    current: files.length - outOfStep.length,
  };
}

const states = {
  missing: {
    rule: outputMissing,
    message: "missing: the specs give this file.",
    help: `Run: ${generateCommand}`,
  },
  stale: {
    rule: outputStale,
    message: "stale: the specs say something else now.",
    help: `Run: ${generateCommand}`,
  },
  edited: {
    rule: outputEdited,
    message: "edited by hand: this is not what was generated.",
    help: `Take the change to the spec, then run: ${generateCommand}`,
  },
  notOwned: {
    rule: outputNotOwned,
    message: "not owned: generated files belong here, and statusgen did not write this.",
    help: `Move it out of the way or remove it, then run: ${generateCommand}`,
  },
} as const;

function fileDiagnostic({ path, state, isOwned }: ComparedFile, output: string): Diagnostic[] {
  if (state === "current") return [];
  const { rule, message, help } = state === "orphaned" ? orphan(isOwned) : states[state satisfies FileState];
  return [{ rule: rule.id, severity: rule.severity, message, help, file: `${output}/${path}` }];
}

function orphan(isOwned: boolean) {
  return isOwned
    ? {
        rule: outputOrphaned,
        message: "orphaned: no spec gives this file any more.",
        help: `Run: ${generateCommand}`,
      }
    : {
        rule: outputOrphaned,
        message: "orphaned: no spec gives this file, and statusgen did not write what is in it.",
        help: "Move it out of the output folder, or remove it.",
      };
}
