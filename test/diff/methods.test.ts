import { expect, test } from "vitest";
import { diff } from "../../generator/index.js";
import { repository, testProject } from "../testProject.js";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

test("columns that are called as methods of objects are compared as any other", async () => {
  const fixture = "test/hostile/fixtures/names/columns-that-are-methods.yaml";
  const spec = await readFile(join(repository, fixture), "utf8");
  const cwd = await testProject({ "old.yaml": spec, "new.yaml": spec.replace("toString: a", "toString: z") });
  const { exitCode, changes } = await diff({ cwd, before: "old.yaml", after: "new.yaml" });
  expect(exitCode).toBe(0);
  expect(changes).toMatchObject([{ kind: "reworded", field: "toString", before: "a", after: "z" }]);
});
