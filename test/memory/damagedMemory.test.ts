import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { check } from "../../generator/commands/check.js";
import { generate } from "../../generator/commands/generate.js";
import { memoryFolder, openMemory } from "../../generator/memory/memory.js";
import { modulesLoadedBy } from "../commands/packagesLoadedBy.js";
import { run, smallSpec, builtStatusgen, testProject, textsBelow } from "../testProject.js";

const edited = smallSpec.replace("It worked.", "It works.");

/** A project that was generated, and its cache, with the given file in it. */
async function projectWithCache(
  file = "services.json",
): Promise<{ readonly cwd: string; readonly cache: string }> {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "node_modules/.keep": "" });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  if (file === "digests.json") {
    // The digests of files that are younger are not remembered.
    await delay(2_100);
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  }
  return { cwd, cache: memoryFolder(cwd) ?? "" };
}

const files = ["services.json", "parts.json", "digests.json"];
const damages: Readonly<Record<string, (bytes: Buffer) => Uint8Array>> = {
  empty: () => Buffer.alloc(0),
  "cut off": (bytes) => bytes.subarray(0, bytes.length / 2),
  "without its last line": (bytes) => bytes.subarray(0, bytes.lastIndexOf("\n")),
  "with another digit": (bytes) =>
    Buffer.from(bytes.toString().replace(/[0-9](?=[^0-9]*[0-9])/, (digit) => (digit === "1" ? "2" : "1"))),
  "with a bit flipped": (bytes) =>
    bytes.map((byte, index) => (index === bytes.length >> 1 ? byte ^ 1 : byte)),
  "of zeros": (bytes) => Buffer.alloc(bytes.length),
  "with a line more": (bytes) => Buffer.concat([bytes, Buffer.from("\n{}")]),
};

describe.each(files)("%s", (name) => {
  test.each(Object.entries(damages))("%s is not made use of", async (_, damage) => {
    const { cwd, cache } = await projectWithCache(name);
    const whole = await readFile(join(cache, name));
    await writeFile(join(cache, name), damage(whole));
    expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
    await writeFile(join(cwd, "spec/small.yaml"), edited);
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0, diagnostics: [] });
    const afresh = await testProject({ "spec/small.yaml": edited });
    await generate({ cwd: afresh });
    expect(await textsBelow(join(cwd, "generated"))).toEqual(await textsBelow(join(afresh, "generated")));
    expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
  });
});

/** What can be in the place of a file or a folder of the cache. */
const obstacles: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  "a pipe": (path) => run("mkfifo", [path], { cwd: "/" }),
  "a folder": (path) => mkdir(path),
  "a link to a device": (path) => symlink("/dev/zero", path),
  "a link to itself": (path) => symlink(path, path),
  "a link out of the cache": async (path) => {
    await rename(path, `${path}-elsewhere`);
    await symlink(`${path}-elsewhere`, path);
  },
};

describe.skipIf(process.platform === "win32")("in the cache (needs POSIX)", () => {
  const places = [...files, ".", "..", "../.."];
  test.each(Object.entries(obstacles))("%s is neither waited for nor followed", async (name, make) => {
    for (const place of places) {
      if (name === "a folder" && place.startsWith(".")) continue;
      const { cwd, cache } = await projectWithCache(place);
      expect(await builtStatusgen(cwd, "generate")).toMatchObject({ exitCode: 0 });
      const path = join(cache, place);
      if (name !== "a link out of the cache") await rm(path, { recursive: true });
      await make(path);
      const before = await textsBelow(`${path}-elsewhere`).catch(() => ({}));
      await writeFile(join(cwd, "spec/small.yaml"), edited);
      expect(await builtStatusgen(cwd, "generate"), place).toMatchObject({ exitCode: 0, stderr: "" });
      expect(await textsBelow(`${path}-elsewhere`).catch(() => ({})), place).toEqual(before);
    }
  });
});

test("a memory is for one key", async () => {
  const cwd = await testProject({ "node_modules/.keep": "" });
  const open = (key: string) => openMemory(cwd, () => key, false);
  open("one key").remember("some.json", [1, { text: "ä\u2028" }]);
  expect(open("one key").recall("some.json")).toEqual([1, { text: "ä\u2028" }]);
  expect(open("another key").recall("some.json")).toEqual([]);
  expect(open("one key").recall("other.json")).toEqual([]);
  expect(openMemory(cwd, () => "one key", true).recall("some.json")).toEqual([]);
  expect(await readdir(memoryFolder(cwd) ?? "")).toEqual(["some.json"]);
});

test("another version of the config, and another again, make everything anew", async () => {
  const { cwd } = await projectWithCache();
  for (const enumStyle of ["union", "enum"]) {
    await writeFile(join(cwd, "statusgen.config.json"), JSON.stringify({ enumStyle }));
    expect(await check({ cwd })).toMatchObject({ exitCode: 1 });
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  }
});

test.each(["check", "generate --dry-run", "generate --no-cache", "lint", "verify"])(
  "`%s` remembers nothing",
  async (command) => {
    const { cwd } = await projectWithCache();
    await rm(join(cwd, "node_modules/.cache"), { recursive: true });
    expect(await builtStatusgen(cwd, ...command.split(" "))).toMatchObject({ exitCode: 0 });
    expect(await readdir(join(cwd, "node_modules"))).toEqual([".keep"]);
  },
);

test.each(["generate", "check"])("`%s --no-cache` looks at everything", async (command) => {
  const { cwd } = await projectWithCache();
  // The command, built, believes nothing that the sources remember.
  expect(await modulesLoadedBy(cwd, command)).toEqual(["prettier/standalone.mjs"]);
  await builtStatusgen(cwd, "generate");
  expect(await modulesLoadedBy(cwd, command)).toEqual([]);
  expect(await modulesLoadedBy(cwd, command, "--no-cache")).toEqual(["prettier/standalone.mjs"]);
});

test("a project without node_modules, or with one that cannot be written, is generated all the same", async () => {
  const without = await testProject({ "spec/small.yaml": smallSpec });
  if (memoryFolder(without) === undefined) {
    expect(await generate({ cwd: without })).toMatchObject({ exitCode: 0 });
    expect((await readdir(without)).sort()).toEqual(["generated", "spec"]);
  }
  const inTheWay = await testProject({ "spec/small.yaml": smallSpec, "node_modules/.cache": "a file" });
  expect(await generate({ cwd: inTheWay })).toMatchObject({ exitCode: 0 });
  expect(await check({ cwd: inTheWay })).toMatchObject({ exitCode: 0 });
});

test("projects that share a node_modules do not share what is remembered", async () => {
  const root = await testProject({ "node_modules/.keep": "" });
  for (const name of ["a", "b"]) await mkdir(join(root, name, "spec"), { recursive: true });
  await writeFile(join(root, "a/spec/small.yaml"), smallSpec);
  await writeFile(join(root, "b/spec/small.yaml"), edited);
  for (const name of ["a", "b"]) await generate({ cwd: join(root, name) });
  expect(await readdir(join(root, "node_modules/.cache/statusgen"))).toHaveLength(2);
  expect(existsSync(join(root, "a/node_modules"))).toBe(false);
  for (const name of ["a", "b"])
    expect(await check({ cwd: join(root, name) })).toMatchObject({ exitCode: 0 });
});
