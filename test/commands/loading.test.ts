import { join } from "node:path";
import { expect, test } from "vitest";
import { repository, run, smallSpec, testProject } from "../testProject.js";

/** Says each module that a process loads, by `import` or by `require`, on standard error. */
const hooks = `
export async function load(url, context, next) {
  console.error("loaded " + url);
  return next(url, context);
}`;

const register = `
import { register, Module } from "node:module";
register("data:text/javascript,${encodeURIComponent(hooks)}");
const resolve = Module._resolveFilename;
Module._resolveFilename = (...args) => {
  const path = resolve.apply(Module, args);
  console.error("loaded " + path);
  return path;
};`;

async function packagesLoadedBy(cwd: string, ...args: readonly string[]): Promise<Set<string>> {
  const { stderr } = await run(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(register)}`,
      join(repository, "generator/bin/statusgen.js"),
      ...args,
    ],
    { cwd },
  );
  const names = stderr.matchAll(/^loaded .*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//gm);
  return new Set([...names].map(([, name = ""]) => name));
}

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
