import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { differences, removed, tornFiles, tortured, treeOf, writeSpecs } from "./project.js";
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
  /** Files and folders that the next run left or did not bring in step. */
  readonly leftovers: number;
}

/**
 * Kills `generate` at random moments, half of them over the whole run, half from the moment that it
 * begins to write; then looks at every file, runs it once more, and looks again.
 */
export function kills(runs: number, seed: number, services = 8): Promise<KillCounts> {
  return inLanes(runs, (share, lane) => killsInTurn(share, new Random(seed, lane), services));
}

async function killsInTurn(runs: number, random: Random, services: number): Promise<KillCounts> {
  const project = await tortured(services);
  const { cwd, versions } = project;
  const folder = join(cwd, "generated");
  const counts = { kills: 0, killedAtWork: 0, killedWhileWriting: 0, tornFiles: 0, leftovers: 0 };
  const wholeRun = await milliseconds(() => start(cwd, ["check"]).done);

  for (let index = 0; index < runs; index++) {
    const next = versions[(index + 1) % 2] ?? versions[0];
    await writeSpecs(cwd, next.specs);
    const { child, done } = start(cwd, ["generate"]);
    if (random.below(2) === 0) await delay(random.below(wholeRun * 1.2));
    else await writingBegun(folder, done, random.below(20));
    const isAtWork = child.exitCode === null;
    child.kill("SIGKILL");
    await done;

    counts.kills += 1;
    if (isAtWork) counts.killedAtWork += 1;
    if (existsSync(join(folder, ".statusgen"))) counts.killedWhileWriting += 1;
    counts.tornFiles += tornFiles(await treeOf(folder), versions).length;
    await start(cwd, ["generate"]).done;
    counts.leftovers += differences(await treeOf(folder), next.output).length;
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
