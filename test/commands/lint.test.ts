import { expect, test } from "vitest";
import { smallSpec, statusgen, testProject } from "../testProject.js";

const withoutFullStop = smallSpec.replace("It worked.", "It worked");

function projectWith(severity: string) {
  return testProject({
    "spec/small.yaml": withoutFullStop,
    "statusgen.config.json": JSON.stringify({ rules: { "full-stop": severity } }),
  });
}

test("a spec without oddities: exit code 0", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  expect(await statusgen(cwd, "lint")).toEqual({ exitCode: 0, stdout: "0 errors.\n", stderr: "" });
});

test("a warning is shown and fails nothing", async () => {
  const { exitCode, stdout } = await statusgen(await projectWith("warning"), "lint");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^spec\/small\.yaml:13:\d+ warning full-stop: /);
  expect(stdout).toMatch(/\n1 warning\.\n$/);
});

test("the config makes it an error, for lint and for check", async () => {
  const cwd = await projectWith("error");
  expect((await statusgen(cwd, "lint")).exitCode).toBe(1);
  expect((await statusgen(cwd, "generate")).exitCode).toBe(0);
  const { exitCode, stdout } = await statusgen(cwd, "check");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("error full-stop");
});

test("the config turns it off", async () => {
  const result = await statusgen(await projectWith("off"), "lint");
  expect(result).toEqual({ exitCode: 0, stdout: "0 errors.\n", stderr: "" });
});

test("every format points at the spec's row", async () => {
  const cwd = await projectWith("error");
  const json = await statusgen(cwd, "lint", "--format", "json");
  expect(JSON.parse(json.stdout)).toMatchObject({
    diagnostics: [{ rule: "full-stop", file: "spec/small.yaml", range: { start: { line: 13 } } }],
  });
  const github = await statusgen(cwd, "lint", "--format", "github");
  expect(github.stdout).toMatch(/^::error file=spec\/small\.yaml,line=13,endLine=13,col=\d+,.*\n$/);
  const sarif = await statusgen(cwd, "lint", "--format", "sarif");
  expect(JSON.parse(sarif.stdout)).toMatchObject({
    runs: [
      {
        results: [{ ruleId: "full-stop", locations: [{ physicalLocation: { region: { startLine: 13 } } }] }],
      },
    ],
  });
  expect([json, github, sarif].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1]);
});

test("a config that is not valid is exit code 2", async () => {
  const { exitCode, stdout, stderr } = await statusgen(await projectWith("fatal"), "lint");
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  expect(stdout).toContain("error invalid-config");
});
