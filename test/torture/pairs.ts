import { setTimeout as delay } from "node:timers/promises";
import { differences, outputOf, removed, tornFiles, tortured, writeInput } from "./project.js";
import { Random } from "./random.js";
import { inLanes, start } from "./runs.js";

export interface PairCounts {
  readonly pairs: number;
  /** Runs that ended with another exit code than 0. */
  readonly failures: number;
  /** Trees at the end that are of neither version of the specs. */
  readonly mixedTrees: number;
  /** Trees at the end that are whole, but of the older version. */
  readonly oldTrees: number;
}

/** Starts two runs, the second with newer specs while the first is at work, and looks at the output at the end. */
export function pairs(runs: number, seed: number, services = 8): Promise<PairCounts> {
  return inLanes(runs, (share, lane) => pairsInTurn(share, new Random(seed, lane), services));
}

async function pairsInTurn(runs: number, random: Random, services: number): Promise<PairCounts> {
  const project = await tortured(services, 0);
  const { cwd, versions } = project;
  const counts = { pairs: 0, failures: 0, mixedTrees: 0, oldTrees: 0 };
  for (let index = 0; index < runs; index++) {
    const older = versions[(index + 1) % 2] ?? versions[0];
    const newer = versions[index % 2] ?? versions[0];
    await writeInput(project, older);
    const first = start(cwd, ["generate"]);
    await delay(random.below(900));
    await writeInput(project, newer);
    const second = start(cwd, ["generate"]);
    const ends = await Promise.all([first.done, second.done]);

    const tree = await outputOf(project);
    counts.pairs += 1;
    counts.failures += ends.filter(({ exitCode }) => exitCode !== 0).length;
    if (differences(tree, newer.output).length === 0) continue;
    if (differences(tree, older.output).length === 0) counts.oldTrees += 1;
    else counts.mixedTrees += 1;
    if (tornFiles(tree, versions).length > 0) throw new Error(`A file is torn in ${cwd}.`);
  }
  await removed(project);
  return counts;
}
