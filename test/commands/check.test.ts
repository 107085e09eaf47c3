import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "../../generator/index.js";
import { filesBelow, repository, smallSpec, statusgen } from "../testProject.js";
import { editByHand, generatedProject, otherSpec, replaceIn, statesOf } from "./generatedProject.js";

const otherFiles = [
  "docs/other/index.md",
  "docs/other/status-codes.md",
  "json/other.json",
  "other/index.ts",
  "pages/other.rst",
];

test("output that is in step has no finding", async () => {
  const cwd = await generatedProject();
  const { exitCode, files, current, diagnostics } = await check({ cwd });
  expect({ exitCode, files, diagnostics }).toEqual({ exitCode: 0, files: [], diagnostics: [] });
  expect(current).toBe(Object.keys(await filesBelow(join(cwd, "generated"))).length);
});

test("a deleted file is missing, and the folder as a whole too", async () => {
  const cwd = await generatedProject();
  const all = Object.keys(await filesBelow(join(cwd, "generated")));
  await rm(join(cwd, "generated/small/index.ts"));
  expect(await statesOf(cwd)).toEqual({ "small/index.ts": "missing" });

  await rm(join(cwd, "generated"), { recursive: true });
  expect(await statesOf(cwd)).toEqual(Object.fromEntries(all.map((path) => [path, "missing"])));
});

test("a changed description makes exactly the files stale that hold it", async () => {
  const cwd = await generatedProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  await replaceIn(cwd, "spec/small.yaml", "It is not there.", "It is gone.");
  expect(await statesOf(cwd)).toEqual({
    "docs/comparison.md": "stale",
    "docs/comparison.svg": "stale",
    "docs/small/status-codes.md": "stale",
    "json/small.json": "stale",
    "manifest.json": "stale",
    "pages/small.rst": "stale",
    "small/index.ts": "stale",
  });
});

test("a changed description of a page with a digest is also a spec that no longer says what the page says", async () => {
  const spec = await readFile(join(repository, "spec/apig.yaml"), "utf8");
  const cwd = await generatedProject({ "spec/apig.yaml": spec });
  await replaceIn(cwd, "spec/apig.yaml", "has not found anything", "found nothing");
  const { exitCode, diagnostics } = await check({ cwd });
  expect(exitCode).toBe(1);
  expect(diagnostics.map(({ rule, file }) => [rule, file])).toEqual([
    ["page-digest", "spec/apig.yaml"],
    ["output-stale", "generated/apig/index.ts"],
    ["output-stale", "generated/docs/apig/http-status-codes.md"],
    ["output-stale", "generated/docs/comparison.md"],
    ["output-stale", "generated/json/apig.json"],
    ["output-stale", "generated/manifest.json"],
    ["output-stale", "generated/pages/apig-en-api-180713206.rst"],
  ]);
});

test("a file that is not as the last run wrote it is edited by hand", async () => {
  const cwd = await generatedProject();
  await editByHand(cwd, "generated/small/index.ts");
  expect(await statesOf(cwd)).toEqual({ "small/index.ts": "edited" });
});

test("files of a spec that is gone are orphaned", async () => {
  const cwd = await generatedProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  await rm(join(cwd, "spec/other.yaml"));
  const states = await statesOf(cwd);
  const orphaned = Object.keys(states).filter((path) => states[path] === "orphaned");
  expect(orphaned).toEqual(otherFiles);
});

test("a stray file is orphaned, however deep it lies", async () => {
  const cwd = await generatedProject();
  await mkdir(join(cwd, "generated/small/.hidden/deep"), { recursive: true });
  await writeFile(join(cwd, "generated/note.txt"), "");
  await writeFile(join(cwd, "generated/small/.hidden/deep/note"), "");
  expect(await statesOf(cwd)).toEqual({
    "note.txt": "orphaned",
    "small/.hidden/deep/note": "orphaned",
  });
});

test("a file that another tool wrote where a generated one belongs is not owned", async () => {
  const cwd = await generatedProject();
  await replaceIn(cwd, "spec/small.yaml", "id: small\n  name", "id: large\n  name");
  await mkdir(join(cwd, "generated/large"));
  await writeFile(join(cwd, "generated/large/index.ts"), "export {};\n");
  expect(await statesOf(cwd)).toMatchObject({ "large/index.ts": "notOwned" });
});

test("line endings of another platform are no difference", async () => {
  const cwd = await generatedProject();
  for (const [path, { text }] of Object.entries(await filesBelow(join(cwd, "generated")))) {
    await writeFile(join(cwd, "generated", path), text.replaceAll("\n", "\r\n"));
  }
  expect((await check({ cwd })).exitCode).toBe(0);
});

test("all kinds of findings are told in one run, and check fails however many files are fine", async () => {
  const cwd = await generatedProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  await rm(join(cwd, "generated/docs/index.md"));
  await editByHand(cwd, "generated/index.ts");
  await writeFile(join(cwd, "generated/note.txt"), "");
  await replaceIn(cwd, "spec/other.yaml", "It worked.", "It works.");
  await rm(join(cwd, "generated/pages/small.rst"));
  await mkdir(join(cwd, "generated/pages/small.rst"));
  const { exitCode, files, current } = await check({ cwd });
  expect(exitCode).toBe(1);
  expect(current).toBeGreaterThan(0);
  expect(new Set(files.map(({ state }) => state))).toEqual(
    new Set(["missing", "edited", "orphaned", "stale", "notOwned"]),
  );
});

test("check writes nothing, whatever it finds", async () => {
  const cwd = await generatedProject();
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await rm(join(cwd, "generated/index.ts"));
  await rm(join(cwd, "generated/manifest.json"));
  const before = await filesBelow(cwd);
  expect((await statusgen(cwd, "check")).exitCode).toBe(1);
  expect(await filesBelow(cwd)).toEqual(before);
});

test("a spec that is not valid is exit code 2, not a finding", async () => {
  const cwd = await generatedProject();
  await replaceIn(cwd, "spec/small.yaml", "code: 200", "code: 2000");
  const { exitCode, diagnostics } = await check({ cwd });
  expect(exitCode).toBe(2);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["malformed-code"]);
});
