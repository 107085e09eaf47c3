import { spawn } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { check } from "../../generator/index.js";
import { repository, smallSpec, statusgen, testProject, textsBelow } from "../testProject.js";
import { otherSpec, replaceIn } from "./generatedProject.js";

/** How long a change may take to arrive; far more than it needs. */
const patience = { timeout: 30_000, interval: 50 };

/** Starts `generate --watch`, and waits until it watches. */
async function watching(cwd: string) {
  const bin = join(repository, "generator/bin/statusgen.js");
  const child = spawn(process.execPath, [bin, "generate", "--watch"], { cwd });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  await vi.waitUntil(() => stdout.includes("Watching for changes"), patience);
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
}

/** Waits until a generated file says something. */
async function saysSoon(cwd: string, path: string, text: string): Promise<void> {
  await vi.waitFor(async () => {
    expect(await readFile(join(cwd, path), "utf8")).toContain(text);
  }, patience);
}

async function inStepSoon(cwd: string): Promise<void> {
  await vi.waitFor(async () => {
    expect((await check({ cwd })).exitCode).toBe(0);
  }, patience);
}

test("a change of a spec is taken over", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await watching(cwd);
  expect((await check({ cwd })).exitCode).toBe(0);
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await saysSoon(cwd, "generated/json/small.json", "It works.");
  await inStepSoon(cwd);
});

test("a spec that is not valid is reported, keeps the last good output, and is no end", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const { stdout, stderr } = await watching(cwd);
  const before = await textsBelow(join(cwd, "generated"));
  await writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("code: 200", "code: 20"));
  await vi.waitUntil(() => stdout().includes("nothing was written"), patience);
  expect(stdout()).toContain("error malformed-code");
  expect(await textsBelow(join(cwd, "generated"))).toEqual(before);

  await writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("It worked.", "It works."));
  await saysSoon(cwd, "generated/json/small.json", "It works.");
  expect(stderr()).toBe("");
});

test("a watch that begins with a spec that is not valid recovers too", async () => {
  const cwd = await testProject({ "spec/small.yaml": "service: [" });
  await watching(cwd);
  await writeFile(join(cwd, "spec/small.yaml"), smallSpec);
  await saysSoon(cwd, "generated/json/small.json", "It worked.");
});

test("a watch that begins without a spec folder finds the first spec", async () => {
  const cwd = await testProject({});
  const { stdout } = await watching(cwd);
  expect(stdout()).toContain("no-spec-found");
  await statusgen(cwd, "init");
  await saysSoon(cwd, "generated/json/example.json", "The request has succeeded.");
});

test("a new spec, and one that goes, are followed", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await watching(cwd);
  await writeFile(join(cwd, "spec/other.yaml"), otherSpec);
  await saysSoon(cwd, "generated/other/index.ts", "export");
  await rm(join(cwd, "spec/small.yaml"));
  await vi.waitFor(async () => {
    expect(Object.keys(await textsBelow(join(cwd, "generated")))).not.toContain("small/index.ts");
  }, patience);
  await inStepSoon(cwd);
});

test("the last spec's end does not empty the output", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const { stdout } = await watching(cwd);
  const before = await textsBelow(join(cwd, "generated"));
  await rm(join(cwd, "spec"), { recursive: true });
  await vi.waitUntil(() => stdout().includes("no-spec-found"), patience);
  expect(await textsBelow(join(cwd, "generated"))).toEqual(before);
});

test("a file that an editor replaces as a whole is a change as well", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await watching(cwd);
  await writeFile(join(cwd, "saved"), smallSpec.replace("It worked.", "It works."));
  await rename(join(cwd, "saved"), join(cwd, "spec/small.yaml"));
  await saysSoon(cwd, "generated/json/small.json", "It works.");
});

describe.each([
  ["statusgen.config.json", (config: object) => JSON.stringify(config)],
  ["statusgen.config.ts", (config: object) => `export default ${JSON.stringify(config)} as const;`],
])("%s", (file, textOf) => {
  test("that appears or changes is taken over: style, output folder, spec folder", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec, "codes/other.yaml": otherSpec });
    const { stdout } = await watching(cwd);
    await writeFile(join(cwd, file), textOf({ enumStyle: "union" }));
    await saysSoon(cwd, "generated/small/index.ts", "export type SmallStatusCode = 200 | 404");

    await writeFile(join(cwd, file), textOf({ output: "made" }));
    await saysSoon(cwd, "made/small/index.ts", "enum SmallStatusCode");

    await writeFile(join(cwd, file), textOf({ enumStile: "union" }));
    await vi.waitUntil(() => stdout().includes("invalid-config"), patience);

    await writeFile(join(cwd, file), textOf({ output: "made", spec: "codes" }));
    await saysSoon(cwd, "made/other/index.ts", "enum OtherStatusCode");
    await replaceIn(cwd, "codes/other.yaml", "It worked.", "It works.");
    await saysSoon(cwd, "made/json/other.json", "It works.");
  });
});

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM"] as const)(
  "%s ends it with exit code 0 and leaves no lock behind (Windows has no such signals)",
  async (signal) => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    const { child, ended, stderr } = await watching(cwd);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(stderr()).toBe("");
    expect(Object.keys(await textsBelow(cwd)).filter((path) => path.includes(".lock"))).toEqual([]);
    expect((await check({ cwd })).exitCode).toBe(0);
  },
);

test("a failure of the machine is told with what to do, and is no end", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, generated: "in the way" });
  const { stderr } = await watching(cwd);
  expect(stderr()).toMatch(/^statusgen: a file stands where a folder belongs .*\n {2}help: .*\n$/);
  await rm(join(cwd, "generated"));
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await saysSoon(cwd, "generated/json/small.json", "It works.");
});
