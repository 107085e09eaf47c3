import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { filesBelow, smallSpec, statusgen, testProject, textsBelow } from "../testProject.js";
import { editByHand, generatedProject, otherSpec, replaceIn } from "./generatedProject.js";

const twoSpecs = { "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec };

test("only what changed is written again", async () => {
  const cwd = await generatedProject(twoSpecs);
  const before = await filesBelow(join(cwd, "generated"));
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  const { changes } = await generate({ cwd });
  const after = await filesBelow(join(cwd, "generated"));
  const touched = Object.keys(after).filter((path) => before[path]?.writtenAt !== after[path]?.writtenAt);
  expect(touched).toEqual(changes?.written.map(({ path }) => path));
  expect(touched).toEqual([
    "docs/comparison.md",
    "docs/comparison.svg",
    "docs/small/status-codes.md",
    "json/small.json",
    "manifest.json",
    "pages/small.rst",
    "small/index.ts",
  ]);
});

test("the last line says how many specs there are, and of check only where it will fail", async () => {
  const cwd = await testProject(twoSpecs);
  expect((await statusgen(cwd, "generate")).stdout).toMatch(
    /\n2 specs: wrote \d+ files, removed 0; 0 unchanged\.\n$/,
  );
});

test("a second run touches nothing", async () => {
  const cwd = await generatedProject();
  const before = await filesBelow(cwd);
  const { changes } = await generate({ cwd });
  expect(changes).toMatchObject({ written: [], removed: [], kept: [] });
  expect(await filesBelow(cwd)).toEqual(before);
});

test("generated anew, the output is the same, byte for byte", async () => {
  const cwd = await generatedProject(twoSpecs);
  const before = await textsBelow(join(cwd, "generated"));
  await rm(join(cwd, "generated"), { recursive: true });
  await generate({ cwd });
  expect(await textsBelow(join(cwd, "generated"))).toEqual(before);
});

test("the files of a spec that is gone go, with the folders that they leave empty; strays stay", async () => {
  const cwd = await generatedProject(twoSpecs);
  await writeFile(join(cwd, "generated/other/note.txt"), "mine");
  await rm(join(cwd, "spec/other.yaml"));
  const { stdout, exitCode } = await statusgen(cwd, "generate");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("  - other/index.ts\n");
  expect(stdout).toMatch(/ {2}\? other\/note\.txt \(.*left as it is\)\n/);
  const left = await textsBelow(join(cwd, "generated"));
  expect(Object.keys(left).filter((path) => path.includes("other"))).toEqual(["other/note.txt"]);
  expect(left["other/note.txt"]).toBe("mine");
  await expect(readFile(join(cwd, "generated/docs/other"))).rejects.toThrow("ENOENT");
});

test("an edited file of a spec that is gone is left alone: the edit may be all there is of it", async () => {
  const cwd = await generatedProject(twoSpecs);
  await editByHand(cwd, "generated/other/index.ts");
  await rm(join(cwd, "spec/other.yaml"));
  const { changes } = await generate({ cwd });
  expect(changes?.kept.map(({ path }) => path)).toEqual(["other/index.ts"]);
  expect(await readFile(join(cwd, "generated/other/index.ts"), "utf8")).toMatch(/edited\n$/);
});

test("an edited file is replaced, and that is said", async () => {
  const cwd = await generatedProject();
  const before = await textsBelow(cwd);
  await editByHand(cwd, "generated/small/index.ts");
  const { stdout, exitCode } = await statusgen(cwd, "generate");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("  ~ small/index.ts (was edited by hand; replaced)\n");
  expect(stdout).toContain("\n1 spec: wrote 1 file, removed 0; 12 unchanged.\n");
  expect(await textsBelow(cwd)).toEqual(before);
});

test("a dry run says what would happen and writes nothing", async () => {
  const cwd = await generatedProject(twoSpecs);
  await rm(join(cwd, "spec/other.yaml"));
  await editByHand(cwd, "generated/small/index.ts");
  const before = await filesBelow(cwd);
  const { stdout, exitCode } = await statusgen(cwd, "generate", "--dry-run");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("  ~ small/index.ts (was edited by hand; would be replaced)\n");
  expect(stdout).toMatch(/\n1 spec: would write \d+ files, remove 5; \d+ unchanged\.\n$/);
  expect(await filesBelow(cwd)).toEqual(before);
});

test("a dry run does not even make the output folder", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  expect((await statusgen(cwd, "generate", "--dry-run")).exitCode).toBe(0);
  expect(Object.keys(await filesBelow(cwd))).toEqual(["spec/small.yaml"]);
});

test("one spec that is not valid keeps everything from being written", async () => {
  const cwd = await generatedProject(twoSpecs);
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await replaceIn(cwd, "spec/other.yaml", "message: OK", "mesage: OK");
  const before = await filesBelow(cwd);
  const { stdout, stderr, exitCode } = await statusgen(cwd, "generate");
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  expect(stdout).toContain("spec/other.yaml:12:9 error unknown-key");
  expect(stdout).toMatch(/nothing was written\.\n$/);
  expect(await filesBelow(cwd)).toEqual(before);
});

test("a folder whose name ends in .yaml is no spec: the output is not emptied for it", async () => {
  const cwd = await generatedProject();
  await rm(join(cwd, "spec/small.yaml"));
  await mkdir(join(cwd, "spec/small.yaml"));
  const { exitCode, diagnostics } = await generate({ cwd });
  expect(exitCode).toBe(2);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["no-spec-found"]);
});

test("what check will fail for is said by generate already, as a warning", async () => {
  const digest = `sha256:${"0".repeat(64)}`;
  const cwd = await testProject({
    "spec/small.yaml": smallSpec.replace("title: Status Codes", `title: Status Codes\n  digest: ${digest}`),
  });
  const { exitCode, diagnostics } = await generate({ cwd });
  expect(exitCode).toBe(0);
  expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([["page-digest", "warning"]]);
  expect((await check({ cwd })).exitCode).toBe(1);
  expect((await statusgen(cwd, "generate")).stdout).toMatch(
    /\n`check` will fail: see the warnings above\.\n$/,
  );
});
