import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { smallSpec, testProject, textsBelow } from "../testProject.js";
import { generatedProject, otherSpec, replaceIn, statesOf } from "./generatedProject.js";

/** A project of two services, both of which were edited after they were generated. */
async function editedProject(): Promise<string> {
  const cwd = await generatedProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  await replaceIn(cwd, "spec/small.yaml", "It is not there.", "It is gone.");
  await replaceIn(cwd, "spec/other.yaml", "description: ", "description: Here, ");
  return cwd;
}

test("check looks at the files of the given specs' services, and at those about all", async () => {
  const cwd = await editedProject();
  const { exitCode, files } = await check({ cwd, files: ["spec/small.yaml"] });
  expect(exitCode).toBe(1);
  expect(files.map(({ path }) => path)).toEqual([
    "docs/comparison.md",
    "docs/comparison.svg",
    "docs/small/status-codes.md",
    "json/small.json",
    "manifest.json",
    "pages/small.rst",
    "small/index.ts",
  ]);
});

test("generate writes the files of the given specs' services, and those about all", async () => {
  const cwd = await editedProject();
  const before = await textsBelow(join(cwd, "generated"));
  const { exitCode, changes } = await generate({ cwd, files: [join(cwd, "spec/small.yaml")] });
  expect(exitCode).toBe(0);
  expect(changes?.written.map(({ path }) => path)).toContain("small/index.ts");
  const after = await textsBelow(join(cwd, "generated"));
  expect(after["other/index.ts"]).toBe(before["other/index.ts"]);
  expect(after["small/index.ts"]).toContain("It is gone.");
  expect(await check({ cwd, files: ["spec/small.yaml"] })).toMatchObject({ exitCode: 0, files: [] });
});

test("what generate left is still stale, neither orphaned nor edited, and the next run writes it", async () => {
  const cwd = await editedProject();
  await generate({ cwd, files: ["spec/small.yaml"] });
  expect(await statesOf(cwd)).toEqual({
    "docs/other/status-codes.md": "stale",
    "json/other.json": "stale",
    "manifest.json": "stale",
    "other/index.ts": "stale",
    "pages/other.rst": "stale",
  });
  await generate({ cwd });
  expect(await statesOf(cwd)).toEqual({});
});

test("a file of another service that was edited by hand stays, and is still told as edited", async () => {
  const cwd = await editedProject();
  await replaceIn(cwd, "generated/other/index.ts", "export", "/* mine */ export");
  await generate({ cwd, files: ["spec/small.yaml"] });
  expect(await readFile(join(cwd, "generated/other/index.ts"), "utf8")).toContain("/* mine */");
  expect(await statesOf(cwd)).toMatchObject({ "other/index.ts": "edited" });
});

test("files of a service that is gone stay, and are still ours", async () => {
  const cwd = await editedProject();
  await rm(join(cwd, "spec/other.yaml"));
  await generate({ cwd, files: ["spec/small.yaml"] });
  expect(await statesOf(cwd)).toMatchObject({ "other/index.ts": "orphaned" });
  const { changes } = await generate({ cwd });
  expect(changes?.removed.map(({ path }) => path)).toContain("other/index.ts");
});

test("foreign files are a matter of a check of everything", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "generated/mine.txt": "Mine.\n" });
  await generate({ cwd, files: ["spec/small.yaml"] });
  expect(await check({ cwd, files: ["spec/small.yaml"] })).toMatchObject({ exitCode: 0, files: [] });
  expect(await statesOf(cwd)).toEqual({ "mine.txt": "orphaned" });
});

test("a file that is no spec of the project is an error for either, and nothing is written", async () => {
  const cwd = await editedProject();
  const before = await textsBelow(join(cwd, "generated"));
  for (const command of [check, generate]) {
    const { exitCode, diagnostics } = await command({
      cwd,
      files: ["spec/small.yaml", "spec/gone.yaml", "README.md"],
    });
    expect(exitCode).toBe(2);
    expect(diagnostics.map(({ rule, file }) => [rule, file])).toEqual([
      ["no-spec-found", "README.md"],
      ["no-spec-found", "spec/gone.yaml"],
    ]);
  }
  expect(await textsBelow(join(cwd, "generated"))).toEqual(before);
});

test("a mistake in another spec is an error, since the files about all services are made of it too", async () => {
  const cwd = await editedProject();
  await replaceIn(cwd, "spec/other.yaml", "name:", "nmae:");
  const { exitCode, diagnostics } = await check({ cwd, files: ["spec/small.yaml"] });
  expect(exitCode).toBe(2);
  expect(diagnostics.map(({ file }) => file)).toContain("spec/other.yaml");
});

test("lint findings are those of the given specs", async () => {
  const cwd = await editedProject();
  await replaceIn(cwd, "spec/other.yaml", "description: Here, ", "description: He\u200bre, ");
  expect((await check({ cwd })).diagnostics.map(({ rule }) => rule)).toContain("invisible-character");
  const { diagnostics } = await check({ cwd, files: ["spec/small.yaml"] });
  expect(diagnostics.map(({ rule }) => rule)).not.toContain("invisible-character");
});
