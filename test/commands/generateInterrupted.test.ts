import { spawn } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { bothManifests } from "../../generator/output/manifest.js";
import { repository, smallSpec, statusgen, testProject, textsBelow } from "../testProject.js";
import { generatedProject, otherSpec, replaceIn, statesOf } from "./generatedProject.js";

const twoSpecs = { "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec };

/** A manifest after one spec was replaced by another, as far as a run that was cut off got. */
async function cutOffProject(): Promise<string> {
  const cwd = await generatedProject();
  const manifest = join(cwd, "generated/manifest.json");
  const before = await readFile(manifest, "utf8");
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  const old = await textsBelow(join(cwd, "generated"));
  await generate({ cwd });
  await writeFile(manifest, bothManifests(before, await readFile(manifest, "utf8")));
  await writeFile(join(cwd, "generated/small/index.ts"), old["small/index.ts"] ?? "");
  return cwd;
}

test("a file that a cut-off run did not come to is stale, not edited by hand", async () => {
  const cwd = await cutOffProject();
  expect(await statesOf(cwd)).toEqual({ "manifest.json": "stale", "small/index.ts": "stale" });
  await generate({ cwd });
  expect(await statesOf(cwd)).toEqual({});
});

test("a file that a cut-off run did write is still ours when the spec changes again", async () => {
  const cwd = await cutOffProject();
  await replaceIn(cwd, "spec/small.yaml", "It works.", "It runs.");
  expect(await statesOf(cwd)).toMatchObject({ "small/index.ts": "stale", "json/small.json": "stale" });
});

test("a run without its manifest, or with half of it, heals what is missing", async () => {
  for (const spoil of [
    (manifest: string) => rm(manifest),
    (manifest: string) => writeFile(manifest, ""),
    async (manifest: string) => writeFile(manifest, (await readFile(manifest, "utf8")).slice(0, 300)),
  ]) {
    const cwd = await generatedProject(twoSpecs);
    const before = await textsBelow(cwd);
    await spoil(join(cwd, "generated/manifest.json"));
    await rm(join(cwd, "generated/small"), { recursive: true });
    expect((await check({ cwd })).exitCode).toBe(1);
    expect((await generate({ cwd })).exitCode).toBe(0);
    expect(await textsBelow(cwd)).toEqual(before);
  }
});

test("without a manifest, a file that differs may be someone's own: it is not overwritten", async () => {
  const cwd = await generatedProject();
  await rm(join(cwd, "generated/manifest.json"));
  await writeFile(join(cwd, "generated/pages/small.rst"), "half a pa");
  const { exitCode, diagnostics } = await generate({ cwd });
  expect(exitCode).toBe(2);
  expect(diagnostics.map(({ file }) => file)).toEqual(["generated/pages/small.rst"]);
});

test("a manifest with the conflict marks of a merge still knows the files of both sides", async () => {
  const cwd = await generatedProject(twoSpecs);
  const manifest = join(cwd, "generated/manifest.json");
  const ours = await readFile(manifest, "utf8");
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await generate({ cwd });
  const theirs = await readFile(manifest, "utf8");
  await writeFile(manifest, `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`);
  await rm(join(cwd, "spec/other.yaml"));
  await replaceIn(cwd, "spec/small.yaml", "It works.", "It runs.");
  const { exitCode, changes } = await generate({ cwd });
  expect(exitCode).toBe(0);
  expect(changes?.removed.map(({ path }) => path)).toContain("other/index.ts");
  expect((await check({ cwd })).exitCode).toBe(0);
});

test("what a killed run left half-written beside its target is cleared away", async () => {
  const cwd = await generatedProject();
  const text = await readFile(join(cwd, "generated/small/index.ts"), "utf8");
  await writeFile(join(cwd, "generated/small/index.ts.1234567890"), text.slice(0, 100));
  await writeFile(join(cwd, "generated/index.ts.1234567890"), "mine");
  expect(await statesOf(cwd)).toEqual({
    "index.ts.1234567890": "orphaned",
    "small/index.ts.1234567890": "orphaned",
  });
  await generate({ cwd });
  expect(await statesOf(cwd)).toEqual({ "index.ts.1234567890": "orphaned" });
});

test("runs that are killed at any moment leave nothing that the next one does not mend", async () => {
  const cwd = await testProject(twoSpecs);
  for (let attempt = 1; attempt <= 8; attempt++) {
    await replaceIn(cwd, "spec/small.yaml", "description: It", `description: It ${attempt}`);
    await generateAndKill(cwd, attempt * 100);
  }
  // Otherwise the next run would wait the ten seconds after which a lock counts as left behind.
  await rm(join(cwd, "generated.lock"), { recursive: true, force: true });
  const { exitCode } = await statusgen(cwd, "generate");
  expect(exitCode).toBe(0);
  expect((await check({ cwd })).files).toEqual([]);
});

function generateAndKill(cwd: string, milliseconds: number): Promise<void> {
  const bin = join(repository, "generator/bin/statusgen.js");
  const child = spawn(process.execPath, [bin, "generate"], { cwd, stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  return new Promise((resolve) => {
    child.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
