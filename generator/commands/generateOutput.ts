import { join, resolve } from "node:path";
import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import type { OutputFile } from "../emit/emitter.js";
import type { ActualOutput } from "../output/compareOutput.js";
import { leadsOutside } from "../output/leadsOutside.js";
import { manifestPath } from "../output/manifest.js";
import { readOutput } from "../output/readOutput.js";
import { lockFolder, stagingFolder } from "../output/runFolders.js";
import { openStaging } from "../output/staging.js";
import { withOutputLock } from "../output/withOutputLock.js";
import { type OutputChanges, planChanges, writeChanges } from "../output/writeOutput.js";
import { outputNotOwned } from "../rules/outputNotOwned.js";
import type { ResolvedConfig } from "./config.js";
import { statIfThere } from "./disk.js";
import type { ConfigSource } from "./configSource.js";
import { isValid, loadInput, type LoadedInput, type ValidInput } from "./loadInput.js";
import { type MadeOutput, makeOutput } from "./makeOutput.js";
import { readSpecs, type SpecSource } from "./readSpecs.js";
import type { ExitCode, ProjectOptions } from "./project.js";
import type { RunMemory } from "./runMemory.js";

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
 * Makes all files and writes what differs.
 *
 * @returns nothing where another run has brought in newer specs: it is to be done again
 */
export async function generateOutput(
  options: GenerateOptions,
  source: ConfigSource,
  memory: RunMemory,
): Promise<GenerateResult | undefined> {
  const input = await loadInput(options, source, memory);
  if (!isValid(input)) return failed(2, input, input.diagnostics);
  const { config, cwd } = input;
  if (await leadsOutside(cwd, config.output)) return refused(input, [outsideDiagnostic(config.output)]);

  const folder = resolve(cwd, config.output);
  const before = manifestStamp(folder);
  const actual = await readOutput(folder, memory.output(config.output));
  const inTheWay = [stagingFolder, lockFolder].filter((path) => actual.files.has(path));
  if (inTheWay.length > 0)
    return refused(
      input,
      inTheWay.map((path) => inTheWayDiagnostic(config, path)),
    );

  const held: OutputFile[] = [];
  const hold = (file: OutputFile) => options.dryRun || held.push(file) <= mostHeld;
  // Where there is nothing yet, there is nothing to compare with.
  const made = actual.files.size === 0 && !options.dryRun ? undefined : await makeOutput(input, actual, hold);
  const planned = made && finished(input, planChanges(made.output));
  if (planned && (options.dryRun || !planned.changes)) return planned;
  if (made && planned?.changes && isInStep(planned.changes)) {
    remember(memory, input, made, planned);
    return planned;
  }
  return withOutputLock(folder, async (signal) => {
    // Whoever writes renews the manifest.
    if (manifestStamp(folder) === before)
      return write(input, folder, actual, memory, signal, made && { made, held });
    // While this run waited, another may have written what a newer spec says.
    if (!hasSameSpecs(input)) return undefined;
    const now = await readOutput(folder, memory.output(config.output));
    return write(input, folder, now, memory, signal);
  });
}

function manifestStamp(folder: string): string {
  const stats = statIfThere(join(folder, manifestPath));
  return stats ? `${stats.ino} ${stats.ctimeMs}` : "";
}

/** Of more files that differ, the texts are not kept until they are written, but made again. */
const mostHeld = 100;

/** Writes what differs from what is there now. */
async function write(
  input: ValidInput,
  folder: string,
  actual: ActualOutput,
  memory: RunMemory,
  signal: AbortSignal,
  ready?: { readonly made: MadeOutput; readonly held: readonly OutputFile[] },
): Promise<GenerateResult> {
  const staging = openStaging(folder);
  try {
    const keep = (file: OutputFile) => {
      signal.throwIfAborted();
      staging.add(file);
      return true;
    };
    ready?.held.forEach(keep);
    const made = ready?.made ?? (await makeOutput(input, actual, keep));
    if (!made) throw new Error("Every file that differs is kept.");
    const result = finished(input, planChanges(made.output));
    if (result.changes) {
      await writeChanges(folder, result.changes, staging, signal);
      const { written, removed, leftFolders } = result.changes;
      memory.touched(input.config.output, [
        ...[...written, ...removed].map(({ path }) => path),
        ...leftFolders,
      ]);
      remember(memory, input, made, result);
    }
    return result;
  } finally {
    staging.close();
  }
}

/** What has nothing wrong with it is remembered; anything else has to be said again. */
function remember(
  memory: RunMemory,
  { config, specs }: ValidInput,
  made: MadeOutput,
  { diagnostics, changes }: GenerateResult,
): void {
  const faulty = new Set(diagnostics.map(({ file }) => file));
  memory.saveServices(
    made.services.filter(([{ file }]) => !faulty.has(file)),
    made,
  );
  if (diagnostics.length === 0 && changes?.kept.length === 0) memory.saveState(config, specs, made.files);
}

function isInStep({ written, removed, leftFolders }: OutputChanges): boolean {
  return written.length + removed.length + leftFolders.length === 0;
}

function hasSameSpecs({ cwd, config, specs }: ValidInput): boolean {
  const { files } = readSpecs(cwd, config.spec);
  const isSame = ({ file, digest }: SpecSource, index: number) =>
    specs[index]?.file === file && specs[index].digest === digest;
  return files.length === specs.length && files.every(isSame);
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
    specs: input.specs.length,
    changes,
    willCheckFail: found.length > 0,
  };
}

function refused(input: ValidInput, diagnostics: readonly Diagnostic[]): GenerateResult {
  return failed(3, input, diagnostics);
}

function failed(
  exitCode: 2 | 3,
  { sources, specs }: LoadedInput,
  diagnostics: readonly Diagnostic[],
): GenerateResult {
  return { exitCode, diagnostics, sources, specs: specs.length };
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
