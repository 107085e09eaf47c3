import { resolve } from "node:path";
import { lintSpecs } from "../catalogue/lintSpecs.js";
import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import { compareOutput } from "../output/compareOutput.js";
import { leadsOutside } from "../output/leadsOutside.js";
import { readOutput } from "../output/readOutput.js";
import { withOutputLock } from "../output/withOutputLock.js";
import { type OutputChanges, planChanges, writeChanges } from "../output/writeOutput.js";
import { outputNotOwned } from "../rules/outputNotOwned.js";
import { expectedOutput } from "./expectedOutput.js";
import { type ExitCode, loadProject, type Project, type ProjectOptions } from "./project.js";
import { readSpecs } from "./readSpecs.js";

export interface GenerateOptions extends ProjectOptions {
  /** Only say what would change. Default: `false`. */
  readonly dryRun?: boolean;
}

export interface GenerateResult {
  /**
   * 0 where the output is in step now (or would be), 2 where a spec or the config is not valid, 3 where
   * something stands in the way that this tool did not write.
   */
  readonly exitCode: ExitCode | 3;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
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
  const project = await loadProject(options);
  const { catalogue, config, cwd, sources } = project;
  if (!catalogue) return { exitCode: 2, diagnostics: project.diagnostics, sources };

  if (await leadsOutside(cwd, config.output)) {
    return { exitCode: 3, diagnostics: [outsideDiagnostic(config.output)], sources };
  }
  const folder = resolve(cwd, config.output);
  const expected = await expectedOutput(catalogue, config);
  const plan = async () => planChanges(compareOutput(expected, await readOutput(folder)));
  const planned = finish(project, await plan());
  if (options.dryRun || !planned.changes || isInStep(planned.changes)) return planned;

  const written = await withOutputLock(folder, async (signal) => {
    // While this run waited, another may have written what a newer spec says.
    if (!(await hasSameSpecs(project))) return undefined;
    const result = finish(project, await plan());
    if (result.changes) await writeChanges(folder, result.changes, signal);
    return result;
  });
  return written ?? generate(options);
}

function isInStep({ written, removed, leftFolders }: OutputChanges): boolean {
  return written.length + removed.length + leftFolders.length === 0;
}

async function hasSameSpecs({ cwd, config, sources }: Project): Promise<boolean> {
  const { files } = await readSpecs(cwd, config.spec);
  return files.length === sources.size && files.every(({ file, text }) => sources.get(file) === text);
}

/** What is not ours stands in the way of the whole run: half an output is worse than the old one. */
function finish({ config, specs, sources, diagnostics }: Project, changes: OutputChanges): GenerateResult {
  const inTheWay = changes.kept.filter(({ state }) => state === "notOwned");
  if (inTheWay.length > 0) {
    const refused = inTheWay.map(({ path }) => notOwnedDiagnostic(`${config.output}/${path}`));
    return { exitCode: 3, diagnostics: refused, sources };
  }
  const found = disagreements(specs, config);
  return {
    exitCode: 0,
    diagnostics: [...diagnostics, ...found],
    sources,
    changes,
    willCheckFail: found.length > 0,
  };
}

/** What `check` will fail for: said here already, but no reason to keep someone from trying out an edit. */
function disagreements(specs: Project["specs"], { rules }: Project["config"]): Diagnostic[] {
  return lintSpecs(specs, rules)
    .filter(({ severity }) => severity === "error")
    .map((diagnostic) => ({ ...diagnostic, severity: "warning" }));
}

function outsideDiagnostic(file: string): Diagnostic {
  return {
    ...notOwnedDiagnostic(file),
    message: "The output folder is or lies below a link that leads out of the project.",
    help: "Replace the link by a folder, or give another folder as `output`; nothing was written.",
  };
}

function notOwnedDiagnostic(file: string): Diagnostic {
  return {
    rule: outputNotOwned.id,
    severity: outputNotOwned.severity,
    message: "This stands where generated files belong, and statusgen did not write it.",
    help: "Move it out of the way or remove it; nothing was written.",
    file,
  };
}
