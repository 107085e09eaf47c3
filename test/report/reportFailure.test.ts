import { existsSync, openSync } from "node:fs";
import { spawn } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reportFailure } from "../../generator/cli/reportFailure.js";
import { filesBelow, repository, run, smallSpec, statusgen, testProject } from "../testProject.js";

const bin = join(repository, "generator/bin/statusgen.js");

function reported(error: unknown): string {
  let text = "";
  reportFailure(error, { writeError: (each) => (text += each) });
  return text;
}

test.each([
  ["ENOSPC", "the disk is full (ENOSPC): generated/index.ts"],
  ["EACCES", "no permission (EACCES): generated/index.ts"],
  ["EROFS", "the file system is read-only (EROFS): generated/index.ts"],
  ["ENOENT", "a file or folder disappeared during the run (ENOENT): generated/index.ts"],
  ["ELOCKED", "another run has been using the output folder for over ten seconds"],
  ["ECOMPROMISED", "this run was paused for so long that another one took over the output folder"],
  ["EUNHEARDOF", "write failed"],
])("%s is one clear line, and one that says what to do", (code, line) => {
  const error = Object.assign(new Error("write failed\n    at writeSync"), {
    code,
    path: "generated/index.ts",
  });
  const [reason, help, ...rest] = reported(error).split("\n");
  expect(reason).toBe(`statusgen: ${line}`);
  expect(help).toMatch(/^ {2}help: [A-Z].*\.$/);
  expect(rest).toEqual([""]);
});

test("what nobody foresaw is told without a stack trace too, and says whose mistake it is", () => {
  expect(reported(new Error("x is not a function\nsecond line"))).toBe(
    "statusgen: this is a bug in statusgen: x is not a function\n  help: Please report it.\n",
  );
  expect(reported("a text")).toContain("a text\n");
});

test("a file where the output folder belongs: exit code 3, no stack trace, nothing lost", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, generated: "mine" });
  const { exitCode, stdout, stderr } = await statusgen(cwd, "generate");
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
  expect(stderr).toMatch(
    /^statusgen: there is a file in place of a folder \(ENOTDIR\): .*generated\n {2}help: .*\n$/,
  );
  expect(Object.keys(await filesBelow(cwd))).toEqual(["generated", "spec/small.yaml"]);
});

/** Root may write everywhere, so a run by root becomes the user nobody before it begins. */
const becomeNobody = "if (process.getuid?.() === 0) { process.setgid(65534); process.setuid(65534); }";
const asNobody = ["--import", `data:text/javascript,${encodeURIComponent(becomeNobody)}`, bin];
const { exitCode: asNobodyExitCode } = await run(process.execPath, [...asNobody, "--help"], { cwd: "/" });
const isClosable = process.platform !== "win32" && asNobodyExitCode === 0;

describe.skipIf(!isClosable)("closed folders (needs POSIX, and this folder readable for everyone)", () => {
  test.each(["generate", "init"])("%s without permission: exit code 3, no stack trace", async (command) => {
    const cwd = await testProject(command === "init" ? {} : { "spec/small.yaml": smallSpec });
    await chmod(cwd, 0o555);
    const result = await run(process.execPath, [...asNobody, command], { cwd });
    await chmod(cwd, 0o755);
    expect(result.stderr).toMatch(/^statusgen: no permission \(EACCES\): .*\n {2}help: .*\n$/);
    expect(result.exitCode).toBe(3);
  });

  test("an output folder that must not be read: exit code 3, no stack trace", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    await chmod(cwd, 0o755);
    await mkdir(join(cwd, "generated"), { mode: 0o000 });
    const result = await run(process.execPath, [...asNobody, "check"], { cwd });
    expect(result.stderr).toMatch(/^statusgen: no permission \(EACCES\): .*generated\n {2}help: .*\n$/);
    expect(result.exitCode).toBe(3);
  });

  test("a spec that must not be read fails the run: what was made of it is not taken for removed", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec, "spec/closed.yaml": smallSpec });
    await chmod(cwd, 0o755);
    await chmod(join(cwd, "spec/closed.yaml"), 0o000);
    const result = await run(process.execPath, [...asNobody, "check"], { cwd });
    expect(result.stderr).toMatch(
      /^statusgen: no permission \(EACCES\): .*spec.closed\.yaml\n {2}help: .*\n$/,
    );
    expect(result).toMatchObject({ exitCode: 3, stdout: "" });
  });
});

test.skipIf(!existsSync("/dev/full"))(
  "a full disk under standard output: exit code 3, no stack trace (needs /dev/full)",
  async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    const child = spawn(process.execPath, [bin, "lint"], {
      cwd,
      stdio: ["ignore", openSync("/dev/full", "w"), "pipe"],
    });
    let stderr = "";
    child.stderr?.on("data", (text: Buffer) => (stderr += text.toString()));
    const exitCode = await new Promise((resolve) => child.on("close", resolve));
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 3 });
    expect(stderr).toMatch(/^statusgen: the disk is full \(ENOSPC\)\n {2}help: .*\n$/);
  },
);

test("a reader that goes away early is no failure", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await writeFile(join(cwd, "spec/second.yaml"), smallSpec.replaceAll("It ", "* "));
  const child = spawn(process.execPath, [bin, "lint"], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
});
