import { mkdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { run, smallSpec, builtStatusgen, testProject } from "../testProject.js";

async function generatedProject(): Promise<{ cwd: string; generated: string }> {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  return { cwd, generated: join(cwd, "generated") };
}

/** A file that takes no room on the disk, and is more than a string can hold. */
async function writeHuge(path: string): Promise<void> {
  await writeFile(path, "");
  await truncate(path, 3e9);
}

test("huge files in the output folder are named, and not read", async () => {
  const { cwd, generated } = await generatedProject();
  await writeHuge(join(generated, "foreign.bin"));
  await writeHuge(join(generated, "index.ts"));
  const { exitCode, stdout, stderr } = await builtStatusgen(cwd, "check");
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
  expect(stdout).toMatch(/^generated\/foreign\.bin orphaned: /m);
  expect(stdout).toMatch(/^generated\/index\.ts edited by hand: /m);
  expect(await builtStatusgen(cwd, "generate")).toMatchObject({ exitCode: 0, stderr: "" });
  expect((await builtStatusgen(cwd, "check")).stdout).toContain("1 error; 13 files up to date");
});

test("a huge manifest is not ours", async () => {
  const { cwd, generated } = await generatedProject();
  await writeHuge(join(generated, "manifest.json"));
  const { exitCode, stdout, stderr } = await builtStatusgen(cwd, "generate");
  expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: "" });
  expect(stdout).toContain("generated/manifest.json error output-not-owned");
});

describe.skipIf(process.platform === "win32")("in the output folder (needs POSIX)", () => {
  test("a pipe is named, and not waited for", async () => {
    const { cwd, generated } = await generatedProject();
    await run("mkfifo", ["pipe"], { cwd: generated });
    const { exitCode, stdout } = await builtStatusgen(cwd, "check");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^generated\/pipe orphaned: /m);
    expect(await builtStatusgen(cwd, "generate")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("a name that a terminal would obey is written out", async () => {
    const { cwd, generated } = await generatedProject();
    await writeFile(join(generated, "\u001b[2J.txt"), "");
    for (const command of ["check", "generate"]) {
      const { stdout } = await builtStatusgen(cwd, command);
      expect(stdout).toContain("U+001B[2J.txt");
      expect(stdout).not.toContain("\u001b");
    }
  });

  test.skipIf(process.platform !== "linux")("a name that is no text is named", async () => {
    const { cwd, generated } = await generatedProject();
    const inOutput = (name: string) => Buffer.from(`${generated}/${name}`, "latin1");
    await writeFile(inOutput("caf\u00e9.txt"), "");
    await mkdir(inOutput("d\u00ff"));
    const { exitCode, stdout } = await builtStatusgen(cwd, "check");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^generated\/caf\\xe9\.txt orphaned: /m);
    expect(stdout).toMatch(/^generated\/d\\xff orphaned: /m);
    expect((await builtStatusgen(cwd, "generate")).stdout).toContain("? caf\\xe9.txt (");
  });
});
