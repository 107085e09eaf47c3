import { describe, expect, test } from "vitest";
import { processTerminal, type TerminalProcess } from "../../generator/cli/terminal.js";
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

test("FORCE_COLOR decides about colours, whatever else says", () => {
  expect(processTerminal(fakeProcess(undefined, { FORCE_COLOR: "1", NO_COLOR: "1" })).color).toBe(true);
  expect(processTerminal(fakeProcess(undefined, { FORCE_COLOR: "" })).color).toBe(true);
  expect(processTerminal(fakeProcess(true, { FORCE_COLOR: "0" })).color).toBe(false);
  expect(processTerminal(fakeProcess(true, { FORCE_COLOR: "false" })).color).toBe(false);
});

test("the width is the terminal's, or that of COLUMNS; a pipe has none", () => {
  const terminal = fakeProcess(true);
  const stdout = { ...terminal.stdout, columns: 72 };
  expect(processTerminal({ ...terminal, stdout }).columns).toBe(72);
  expect(processTerminal({ ...terminal, stdout, env: { COLUMNS: "60" } }).columns).toBe(60);
  expect(processTerminal({ ...terminal, stdout, env: { COLUMNS: "wide" } }).columns).toBe(72);
  expect(processTerminal({ ...terminal, stdout: { ...stdout, columns: 0 } }).columns).toBe(undefined);
  expect(processTerminal(fakeProcess(undefined)).columns).toBe(undefined);
  expect(processTerminal(fakeProcess(undefined, { COLUMNS: "60" })).columns).toBe(60);
});

describe("into a pipe", () => {
  const lint = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec.replace("code: 200", "code: 20") });
    const bin = `${repository}/generator/bin/statusgen.js`;
    return run(process.execPath, [bin, "lint", ...args], { cwd, env });
  };

  test("goes plain text", async () => {
    const { stdout, exitCode } = await lint({ FORCE_COLOR: "0" });
    expect(exitCode).toBe(2);
    expect(stdout).toContain("malformed-code");
    expect(stdout).not.toContain("\u001b");
  });

  test("FORCE_COLOR sends colours, but never in what programs read", async () => {
    const { stdout } = await lint({ FORCE_COLOR: "1" });
    expect(stdout).toContain("\u001b[36mspec/small.yaml:11:15\u001b[39m \u001b[31merror\u001b[39m");
    expect(stdout).toContain("\u001b[36mcode\u001b[39m: 20");
    for (const format of ["json", "github", "sarif"])
      expect((await lint({ FORCE_COLOR: "1" }, "--format", format)).stdout).not.toContain("\u001b");
  });
});
