import { lintSpecs } from "../project/lintSpecs.js";
import { type Diagnostic, hasError, sortDiagnostics, type SourceTexts } from "../diagnostics/diagnostic.js";
import type { FixedSpec } from "./fixSpecs.js";
import { failuresOf } from "../project/ownCode/codeFailure.js";
import { type ExitCode, loadProject, type Project, type ProjectOptions } from "../project/project.js";

export interface LintOptions extends ProjectOptions {
  /** Fix what has only one right answer, and write the specs. Default: `false`. */
  readonly fix?: boolean;
}

export interface LintResult {
  /** 0 no error; 1 an error of a lint rule; 2 a spec or the config not valid. */
  readonly exitCode: ExitCode;
  /** All findings that are left. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** The specs that were written, and how much was fixed in each. */
  readonly fixed: readonly FixedSpec[];
}

/** Applies the lint rules to the specs of a project; the findings are those that are left after fixing. */
export async function lint({ fix = false, ...options }: LintOptions = {}): Promise<LintResult> {
  const project = await loadProject(options);
  try {
    return await lintProject(project, fix, options);
  } catch (error) {
    return { exitCode: 2, ...failuresOf(error), sources: project.sources, fixed: [] };
  }
}

async function lintProject(project: Project, fix: boolean, options: ProjectOptions): Promise<LintResult> {
  const fixed = fix && project.catalogue ? await (await import("./fixSpecs.js")).fixSpecs(project) : [];
  const { catalogue, config, diagnostics, sources, specs } =
    fixed.length > 0 ? await loadProject(options) : project;
  const findings = lintSpecs(specs, config);
  const exitCode = catalogue ? (hasError(findings) ? 1 : 0) : 2;
  return { exitCode, diagnostics: sortDiagnostics([...diagnostics, ...findings]), sources, fixed };
}
