/*
 * Searches for inputs that take long, or much memory:
 *
 *     npm run build:tool && npm run -w test search -- --inputs 5000 --large 100 --seed 1
 *
 * Each is a text of marks, in some place of a page or a spec; sizes are spread evenly by magnitude from 1 kB to
 * 1 MB, and from 1 to 5 MB for the large ones. Prints what came of them, the slowest ten, and how the slowest
 * families grow. Exits with 1 where one takes over 5 seconds or 1 GB, or ends in no finding.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Input, inOtherSize, inputOf } from "./inputs.js";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "5000" },
    large: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    run: { type: "string" },
  },
});
const seed = Number(values.seed);
const most = { milliseconds: 5_000, mebibytes: 1_000 };

/** Longer than this in real time, and an input counts as one that does not end. */
const patience = 60_000;

/** What a worker says about an input. */
interface Outcome {
  readonly result: string;
  /** Of processor time. */
  readonly milliseconds: number;
  /** The worker's own, at its peak. */
  readonly mebibytes: number;
}

interface Tried extends Outcome {
  readonly input: Input;
}

const workerFile = fileURLToPath(new URL("worker.mjs", import.meta.url));
let worker: ChildProcess | undefined;

async function tried(input: Input): Promise<Tried> {
  worker ??= fork(workerFile);
  const child = worker;
  const outcome = await new Promise<Outcome>((resolve) => {
    const end = (result: string) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill("SIGKILL");
      worker = undefined;
      resolve({ result, milliseconds: patience, mebibytes: most.mebibytes });
    };
    const timer = setTimeout(() => {
      end("does not end");
    }, patience);
    child.once("exit", (code, signal) => {
      end(`the process ends: ${signal ?? code}`);
    });
    child.once("message", (message) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(message as Outcome);
    });
    child.send(input);
  });
  // The peak is the process's: what comes next is to be measured by itself.
  if (outcome.mebibytes > 400) stop();
  return { ...outcome, input };
}

function stop(): void {
  worker?.removeAllListeners();
  worker?.kill("SIGKILL");
  worker = undefined;
}

const small = Array.from({ length: Number(values.inputs) }, (_, run) => [run, [1_000, 1_000_000]] as const);
const large = Array.from(
  { length: Number(values.large) },
  (_, index) => [small.length + index, [1_000_000, 4_900_000]] as const,
);
const all = [...small, ...large].filter(([run]) => values.run === undefined || run === Number(values.run));

const outcomes: Tried[] = [];
for (const [run, sizes] of all) {
  const outcome = await tried(inputOf(seed, run, sizes));
  outcomes.push(outcome);
  if (isFault(outcome)) console.log(`FAULT ${line(outcome)}`);
}

console.log(`${outcomes.length} inputs`);
const kinds = outcomes.map(({ result }) => result.replace(/:.*/, ""));
for (const kind of new Set(kinds)) console.log(`${kind}: ${kinds.filter((each) => each === kind).length}`);
console.log("the slowest:");
const slowest = outcomes.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
for (const each of slowest) console.log(line(each));
console.log("the largest:");
for (const each of outcomes.toSorted((a, b) => b.mebibytes - a.mebibytes).slice(0, 3))
  console.log(line(each));
console.log("how the slowest families grow, at 50, 100, 200 and 400 kB:");
for (const { input } of slowest.slice(0, 5)) {
  const times: string[] = [];
  for (const size of [50_000, 100_000, 200_000, 400_000]) {
    const { milliseconds } = await tried(inOtherSize(input, size));
    times.push(`${milliseconds.toFixed(0)} ms`);
  }
  console.log(`${times.join(", ")}: ${input.place}, ${input.unit}`);
}
stop();
process.exitCode = outcomes.some(isFault) ? 1 : 0;

function isFault({ result, milliseconds, mebibytes }: Outcome): boolean {
  const isEnd = /^(?:generated|imported|refused:)/.test(result);
  return !isEnd || milliseconds > most.milliseconds || mebibytes > most.mebibytes;
}

function line({ input, result, milliseconds, mebibytes }: Tried): string {
  const { run, place, unit, bytes } = input;
  return `${milliseconds.toFixed(0)} ms, ${mebibytes.toFixed(0)} MiB: run ${run}, ${place}, ${unit}, ${bytes} bytes: ${result}`;
}
