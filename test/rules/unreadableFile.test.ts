import { execFileSync } from "node:child_process";
import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lint } from "../../generator/index.js";
import { expectUsable } from "../diagnostics/expectUsable.js";
import { smallSpec, testProject } from "../testProject.js";

/** What can bear the name of a spec and is none. */
const noFiles: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  "a link to nothing": (path) => symlink("nowhere", path),
  "a link to a folder": async (path) => {
    await mkdir(join(path, "../../folder"));
    await symlink("../folder", path);
  },
  "a link that leads back to itself": (path) => symlink("odd.yaml", path),
  "a device that never ends": (path) => symlink("/dev/zero", path),
  "a pipe that nobody writes to": (path) => Promise.resolve(execFileSync("mkfifo", [path])),
  "a file of ten gigabytes": async (path) => {
    await writeFile(path, "");
    await truncate(path, 10e9);
  },
};

test.skipIf(process.platform === "win32").each(Object.entries(noFiles))(
  "%s is reported beside the mistakes of the other files (needs POSIX)",
  async (_, make) => {
    const cwd = await testProject({
      "spec/small.yaml": smallSpec.replace("kind: status-codes", "kind: status-code"),
    });
    await make(join(cwd, "spec/odd.yaml"));
    const { diagnostics, exitCode, sources } = await lint({ cwd });
    expect(diagnostics.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      "unreadable-file spec/odd.yaml",
      "unknown-kind spec/small.yaml",
    ]);
    for (const diagnostic of diagnostics) expectUsable(diagnostic, sources);
    expect(exitCode).toBe(2);
  },
);

test("a file that cannot be read fails the run even where every other is right", async () => {
  const cwd = await testProject({ "spec/large.yaml": "#".repeat(5_000_001), "spec/small.yaml": smallSpec });
  const { diagnostics, exitCode } = await lint({ cwd });
  expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "unreadable-file: The file is larger than 5 MB.",
  ]);
  expect(exitCode).toBe(2);
});
