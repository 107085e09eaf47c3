import { resolve } from "node:path";
import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import type { OutputFile } from "../emit/emitter.js";
import { leadsOutside } from "../output/leadsOutside.js";
import { readOutput } from "../output/readOutput.js";
import { lockFolder, stagingFolder } from "../output/runFolders.js";
import { openStaging } from "../output/staging.js";
import { withOutputLock } from "../output/withOutputLock.js";
import { type OutputChanges, planChanges, writeChanges } from "../output/writeOutput.js";
import { outputNotOwned } from "../rules/outputNotOwned.js";
import type { ResolvedConfig } from "./config.js";
import { makeOutput } from "./expectedOutput.js";
import { loadInput, type LoadedInput, type ValidInput } from "./loadInput.js";
import type { ExitCode, ProjectOptions } from "./project.js";
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
  const input = await loadInput(options);
  if (!isValid(input)) return { exitCode: 2, diagnostics: input.diagnostics, sources: input.sources };
  const { config, cwd } = input;
  if (await leadsOutside(cwd, config.output)) return refused(input, [outsideDiagnostic(config.output)]);

  const folder = resolve(cwd, config.output);
  const actual = await readOutput(folder);
  const inTheWay = [stagingFolder, lockFolder].filter((path) => actual.files.has(path));
  if (inTheWay.length > 0) return refused(input, inTheWay.map((path) => inTheWayDiagnostic(config, path)));

  const made = await makeOutput(input.services, config, actual, () => options.dryRun ?? false);
  const planned = made && finished(input, planChanges(made.output));
  if (planned && (options.dryRun || !planned.changes || isInStep(planned.changes))) return planned;
  return (await withOutputLock(folder, (signal) => write(input, folder, signal))) ?? generate(options);
}

/** Writes what differs; nothing where the specs are others now, as those of a run that this one waited for. */
async function write(
  input: ValidInput,
  folder: string,
  signal: AbortSignal,
): Promise<GenerateResult | undefined> {
  if (!hasSameSpecs(input)) return undefined;
  const actual = await readOutput(folder);
  const staging = openStaging(folder);
  try {
    const keep = (file: OutputFile) => {
      signal.throwIfAborted();
      staging.add(file);
      return true;
    };
    const made = await makeOutput(input.services, input.config, actual, keep);
    if (!made) throw new Error("Every file that differs is kept.");
    const result = finished(input, planChanges(made.output));
    if (result.changes) await writeChanges(folder, result.changes, staging, signal);
    return result;
  } finally {
    staging.close();
  }
}

function isValid(input: LoadedInput): input is ValidInput {
  return input.services !== undefined;
}

function isInStep({ written, removed, leftFolders }: OutputChanges): boolean {
  return written.length + removed.length + leftFolders.length === 0;
}

function hasSameSpecs({ cwd, config, sources }: ValidInput): boolean {
  const { files } = readSpecs(cwd, config.spec);
  return files.length === sources.size && files.every(({ file, text }) => sources.get(file) === text);
}

/** What is not ours stands in the way of the whole run: half an output is worse than the old one. */
function finished(input: ValidInput, changes: OutputChanges): GenerateResult {
  const inTheWay = changes.kept.filter(({ state }) => state === "notOwned");
  if (inTheWay.length > 0) {
    return refused(
      input,
      inTheWay.map(({ path }) => inTheWayDiagnostic(input.config, path)),
    );
  }
  // What `check` will fail for: said here already, but no reason to keep someone from trying out an edit.
  const found = input.findings.map((each) => ({ ...each, severity: "warning" as const }));
  return {
    exitCode: 0,
    diagnostics: [...input.diagnostics, ...found],
    sources: input.sources,
    changes,
    willCheckFail: found.length > 0,
  };
}

function refused({ sources }: ValidInput, diagnostics: readonly Diagnostic[]): GenerateResult {
  return { exitCode: 3, diagnostics, sources };
}

function inTheWayDiagnostic({ output }: ResolvedConfig, path: string): Diagnostic {
  return notOwnedDiagnostic(`${output}/${path}`);
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
