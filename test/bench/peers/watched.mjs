// How long it takes from saving a spec to the last file written, once warm: node watched.mjs project spec rounds
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { watch } from "statusgen";

const [, , cwd, spec, rounds] = process.argv;
const text = readFileSync(spec, "utf8");
let finished = () => {};
const nextRun = () => new Promise((resolve) => (finished = resolve));
const first = nextRun();
const stop = await watch({
  cwd,
  onRun: () => Promise.resolve(finished(performance.now())),
  onFailure: (error) => {
    throw error;
  },
});
await first;
const times = [];
// The first few are to warm up.
for (let round = 0; round < Number(rounds) + 3; round++) {
  await setTimeout(300);
  const run = nextRun();
  const from = performance.now();
  writeFileSync(
    spec,
    text.replace("The ", `The ${round} `).replace("description: ", `description: ${round} `),
  );
  times.push((await run) - from);
}
console.log(JSON.stringify(times.slice(3)));
await stop();
