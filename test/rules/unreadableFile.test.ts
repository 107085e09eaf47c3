import type * as FileSystem from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { lint } from "../../generator/index.js";
import { expectUsable } from "../diagnostics/expectUsable.js";
import { smallSpec, testProject } from "../testProject.js";

// An administrator, who may run the tests, can read every file: only the file system itself can refuse.
vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof FileSystem>();
  const readFile = (path: string, ...rest: []) =>
    path.endsWith("locked.yaml")
      ? Promise.reject(Object.assign(new Error("permission denied"), { code: "EACCES" }))
      : original.readFile(path, ...rest);
  return { ...original, readFile };
});

test("a file that cannot be read is reported with the reason, beside the mistakes of the others", async () => {
  const cwd = await testProject({
    "spec/locked.yaml": smallSpec,
    "spec/small.yaml": smallSpec.replace("kind: status-codes", "kind: status-code"),
  });
  const { diagnostics, exitCode, sources } = await lint({ cwd });
  expect(diagnostics.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    "unreadable-file spec/locked.yaml",
    "unknown-kind spec/small.yaml",
  ]);
  expect(diagnostics[0]?.message).toContain("EACCES");
  for (const diagnostic of diagnostics) expectUsable(diagnostic, sources);
  expect(exitCode).toBe(2);
});

test("a file that cannot be read fails the run even where every other is right", async () => {
  const cwd = await testProject({ "spec/locked.yaml": smallSpec, "spec/small.yaml": smallSpec });
  const { diagnostics, exitCode } = await lint({ cwd });
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["unreadable-file"]);
  expect(exitCode).toBe(2);
});
