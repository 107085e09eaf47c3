import { expect, test } from "vitest";
import { processTerminal, type TerminalProcess } from "../../generator/report/terminal.js";
import { repository, run, smallSpec, testProject } from "../testProject.js";

/** A process with or without a terminal. */
function fakeProcess(
  isTTY: boolean | undefined,
  env: Readonly<Record<string, string>> = {},
): TerminalProcess {
  const stream = { isTTY, write: () => true };
  return { stdout: stream, stderr: stream, env };
}

test("colours are for terminals only", () => {
  expect(processTerminal(fakeProcess(true)).color).toBe(true);
  expect(processTerminal(fakeProcess(undefined)).color).toBe(false);
});

test("NO_COLOR and a dumb terminal turn colours off; an empty NO_COLOR does not", () => {
  expect(processTerminal(fakeProcess(true, { NO_COLOR: "1" })).color).toBe(false);
  expect(processTerminal(fakeProcess(true, { TERM: "dumb" })).color).toBe(false);
  expect(processTerminal(fakeProcess(true, { NO_COLOR: "" })).color).toBe(true);
});

test("progress is for people: not for pipes and not for CI", () => {
  expect(processTerminal(fakeProcess(true)).isInteractive).toBe(true);
  expect(processTerminal(fakeProcess(undefined)).isInteractive).toBe(false);
  expect(processTerminal(fakeProcess(true, { CI: "true" })).isInteractive).toBe(false);
});

test("what goes into a pipe is plain text, even where the environment asks for colours", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec.replace("code: 200", "code: 20") });
  const bin = `${repository}/generator/bin/statusgen.js`;
  const env = { FORCE_COLOR: "1", CLICOLOR_FORCE: "1" };
  const { stdout, exitCode } = await run(process.execPath, [bin, "lint"], { cwd, env });
  expect(exitCode).toBe(2);
  expect(stdout).toContain("malformed-code");
  expect(stdout).not.toContain("\u001b");
});
