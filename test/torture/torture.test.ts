import { expect, test } from "vitest";
import { faults } from "./faults.js";
import { kills } from "./kills.js";
import { pairs } from "./pairs.js";
import { tortured, torturedImport } from "./project.js";

// A few of each; `npm run torture -- --runs 1000` does as many as it takes to be sure.

test("a killed run leaves whole files, and nothing that the next run does not mend", async () => {
  expect(await kills(4, 1, () => tortured(5))).toMatchObject({ kills: 4, tornFiles: 0, leftovers: 0 });
});

test("a killed import leaves whole specs, and the next one imports the rest", async () => {
  const imports = () => torturedImport(5);
  expect(await kills(4, 1, imports)).toMatchObject({ kills: 4, tornFiles: 0, leftovers: 0 });
});

test("of two runs at a time both end well, and the output is that of the newer specs", async () => {
  expect(await pairs(2, 1, 5)).toEqual({ pairs: 2, failures: 0, mixedTrees: 0, oldTrees: 0 });
});

test.each([
  ["generate", ["generate"], () => tortured(2)],
  ["check", ["check"], () => tortured(2)],
  ["import", ["import", "pages"], () => torturedImport(2)],
])("%s: a call to the file system that fails ends the run with 3", async (_, args, make) => {
  const { faults: done, ...counts } = await faults(args, 13, make);
  expect(done).toBeGreaterThan(1);
  expect(counts).toMatchObject({ wrongEnds: [], tornFiles: 0, leftovers: 0 });
});
