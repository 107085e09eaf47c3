/*
 * Compares import with docutils on random pages:
 *
 *     npm run -w test docutils -- --pages 6000 --seed 1 --show 5
 *     npm run -w test docutils -- --seed 1 --run 17
 *
 * Prints how many are read alike, and the first that are not; with `--run`, one page. Exits with 1
 * where a page is read differently or words are lost. `--reading "refused by import alone"` shows
 * the pages that are read that way instead.
 */
import { parseArgs } from "node:util";
import { hasDocutils } from "./askDocutils.js";
import { countReadings, describeFault, faults, type ReadPage, readPages } from "./measureReading.js";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "6000" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "5" },
    run: { type: "string" },
    reading: { type: "string" },
  },
});
const chunk = 500;
const seed = Number(values.seed);
const first = Number(values.run ?? 0);
const count = values.run === undefined ? Number(values.pages) : 1;

if (!hasDocutils)
  console.log("No Python with docutils is installed: only the words of each page are compared.");
const read = Array.from({ length: Math.ceil(count / chunk) }, (_, index) =>
  readPages(seed, first + index * chunk, Math.min(chunk, count - index * chunk)),
).flat();
for (const page of read.filter(isShown).slice(0, Number(values.show))) console.log(describeFault(page));
console.log(
  `${read.length} pages, ${read.filter(({ page }) => page.isBroken).length} of them broken on purpose`,
);
for (const line of countReadings(read)) console.log(line);
process.exitCode = read.some(({ reading }) => faults.includes(reading)) ? 1 : 0;

function isShown({ reading }: ReadPage): boolean {
  if (values.run !== undefined) return true;
  return values.reading === undefined ? faults.includes(reading) : reading === values.reading;
}
