import { expect, test } from "vitest";
import { smallSpec, testProject } from "../testProject.js";
import { packagesLoadedBy } from "./packagesLoadedBy.js";

test.each([
  ["--help", []],
  ["init", []],
  ["explain 404", ["yaml", "zod"]],
  ["lint", ["yaml", "zod"]],
])("%s loads neither ts-morph nor Prettier nor the parser of pages", async (command, needed) => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const loaded = await packagesLoadedBy(cwd, ...command.split(" "));
  for (const name of ["commander", ...needed]) expect(loaded).toContain(name);
  for (const name of ["ts-morph", "prettier", "typescript", "rst-compiler", "chokidar", "jiti"])
    expect(loaded).not.toContain(name);
});

test("generate does load them, so that this test could tell", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  const loaded = await packagesLoadedBy(cwd, "generate");
  expect(loaded).toContain("ts-morph");
  expect(loaded).toContain("prettier");
});
