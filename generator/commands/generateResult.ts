import { posix } from "node:path";
import { diagnose } from "../rules/diagnose.js";
import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import type { OutputChanges } from "../output/planChanges.js";
import { outputRules } from "../rules/outputRules.js";
import type { LoadedInput, ValidInput } from "../project/loadInput.js";
import { hasOwnCode } from "../project/config.js";
import type { ExitCode, SelectionOptions } from "../project/project.js";

export interface GenerateOptions extends SelectionOptions {
  /** Only report what would change. Default: `false`. */
  readonly dryRun?: boolean;
  /** Whether to use the results of earlier runs, and to record those of this run. Default: `true`. */
  readonly cache?: boolean;
}

export interface GenerateResult {
  /**
   * 0 the output is up to date now (or would be); 2 a spec or the config is not valid; 3 something that
   * statusgen did not write is in the way.
   */
  readonly exitCode: ExitCode | 3;
  /** The mistakes in specs and config, and what will make `check` fail. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** The number of specs. */
  readonly specs: number;
  /** Absent if nothing was written because of a mistake. */
  readonly changes?: OutputChanges;
  /** Whether `check` will fail because of the specs, for example because one no longer reproduces its page. */
  readonly willCheckFail?: boolean;
  /**
   * Whether the config has emitters, rules or readers of your own. Nobody can tell whether they do the same again, so nothing
   * is remembered, and every run makes everything.
   */
  readonly hasOwnCode?: boolean;
}

/** What is not ours is in the way of the whole run: half an output is worse than the old one. */
export function finished(input: ValidInput, changes: OutputChanges): GenerateResult {
  const inTheWay = changes.kept.filter(({ state }) => state === "notOwned");
  if (inTheWay.length > 0) {
    return refused(
      input,
      inTheWay.map(({ path }) => inTheWayDiagnostic(input.config.output, path)),
    );
  }
  // What `check` will fail for: said here already, but no reason to keep someone from trying out an edit.
  const found = input.findings.map((each) => ({ ...each, severity: "warning" as const }));
  return {
    exitCode: 0,
    diagnostics: [...input.diagnostics, ...found],
    sources: input.sources,
    specs: input.specs.length,
    changes,
    willCheckFail: found.length > 0,
    ...(hasOwnCode(input.config) && { hasOwnCode: true }),
  };
}

export function refused(input: ValidInput, diagnostics: readonly Diagnostic[]): GenerateResult {
  return failed(3, input, diagnostics);
}

export function failed(
  exitCode: 2 | 3,
  { sources, specs }: LoadedInput,
  diagnostics: readonly Diagnostic[],
): GenerateResult {
  return { exitCode, diagnostics, sources, specs: specs.length };
}

export function inTheWayDiagnostic(folder: string, path: string): Diagnostic {
  return notOwnedDiagnostic(posix.join(folder, path));
}

export function outsideDiagnostic(file: string): Diagnostic {
  return diagnose(
    outputRules["output-not-owned"],
    file,
    "The output folder is, or is inside, a link that leads out of the project.",
    "Replace the link with a folder, or set `output` to another folder; nothing was written.",
  );
}

function notOwnedDiagnostic(file: string): Diagnostic {
  return diagnose(
    outputRules["output-not-owned"],
    file,
    "Generated files belong here, but statusgen did not write this.",
    "Move it out of the way or remove it; nothing was written.",
  );
}
