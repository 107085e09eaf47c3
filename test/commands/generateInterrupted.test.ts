import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { repository, smallSpec, builtStatusgen, testProject, textsBelow } from "../testProject.js";
import { generatedProject, otherSpec, replaceIn, statesOf } from "./generatedProject.js";

const twoSpecs = { "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec };

/** A project after a spec was edited, as far as a run that was cut off got: one file is still the old one. */
async function cutOffProject(): Promise<string> {
  const cwd = await generatedProject();
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  const old = await textsBelow(join(cwd, "generated"));
  await generate({ cwd });
  await mkdir(join(cwd, "generated/.statusgen"));
  await rename(join(cwd, "generated/manifest.json"), join(cwd, "generated/.statusgen/manifest.json"));
  await writeFile(join(cwd, "generated/manifest.json"), old["manifest.json"] ?? "");
  await writeFile(join(cwd, "generated/small/index.ts"), old["small/index.ts"] ?? "");
  return cwd;
}

test("a file that a cut-off run did not come to is stale, not edited by hand", async () => {
  const cwd = await cutOffProject();
  expect(await statesOf(cwd)).toEqual({
    ".statusgen/manifest.json": "orphaned",
    "manifest.json": "stale",
    "small/index.ts": "stale",
  });
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
  expect(exitCode).toBe(3);
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

test("what a killed run left aside is cleared away, and the folders that it left empty", async () => {
  const cwd = await generatedProject(twoSpecs);
  const before = await textsBelow(join(cwd, "generated"));
  await mkdir(join(cwd, "generated/.statusgen"));
  await writeFile(join(cwd, "generated/.statusgen/0"), "export con");
  expect(await statesOf(cwd)).toEqual({ ".statusgen/0": "orphaned" });
  expect((await generate({ cwd })).exitCode).toBe(0);
  expect(await textsBelow(join(cwd, "generated"))).toEqual(before);

  await rm(join(cwd, "spec/other.yaml"));
  await rm(join(cwd, "generated/other/index.ts"));
  await generate({ cwd });
  expect(await readdir(join(cwd, "generated"))).not.toContain("other");
  expect(await readdir(join(cwd, "generated"))).not.toContain(".statusgen");
});

test("a folder that a run never made is left alone, empty or not", async () => {
  const cwd = await generatedProject();
  await mkdir(join(cwd, "generated/mine"));
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await generate({ cwd });
  expect(await readdir(join(cwd, "generated"))).toContain("mine");
});

test("runs that are killed at any moment leave nothing that the next one does not mend", async () => {
  const cwd = await testProject(twoSpecs);
  for (let attempt = 1; attempt <= 8; attempt++) {
    await replaceIn(cwd, "spec/small.yaml", "description: It", `description: It ${attempt}`);
    await generateAndKill(cwd, attempt * 100);
  }
  const { exitCode } = await builtStatusgen(cwd, "generate");
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
