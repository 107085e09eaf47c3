import { mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { builtStatusgen, filesBelow, smallSpec, statusgen, testProject } from "../testProject.js";

/** What is in the way, and how it came there. */
const obstacles: Readonly<Record<string, { path: string; make: (generated: string) => Promise<unknown> }>> = {
  "a file of another tool": {
    path: "small/index.ts",
    make: async (generated) => {
      await mkdir(join(generated, "small"));
      await writeFile(join(generated, "small/index.ts"), "mine");
    },
  },
  "a manifest of another tool": {
    path: "manifest.json",
    make: (generated) => writeFile(join(generated, "manifest.json"), '{ "name": "My web app" }'),
  },
  "a folder where a file belongs": {
    path: "index.ts",
    make: (generated) => mkdir(join(generated, "index.ts")),
  },
  "a file where a folder belongs": {
    path: "docs",
    make: (generated) => writeFile(join(generated, "docs"), "mine"),
  },
  "a link where a file belongs": {
    path: "index.ts",
    make: async (generated) => {
      await writeFile(join(generated, "../target.ts"), "mine");
      await symlink("../target.ts", join(generated, "index.ts"));
    },
  },
  "a link where a folder belongs": {
    path: "docs",
    make: async (generated) => {
      await mkdir(join(generated, "../elsewhere"));
      await symlink("../elsewhere", join(generated, "docs"));
    },
  },
  "a link where a run writes its files aside": {
    path: ".statusgen",
    make: async (generated) => {
      await mkdir(join(generated, "../elsewhere"));
      await symlink("../elsewhere", join(generated, ".statusgen"));
    },
  },
};

describe.each(Object.entries(obstacles))("%s", (_, { path, make }) => {
  test("is not overwritten, and nothing else is written", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    await mkdir(join(cwd, "generated"));
    await make(join(cwd, "generated"));
    const before = await entriesOf(cwd);
    const { exitCode, diagnostics, changes } = await generate({ cwd });
    expect({ exitCode, changes }).toEqual({ exitCode: 3 });
    expect(diagnostics.map(({ rule, file }) => [rule, file])).toEqual([
      ["output-not-owned", `generated/${path}`],
    ]);
    expect(await entriesOf(cwd)).toEqual(before);
  });

  test("is a finding of check", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    await mkdir(join(cwd, "generated"));
    await make(join(cwd, "generated"));
    const { exitCode, files } = await check({ cwd });
    expect(exitCode).toBe(1);
    expect(files.find((file) => file.path === path)?.state).toBe("notOwned");
  });
});

test("a file that is not owned is told with what to do, in the terminal too", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "generated/small/index.ts": "mine" });
  const { exitCode, stdout, stderr } = await statusgen(cwd, "generate");
  expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: "" });
  expect(stdout).toContain("generated/small/index.ts error output-not-owned");
  expect(stdout).toContain("help: Move it out of the way or remove it; nothing was written.");
});

test("once it is out of the way, generate goes on", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "generated/docs": "mine" });
  expect((await generate({ cwd })).exitCode).toBe(3);
  await rm(join(cwd, "generated/docs"));
  expect((await generate({ cwd })).exitCode).toBe(0);
});

test("an output folder that is a link is written through", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "elsewhere/note.txt": "mine" });
  await symlink("elsewhere", join(cwd, "generated"));
  expect((await generate({ cwd })).exitCode).toBe(0);
  expect(Object.keys(await filesBelow(join(cwd, "elsewhere")))).toContain("small/index.ts");
  await rm(join(cwd, "elsewhere/note.txt"));
  expect((await check({ cwd })).exitCode).toBe(0);
});

test.each([
  ["is", "generated", "generated"],
  ["lies below", "src", "src/generated"],
])("an output folder that %s a link out of the project is refused", async (_, link, output) => {
  const outside = await testProject({ "note.txt": "mine" });
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "statusgen.config.json": JSON.stringify({ output }),
  });
  await symlink(outside, join(cwd, link));
  const { exitCode, diagnostics } = await generate({ cwd });
  expect(exitCode).toBe(3);
  expect(diagnostics.map(({ rule, file }) => [rule, file])).toEqual([["output-not-owned", output]]);
  expect(await entriesOf(outside)).toEqual(["note.txt"]);
});

test("a link where the lock belongs is neither followed nor removed", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "elsewhere/note.txt": "mine" });
  await mkdir(join(cwd, "generated"));
  await symlink("../elsewhere", join(cwd, "generated/.statusgen.lock"));
  const before = await entriesOf(cwd);
  expect((await generate({ cwd })).exitCode).toBe(3);
  expect(await entriesOf(cwd)).toEqual(before);
});

test("an output folder that is removed while a run writes into it is no reason for a stack trace", async () => {
  const specs = Array.from({ length: 30 }, (_, index) => [
    `spec/${index}.yaml`,
    smallSpec.replaceAll("id: small", `id: small-${index}`),
  ]);
  const cwd = await testProject(Object.fromEntries(specs) as Record<string, string>);
  const running = builtStatusgen(cwd, "generate");
  while (!existsSync(join(cwd, "generated/.statusgen")))
    await new Promise((resolve) => setTimeout(resolve, 1));
  await rm(join(cwd, "generated"), { recursive: true, force: true, maxRetries: 5 });
  const { exitCode, stderr } = await running;
  expect([0, 3]).toContain(exitCode);
  expect(stderr).not.toContain("    at ");
  expect((await generate({ cwd })).exitCode).toBe(0);
  expect((await check({ cwd })).files).toEqual([]);
});

async function entriesOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}
