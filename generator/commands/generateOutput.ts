import { join, resolve } from "node:path";
import type { OutputFile } from "../emit/emitter.js";
import type { ActualOutput } from "../output/compareOutput.js";
import { leadsOutside } from "../output/leadsOutside.js";
import { manifestPath } from "../output/manifest.js";
import { readOutput } from "../output/readOutput.js";
import { lockFolder, stagingFolder } from "../output/runFolders.js";
import { openStaging } from "../output/staging.js";
import { withOutputLock } from "../output/withOutputLock.js";
import { type OutputChanges, planChanges, writeChanges } from "../output/writeOutput.js";
import { statIfThere } from "./disk.js";
import type { ConfigSource } from "./configSource.js";
import {
  failed,
  finished,
  type GenerateOptions,
  type GenerateResult,
  inTheWayDiagnostic,
  outsideDiagnostic,
  refused,
} from "./generateResult.js";
import { isValid, loadInput, type ValidInput } from "./loadInput.js";
import { type MadeOutput, makeOutput } from "./makeOutput.js";
import { readSpecs, type SpecSource } from "./readSpecs.js";
import type { RunMemory } from "./runMemory.js";

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
  if (leadsOutside(cwd, config.output)) return refused(input, [outsideDiagnostic(config.output)]);

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
  { config, specs, selection }: ValidInput,
  made: MadeOutput,
  { diagnostics, changes }: GenerateResult,
): void {
  const faulty = new Set(diagnostics.map(({ file }) => file));
  memory.services.save(
    made.services.filter(([{ file }]) => !faulty.has(file)),
    made,
  );
  if (diagnostics.length === 0 && changes?.kept.length === 0 && !selection)
    memory.saveState(config, specs, made.files);
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
