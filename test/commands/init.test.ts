import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { statusgen, testProject, textsBelow } from "../testProject.js";

test("in an empty folder, init, generate, check and lint succeed without an edit", async () => {
  const cwd = await testProject({});
  expect(await statusgen(cwd, "init")).toEqual({
    exitCode: 0,
    stdout: "wrote spec/example.yaml\nwrote statusgen.config.json\nNext, run: npx statusgen generate\n",
    stderr: "",
  });
  for (const command of ["generate", "check", "lint"]) {
    expect(await statusgen(cwd, command)).toMatchObject({ exitCode: 0, stderr: "" });
  }
  const module = await readFile(join(cwd, "generated/example/index.ts"), "utf8");
  expect(module).toContain("NotFound = 404");
});

test("what is there is left as it is, and a second run says so with exit code 1", async () => {
  const files = { "spec/example.yaml": "mine", "statusgen.config.json": "mine too" };
  const cwd = await testProject(files);
  const { exitCode, stdout } = await statusgen(cwd, "init");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("spec/example.yaml exists already; not changed\n");
  expect(stdout).toContain("statusgen.config.json exists already; not changed\n");
  expect(await textsBelow(cwd)).toEqual(files);
});

test("beside a config of another kind no second one is written, and its folders are used", async () => {
  const cwd = await testProject({
    "statusgen.config.js": 'export default { spec: "docs/codes", output: "src/codes" };',
  });
  const { exitCode, stdout } = await statusgen(cwd, "init");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("wrote docs/codes/example.yaml\nstatusgen.config.js exists already");
  const spec = await readFile(join(cwd, "docs/codes/example.yaml"), "utf8");
  expect(spec).toContain("$schema=../../src/codes/schema/spec.schema.json\n");
  expect(await statusgen(cwd, "generate")).toMatchObject({ exitCode: 0 });
  expect(Object.keys(await textsBelow(cwd))).toContain("src/codes/schema/spec.schema.json");
});
