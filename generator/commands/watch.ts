import { setTimeout as delay } from "node:timers/promises";
import { changeHints } from "./changeHints.js";
import { generate } from "./generate.js";
import type { GenerateOptions, GenerateResult } from "./generateResult.js";
import { changedFiles, type Input, inputLook } from "./inputLook.js";

export interface WatchOptions extends Omit<GenerateOptions, "dryRun" | "files"> {
  /**
   * Called after each run, with its result and the files that were added, changed or removed since the run
   * before: paths relative to the project. Of the first run, there are none.
   */
  readonly onRun: (result: GenerateResult, changed: readonly string[]) => Promise<void>;
  /** Called when a run failed for a reason that is not in the specs, such as a full disk. */
  readonly onFailure: (error: unknown) => void;
}

/** How long specs and config must stay the same before a run begins, in milliseconds: files are written in steps. */
const settling = 20;

/** How long it waits for a hint before it looks for itself: in milliseconds, and in times of what a look takes. */
const wait = { milliseconds: 500, looks: 20 };

/**
 * Generates now, and again whenever a spec or the config changes. A mistake is reported and leaves
 * the last good output as it is; the next change is tried again.
 *
 * @returns a function that ends the watching, once a run that is under way has finished
 */
export async function watch({
  cwd = process.cwd(),
  cache = true,
  onRun,
  onFailure,
}: WatchOptions): Promise<() => Promise<void>> {
  const look = inputLook(cwd);
  const hints = changeHints();
  let generated: Input["stamps"] | undefined;
  let isEnding = false;

  await runOrWait();
  const watching = goOn();
  return async () => {
    isEnding = true;
    hints.close();
    await watching;
  };

  async function goOn(): Promise<void> {
    while (!isEnding) await runOrWait();
  }

  /** Runs where the input is not what the last run began with, else waits until it may have changed. */
  async function runOrWait(): Promise<void> {
    const began = performance.now();
    const input = await settled();
    const changed = changedFiles(generated ?? input, input);
    if (isEnding || (generated && changed.length === 0))
      return hints.next(Math.max(wait.milliseconds, wait.looks * (performance.now() - began)));
    generated = input;
    try {
      await onRun(await generate({ cwd, cache }), changed);
    } catch (error) {
      onFailure(error);
    }
  }

  async function settled(): Promise<Input["stamps"]> {
    let { stamps, folders } = await look();
    while (!(generated && isSame(generated, stamps)) && !isEnding) {
      const before = stamps;
      await delay(settling);
      ({ stamps, folders } = await look());
      if (isSame(before, stamps)) break;
    }
    hints.follow(folders);
    return stamps;
  }
}

function isSame(before: Input["stamps"], after: Input["stamps"]): boolean {
  return changedFiles(before, after).length === 0;
}
