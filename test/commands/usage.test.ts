import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, repository, smallSpec, statusgen, testProject } from "../testProject.js";

const commands = ["generate", "check", "verify", "lint", "explain", "compare", "init"];

test.each(commands)("%s --help says what it does, with an example", async (command) => {
  const { exitCode, stdout, stderr } = await statusgen(repository, command, "--help");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(new RegExp(`^Usage: statusgen ${command}`));
  expect(stdout).toMatch(new RegExp(`Example:\n {2}\\$ npx statusgen ${command}`));
});

test("--help lists every command, and --version says the version", async () => {
  const { exitCode, stdout } = await statusgen(repository, "--help");
  expect(exitCode).toBe(0);
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
  const { version } = JSON.parse(await readFile(join(repository, "generator/package.json"), "utf8")) as {
    version: string;
  };
  expect(await statusgen(repository, "--version")).toEqual({
    exitCode: 0,
    stdout: `${version}\n`,
    stderr: "",
  });
});

test("a call without a command shows the help, as a call that is wrong", async () => {
  const { exitCode, stdout, stderr } = await statusgen(repository);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^Usage: statusgen /);
});

test.each([
  [["generat"], "error: unknown command 'generat'\n(Did you mean generate?)\n"],
  [["generate", "--dryrun"], "error: unknown option '--dryrun'\n(Did you mean --dry-run?)\n"],
  [["generate", "--watch", "--dry-run"], "error: option '--watch' cannot be used with option '--dry-run'\n"],
  [["explain"], "error: missing required argument 'code'\n"],
  [["lint", "spec/small.yaml"], "error: too many arguments for 'lint'. Expected 0 arguments but got 1.\n"],
  [["check", "--format"], "error: option '--format <format>' argument missing\n"],
  [
    ["check", "--format", "xml"],
    "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are pretty, json, github, sarif.\n",
  ],
  [
    ["explain", "404", "--format", "sarif"],
    "error: option '--format <format>' argument 'sarif' is invalid. Allowed choices are pretty, json.\n",
  ],
])("%j is a usage mistake: exit code 2, what is wrong, nothing done", async (args, message) => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const { exitCode, stdout, stderr } = await statusgen(cwd, ...args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe(`${message}(see --help)\n`);
  expect(Object.keys(await filesBelow(cwd))).toEqual(["spec/small.yaml"]);
});

test.each(["generate", "check", "verify", "lint", "explain 404", "compare"])(
  "%s in a folder without specs says how to begin",
  async (command) => {
    const cwd = await testProject({});
    const { exitCode, stdout, stderr } = await statusgen(cwd, ...command.split(" "));
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(stdout).toContain("error no-spec-found");
    expect(stdout).toContain("npx statusgen init");
  },
);
