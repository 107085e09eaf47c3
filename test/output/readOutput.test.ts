import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leadsOutside } from "../../generator/output/leadsOutside.js";
import { textDigest } from "../../generator/output/manifest.js";
import { readOutput } from "../../generator/output/readOutput.js";
import { testProject } from "../testProject.js";

test("every file is read, whatever its depth and its name, and links are not followed", async () => {
  const folder = await testProject({ "a.ts": "a", "b/c/.hidden": "hidden", "outside/x": "x" });
  await symlink("a.ts", join(folder, "link.ts"));
  await symlink("outside", join(folder, "b/folder"));
  const { files, folders } = await readOutput(folder);
  expect(Object.fromEntries(files)).toEqual({
    "a.ts": textDigest("a"),
    "b/c/.hidden": textDigest("hidden"),
    "outside/x": textDigest("x"),
    "link.ts": undefined,
    "b/folder": undefined,
  });
  expect([...folders].sort()).toEqual(["b", "b/c", "outside"]);
});

test("a folder that is not there is empty; a file in its place is an error", async () => {
  const folder = await testProject({ file: "mine" });
  expect(await readOutput(join(folder, "nowhere"))).toMatchObject({ files: new Map(), folders: new Set() });
  await expect(readOutput(join(folder, "file"))).rejects.toMatchObject({ code: "ENOTDIR" });
});

test("a link leads outside wherever it stands on the way to the folder", async () => {
  const outside = await testProject({ "deep/x": "x" });
  const project = await testProject({ "inside/x": "x", "..dots/x": "x" });
  await symlink(outside, join(project, "out"));
  await symlink("inside", join(project, "in"));
  await mkdir(join(project, "generated"));
  for (const folder of ["generated", "not/yet/there", "in", "in/new", "..dots", "."])
    expect(await leadsOutside(project, folder), folder).toBe(false);
  for (const folder of ["out", "out/deep", "out/not/yet", ".."])
    expect(await leadsOutside(project, folder), folder).toBe(true);
  await expect(leadsOutside(project, "inside/x/below")).rejects.toMatchObject({ code: "ENOTDIR" });
});
