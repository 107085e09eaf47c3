import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  differences,
  outputOf,
  removed,
  tornFiles,
  tortured,
  type TorturedProject,
  writeInput,
} from "./project.js";
import { Random } from "./random.js";
import { inLanes, start } from "./runs.js";

export interface KillCounts {
  readonly kills: number;
  /** Of the kills: how many came before the run was over. */
  readonly killedAtWork: number;
  /** Of those: how many while files were being written. */
  readonly killedWhileWriting: number;
  /** Files that were neither the old nor the new one. */
  readonly tornFiles: number;
  /** Files and folders that the next run left or did not bring up to date. */
  readonly leftovers: number;
}

/**
 * Kills the command of a project at random moments, half of them over the whole run, half from the moment that
 * it begins to write, where that can be seen; then looks at every file, runs it once more, and looks again.
 */
export function kills(
  runs: number,
  seed: number,
  make: () => Promise<TorturedProject> = () => tortured(8),
): Promise<KillCounts> {
  return inLanes(runs, (share, lane) => killsInTurn(share, new Random(seed, lane), make));
}

async function killsInTurn(
  runs: number,
  random: Random,
  make: () => Promise<TorturedProject>,
): Promise<KillCounts> {
  const project = await make();
  const { cwd, versions, writing } = project;
  const folder = join(cwd, writing.to);
  const counts = { kills: 0, killedAtWork: 0, killedWhileWriting: 0, tornFiles: 0, leftovers: 0 };
  await writeInput(project, versions[1]);
  const wholeRun = await milliseconds(() => start(cwd, writing.args).done);

  for (let index = 0; index < runs; index++) {
    const next = versions[(index + 1) % 2] ?? versions[0];
    await writeInput(project, next);
    const { child, done } = start(cwd, writing.args);
    if (random.below(2) === 0) await delay(random.below(wholeRun * 1.2));
    else await writingBegun(folder, done, random.below(20));
    const isAtWork = child.exitCode === null;
    child.kill("SIGKILL");
    await done;

    counts.kills += 1;
    if (isAtWork) counts.killedAtWork += 1;
    if (existsSync(join(folder, ".statusgen"))) counts.killedWhileWriting += 1;
    counts.tornFiles += tornFiles(await outputOf(project), versions).length;
    await start(cwd, writing.args).done;
    counts.leftovers += differences(await outputOf(project), next.output).length;
  }
  await removed(project);
  return counts;
}

async function writingBegun(folder: string, done: Promise<unknown>, later: number): Promise<void> {
  const over = new AbortController();
  void done.then(() => {
    over.abort();
  });
  while (!over.signal.aborted && !existsSync(join(folder, ".statusgen"))) await delay(1);
  await delay(later);
}

async function milliseconds(task: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await task();
  return performance.now() - from;
}
