import { lintSpecs } from "../catalogue/lintSpecs.js";
import { type Diagnostic, hasError, sortDiagnostics, type SourceTexts } from "../diagnostics/diagnostic.js";
import { type ExitCode, loadProject, type ProjectOptions } from "./project.js";

export interface LintResult {
  /** 0 no error; 1 an error of a lint rule; 2 a spec or the config not valid. */
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
}

/** Applies the lint rules to the specs of a project. */
export async function lint(options: ProjectOptions = {}): Promise<LintResult> {
  const { catalogue, config, diagnostics, sources, specs } = await loadProject(options);
  const findings = lintSpecs(specs, config.rules);
  const exitCode = catalogue ? (hasError(findings) ? 1 : 0) : 2;
  return { exitCode, diagnostics: sortDiagnostics([...diagnostics, ...findings]), sources };
}
