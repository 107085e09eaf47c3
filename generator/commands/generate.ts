import { join, resolve } from "node:path";
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
import { isStillSo, isValid, loadInput, type ValidInput } from "../project/loadInput.js";
import { type MadeOutput, makeOutput } from "./makeOutput.js";

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
  const input = await loadInput(options);
  if (!isValid(input)) return failed(2, input, input.diagnostics);
  const refusal = refusalOf(input);
  if (refusal) return refusal;

  const folder = folderOf(input);
  const before = manifestIn(folder);
  // Where there is nothing yet, there is nothing to compare with.
  const planned = entriesOf(folder).length > 0 || options.dryRun ? await plan(input) : undefined;
  if (planned && (options.dryRun || isInStep(planned.result))) {
    if (!options.dryRun && planned.result.changes) await remember(input, planned.made);
    return planned.result;
  }
  const { withOutputLock } = await import("../output/withOutputLock.js");
  const result = await withOutputLock(folder, async (signal) =>
    isStillSo(input) ? write(input, signal, manifestIn(folder) === before ? planned : undefined) : undefined,
  );
  // While this run waited, another may have written what newer specs say.
  return result ?? generate(options);
}

/** What keeps a run from looking at the output folder, or from writing into it. */
function refusalOf(input: ValidInput): GenerateResult | undefined {
  const { cwd, config } = input;
  if (leadsOutside(cwd, config.output)) return refused(input, [outsideDiagnostic(config.output)]);
  const taken = entriesOf(folderOf(input)).filter(
    (entry) => [stagingFolder, lockFolder].includes(entry.name) && !entry.isDirectory(),
  );
  const diagnostics = taken.map(({ name }) => inTheWayDiagnostic(config, name));
  return taken.length > 0 ? refused(input, diagnostics) : undefined;
}

/** All that was made, the files that differ, and what a run would change. */
interface Plan {
  readonly made: MadeOutput;
  readonly files: readonly OutputFile[];
  readonly result: GenerateResult;
}

async function plan(input: ValidInput): Promise<Plan> {
  const files: OutputFile[] = [];
  const actual = await outputOf(input, "free");
  const made = await makeOutput(input, actual, (file) => files.push(file));
  return { made, files, result: finished(input, planChanges(made.output)) };
}

function outputOf(input: ValidInput, state: "free" | "locked"): Promise<ActualOutput> {
  const { digests } = input.memory;
  return readOutput(folderOf(input), (path, read) => digests.of(path, read), state);
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
  const folder = folderOf(input);
  const actual = planned ? undefined : await outputOf(input, "locked");
  const staging = openStaging(folder);
  const add = (file: OutputFile) => {
    signal.throwIfAborted();
    staging.add(file);
  };
  try {
    planned?.files.forEach(add);
    const made = actual ? await makeOutput(input, actual, add) : planned?.made;
    if (!made) throw new Error("What is not planned is made.");
    const result = finished(input, planChanges(made.output));
    if (!result.changes) return result;
    await writeChanges(folder, result.changes, staging, signal);
    await remember(input, made);
    return result;
  } finally {
    staging.close();
  }
}

/** A run that is limited to some specs knows too little of the others. */
async function remember({ config, memory, selection }: ValidInput, made: MadeOutput): Promise<void> {
  if (!selection) await memory.save(config, made.services, made.ofAll);
}

function manifestIn(folder: string): string | undefined {
  return textAt(join(folder, manifestPath), largestRead);
}

function folderOf({ cwd, config }: ValidInput): string {
  return resolve(cwd, config.output);
}
