import { expect, test } from "vitest";
import { type MutationCounts, mutatePages, mutateSpecs } from "./mutations.js";

function expectSound(counts: MutationCounts, runs: number): void {
  expect(counts).toMatchObject({ runs, exceptions: [], withoutPosition: [] });
  expect(counts.successes + counts.diagnostics).toBe(runs);
  expect(counts.diagnostics).toBeGreaterThan(0);
}

test("mutated specs end in output or in findings with a place", async () => {
  expectSound(await mutateSpecs(100, 1), 100);
});

test("mutated pages end in output or in findings with a place", async () => {
  expectSound(await mutatePages(30, 1), 30);
});

test("a run of a seed can be had again alone", async () => {
  const [all, ...each] = await Promise.all([
    mutateSpecs(3, 2),
    mutateSpecs(1, 2, 0),
    mutateSpecs(1, 2, 1),
    mutateSpecs(1, 2, 2),
  ]);
  expect(each.reduce((sum, { successes }) => sum + successes, 0)).toBe(all.successes);
});
