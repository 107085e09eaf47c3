import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { OutputFile } from "../emit/emitter.js";
import type { ActualOutput } from "../output/compareOutput.js";
import { leadsOutside } from "../output/leadsOutside.js";
import { manifestPath } from "../output/manifest.js";
import { entriesOf, readOutput } from "../output/readOutput.js";
import { lockFolder, stagingFolder } from "../output/runFolders.js";
import { largestRead, textAt } from "../output/textAt.js";
import { planChanges } from "../output/planChanges.js";
import {
  failed,
  finished,
  type GenerateOptions,
  type GenerateResult,
  inTheWayDiagnostic,
  outsideDiagnostic,
  refused,
} from "./generateResult.js";
import { isStillSo, type ChangedSpecs, isValid, loadInput, type ValidInput } from "../project/loadInput.js";
import { failuresOf } from "../project/ownCode/codeFailure.js";
import { hasOwnCode, outputsOf } from "../project/config.js";
import type { Staging } from "../output/staging.js";
import { type MadeOutput, makeOutputs } from "./makeOutput.js";
import { together } from "./together.js";

/**
 * Brings the output folder up to date with the specs: writes only files that differ, removes only files
 * that an earlier run wrote, and overwrites nothing that it does not own. Writes nothing if any spec is
 * not valid.
 *
 * @throws if the machine fails: no space, no permission, the folder locked for over ten seconds
 * @example
 * ```ts
 * const { exitCode, changes } = await generate({ cwd: "my-project" });
 * ```
 */
export async function generate(options: GenerateOptions = {}): Promise<GenerateResult> {
  return generateWith(options);
}

/** Writes the output, and the specs that it is made of right before it; nothing where one of them is not valid. */
export async function generateWith(
  options: GenerateOptions,
  changed?: ChangedSpecs,
): Promise<GenerateResult> {
  const input = await loadInput(options, changed);
  if (!isValid(input)) return failed(2, input, input.diagnostics);
  const refusal = refusalOf(input);
  if (refusal) return refusal;
  try {
    // While this run waited, another may have written what newer specs say.
    return (await generateFrom(input, options.dryRun)) ?? (await generateWith(options, changed));
  } catch (error) {
    return failed(2, input, failuresOf(error).diagnostics);
  }
}

/** Makes, compares and writes; nothing if the input is no longer what it was. */
async function generateFrom(input: ValidInput, dryRun = false): Promise<GenerateResult | undefined> {
  const folders = foldersOf(input);
  const before = folders.map(manifestIn);
  // Where there is nothing yet, there is nothing to compare with; but an emitter of people's own may fail.
  const isBegun = folders.some((folder) => entriesOf(folder).length > 0);
  const planned = isBegun || hasOwnCode(input.config) || dryRun ? await plan(input) : undefined;
  if (planned && (dryRun || isInStep(planned.result))) {
    if (!dryRun && planned.result.changes) {
      await input.changed?.write();
      await remember(input, planned.made);
    }
    return planned.result;
  }
  const isSame = () => isDeepStrictEqual(folders.map(manifestIn), before);
  return withLocks(folders, async (signal) =>
    isStillSo(input) ? write(input, signal, isSame() ? planned : undefined) : undefined,
  );
}

/** Does something while it holds the locks of all folders, which every run takes in the same order. */
async function withLocks<Result>(
  folders: readonly string[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { withOutputLock } = await import("../output/withOutputLock.js");
  const locked = [...folders].sort().reduceRight(
    (inner, folder) => (outer: readonly AbortSignal[]) =>
      withOutputLock(folder, (signal) => inner([...outer, signal])),
    (signals: readonly AbortSignal[]) => work(AbortSignal.any([...signals])),
  );
  return locked([]);
}

/** What keeps a run from looking at the output folders, or from writing into them. */
function refusalOf(input: ValidInput): GenerateResult | undefined {
  const { cwd, config } = input;
  // A folder of an emitter may be beside the project by its name, but by no link.
  const above = (folder: string) => resolve(cwd, /^(?:\.\.\/)*/.exec(folder)?.[0] ?? "");
  const outside = outputsOf(config).filter((folder) => leadsOutside(above(folder), resolve(cwd, folder)));
  if (outside.length > 0) return refused(input, outside.map(outsideDiagnostic));
  const diagnostics = outputsOf(config).flatMap((folder) =>
    entriesOf(resolve(cwd, folder))
      .filter((entry) => [stagingFolder, lockFolder].includes(entry.name) && !entry.isDirectory())
      .map(({ name }) => inTheWayDiagnostic(folder, name)),
  );
  return diagnostics.length > 0 ? refused(input, diagnostics) : undefined;
}

/** All that was made, the files of each output folder that differ, and what a run would change. */
interface Plan {
  readonly made: readonly MadeOutput[];
  readonly files: readonly (readonly OutputFile[])[];
  readonly result: GenerateResult;
}

async function plan(input: ValidInput): Promise<Plan> {
  const files = foldersOf(input).map((): OutputFile[] => []);
  const actualOf = (folder: string) => outputOf(input, folder, "free");
  const made = await makeOutputs(input, actualOf, (file, output) => files[output]?.push(file));
  return { made, files, result: resultOf(input, made) };
}

function resultOf(input: ValidInput, made: readonly MadeOutput[]): GenerateResult {
  return finished(input, planChanges(together(made, input.config)));
}

function outputOf({ memory }: ValidInput, folder: string, state: "free" | "locked"): Promise<ActualOutput> {
  return readOutput(folder, (path, read) => memory.digests.of(path, read), state);
}

function isInStep({ changes }: GenerateResult): boolean {
  return !changes || changes.written.length + changes.removed.length + changes.leftFolders.length === 0;
}

/** Makes the changes, whether they are planned already or not, and remembers what was made. */
async function write(input: ValidInput, signal: AbortSignal, planned?: Plan): Promise<GenerateResult> {
  const [{ openStaging }, { writeChanges }] = await Promise.all([
    import("../output/staging.js"),
    import("../output/writeOutput.js"),
  ]);
  const folders = foldersOf(input);
  const stagings: Staging[] = [];
  const add = (file: OutputFile, output: number) => {
    signal.throwIfAborted();
    stagings[output]?.add(file);
  };
  try {
    for (const folder of folders) stagings.push(openStaging(folder));
    planned?.files.forEach((files, output) => {
      for (const file of files) add(file, output);
    });
    const actualOf = (folder: string) => outputOf(input, folder, "locked");
    const made = planned?.made ?? (await makeOutputs(input, actualOf, add));
    const result = resultOf(input, made);
    if (!result.changes) return result;
    await input.changed?.write();
    for (const [index, staging] of stagings.entries()) {
      const [folder, output] = [folders[index], made[index]?.output];
      if (folder !== undefined && output) await writeChanges(folder, planChanges(output), staging, signal);
    }
    await remember(input, made);
    return result;
  } finally {
    for (const staging of stagings) staging.close();
  }
}

/** A run that is limited to some specs knows too little of the others. */
async function remember(
  { config, memory, selection, services }: ValidInput,
  made: readonly MadeOutput[],
): Promise<void> {
  if (selection) return;
  const known = services.map((service, index) => ({
    ...service,
    forOutputs: made.flatMap((output) => output.services[index] ?? []),
  }));
  await memory.save(
    config,
    known,
    made.map(({ ofAll }) => ofAll),
  );
}

function manifestIn(folder: string): string | undefined {
  return textAt(join(folder, manifestPath), largestRead);
}

function foldersOf({ cwd, config }: ValidInput): string[] {
  return outputsOf(config).map((folder) => resolve(cwd, folder));
}
