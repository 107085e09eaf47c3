import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { leadsOutside } from "../../generator/output/leadsOutside.js";
import { manifestFile, textDigest } from "../../generator/output/manifest.js";
import { readOutput } from "../../generator/output/readOutput.js";
import { largestRead } from "../../generator/output/textAt.js";
import { run, testProject } from "../testProject.js";

/** The digest of each file that is no larger than `most`. */
async function digestsIn(folder: string, most = largestRead) {
  const { files } = await readOutput(folder);
  return Object.fromEntries([...files].map(([path, file]) => [path, file?.digest(most)]));
}

test("every file is read, whatever its depth and its name, and links are not followed", async () => {
  const folder = await testProject({ "a.ts": "a", "b/c/.hidden": "hidden", "outside/x": "x" });
  await symlink("a.ts", join(folder, "link.ts"));
  await symlink("outside", join(folder, "b/folder"));
  const { folders } = await readOutput(folder);
  expect(await digestsIn(folder)).toEqual({
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
  await symlink(join(outside, "new"), join(project, "dangling"));
  for (const folder of ["generated", "not/yet/there", "in", "in/new", "..dots", "."])
    expect(leadsOutside(project, folder), folder).toBe(false);
  for (const folder of ["out", "out/deep", "dangling", "dangling/below", "out/not/yet", ".."])
    expect(leadsOutside(project, folder), folder).toBe(true);
  expect(() => leadsOutside(project, "inside/x/below")).toThrow("ENOTDIR");
});

test("a file that is larger than it can be is not read", async () => {
  const manifest = manifestFile([{ path: "b.ts", digest: textDigest("b") }], []);
  const folder = await testProject({ "a.ts": "", "b.ts": "", [manifest.path]: manifest.text });
  // More than a string can hold: reading it would be an error.
  for (const name of ["a.ts", "b.ts"]) await truncate(join(folder, name), 3e9);
  expect(await digestsIn(folder)).toMatchObject({ "a.ts": undefined, "b.ts": undefined });
  await truncate(join(folder, manifest.path), 3e9);
  expect(await readOutput(folder)).toMatchObject({ manifest: new Map(), hasManifest: false });
  await writeFile(join(folder, "a.ts"), "12345");
  expect(await digestsIn(folder, 4)).toMatchObject({ "a.ts": undefined });
  expect(await digestsIn(folder, 5)).toMatchObject({ "a.ts": textDigest("12345") });
});

test.skipIf(process.platform === "win32")("a pipe is not waited for (needs POSIX)", async () => {
  const folder = await testProject({});
  await run("mkfifo", ["manifest.json", "pipe"], { cwd: folder });
  expect(await digestsIn(folder)).toEqual({ "manifest.json": undefined, pipe: undefined });
});

test.skipIf(process.platform !== "linux")("a name that is no text is seen (needs Linux)", async () => {
  const folder = await testProject({ "caf\u00e9.txt": "a", "\uFFFD/x": "b" });
  await writeFile(nameIn(folder, "caf\\xe9.txt"), "mine");
  await mkdir(nameIn(folder, "d\\xff"));
  expect(await digestsIn(folder)).toEqual({
    "caf\u00e9.txt": textDigest("a"),
    "\uFFFD/x": textDigest("b"),
    "caf\\xe9.txt": undefined,
    "d\\xff": undefined,
  });
});

/** A path whose name has bytes that are written as `\xe9`. */
function nameIn(folder: string, name: string): Buffer {
  const bytes = name.replaceAll(/\\x(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes, "latin1")]);
}
