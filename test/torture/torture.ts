// Tries to break the tool, and prints how often it did: `npm run torture -- --runs N`.
// Without mistakes every count in a column of failures is 0, and the exit code too.
import { parseArgs } from "node:util";
import { faults } from "./faults.js";
import { kills } from "./kills.js";
import { mutatePages, mutateSpecs } from "./mutations.js";
import { pairs } from "./pairs.js";
import { tortured, torturedImport } from "./project.js";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "100" }, seed: { type: "string", default: "1" } },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error("Usage: npm run torture -- [--runs N] [--seed N], both whole numbers.");
  process.exit(2);
}

/** What went wrong, by name; each should be 0. */
type Failures = Readonly<Record<string, number>>;
let broken = 0;

await part("kills of generate", async () => {
  const { kills: done, killedAtWork, killedWhileWriting, ...failures } = await kills(runs, seed);
  return [`${done} kills, ${killedAtWork} at work, ${killedWhileWriting} of them while writing`, failures];
});
await part("kills of import", async () => {
  const imports = () => torturedImport(8);
  const { kills: done, killedAtWork, killedWhileWriting: _, ...failures } = await kills(runs, seed, imports);
  return [`${done} kills, ${killedAtWork} at work`, failures];
});
await part("concurrent runs", async () => {
  const { pairs: done, ...failures } = await pairs(Math.ceil(runs / 5), seed);
  return [`${done} pairs`, failures];
});
const generated = () => tortured(2);
for (const [args, make] of [
  [["generate"], generated],
  [["check"], generated],
  [["verify", "--page", "generated/pages"], generated],
  [["import", "pages"], () => torturedImport(2)],
] as const) {
  await part(`faults in ${args.join(" ")}`, async () => {
    const {
      calls,
      faults: done,
      survived,
      wrongEnds,
      ...failures
    } = await faults(args, runs >= 100 ? 1 : 7, make);
    for (const end of wrongEnds) console.error(end);
    return [
      `${done} faults in ${calls} calls, ${survived} of no consequence`,
      { notExit3: wrongEnds.length, ...failures },
    ];
  });
}
for (const [name, mutate, factor] of [
  ["mutated specs", mutateSpecs, 10],
  ["mutated pages", mutatePages, 2],
] as const) {
  await part(name, async () => {
    const found = await mutate(factor * runs, seed);
    for (const each of [...found.exceptions, ...found.withoutPosition, ...found.overTwoSeconds])
      console.error(each);
    const ends = `${found.successes} successes, ${found.diagnostics} with diagnostics`;
    const most = `the slowest ${found.slowestMilliseconds} ms, peak memory ${found.peakMegabytes} MB`;
    return [
      `${found.runs} runs, ${ends}, ${most}`,
      {
        exceptions: found.exceptions.length,
        withoutPosition: found.withoutPosition.length,
        overTwoSeconds: found.overTwoSeconds.length,
        overHalfAGigabyte: found.peakMegabytes > 512 ? 1 : 0,
      },
    ];
  });
}
process.exitCode = broken === 0 ? 0 : 1;

async function part(name: string, run: () => Promise<[done: string, failures: Failures]>): Promise<void> {
  const from = performance.now();
  const [done, failures] = await run();
  const seconds = Math.round((performance.now() - from) / 1000);
  const counts = Object.entries(failures).map(([failure, count]) => `${failure} ${count}`);
  console.log(`${name}: ${done}: ${counts.join(", ")} (${seconds} s)`);
  broken += Object.values(failures).reduce((sum, count) => sum + count, 0);
}
