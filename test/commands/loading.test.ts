import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository, smallSpec, testProject } from "../testProject.js";
import { filesLoadedBy, modulesLoadedBy, packagesLoadedBy } from "./packagesLoadedBy.js";

const heavy = ["ts-morph", "@ts-morph/common", "prettier", "typescript", "rst-compiler", "jiti"];

test.each(["--help", "init", "explain 404", "compare", "lint", "generate --help"])(
  "%s loads neither ts-morph nor Prettier nor the parser of pages",
  async (command) => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec });
    const loaded = await packagesLoadedBy(cwd, ...command.split(" "));
    for (const name of heavy) expect(loaded).not.toContain(name);
  },
);

test("generate needs Prettier's measures only; what it has of ts-morph is built in", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  expect(await modulesLoadedBy(cwd, "generate")).toEqual(["prettier/standalone.mjs"]);
});

test("a run with nothing to do loads no package at all", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "node_modules/.keep": "" });
  await packagesLoadedBy(cwd, "generate");
  for (const command of ["generate", "check"])
    expect([...(await packagesLoadedBy(cwd, command))]).toEqual([]);
});

test("a run with nothing to do loads no more of the tool than it needs", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "node_modules/.keep": "" });
  await packagesLoadedBy(cwd, "generate");
  const files = ["cli", "rolldown-runtime", "base", "unchanged"];
  for (const command of ["generate", "check"]) expect(await filesLoadedBy(cwd, command)).toEqual(files);
  expect(await filesLoadedBy(cwd, "--help")).toEqual(files.slice(0, -1));
  const dist = join(repository, "generator/dist");
  const sizes = readdirSync(dist).flatMap((file) =>
    file.startsWith("unchanged-") ? statSync(join(dist, file)).size : [],
  );
  // A parser of YAML or Markdown among it would be several times as large.
  expect(sizes).toHaveLength(1);
  expect(Math.max(...sizes)).toBeLessThan(100_000);
});
