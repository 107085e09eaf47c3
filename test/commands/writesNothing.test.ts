import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { smallSpec, builtStatusgen } from "../testProject.js";
import { editByHand, generatedProject, otherSpec, replaceIn } from "./generatedProject.js";

/** Inode, size, and the times of the last change of every file and folder, and of the project itself. */
async function everythingIn(cwd: string): Promise<Readonly<Record<string, string>>> {
  const paths = [".", ...(await readdir(cwd, { recursive: true }))];
  const stats = paths.sort().map(async (path) => {
    const { ino, size, mtimeNs, ctimeNs } = await lstat(join(cwd, path), { bigint: true });
    return [path, `${ino} ${size} ${mtimeNs} ${ctimeNs}`];
  });
  return Object.fromEntries(await Promise.all(stats)) as Readonly<Record<string, string>>;
}

/** A project in which every kind of file is out of date. */
async function outOfStep(): Promise<string> {
  const cwd = await generatedProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  await rm(join(cwd, "spec/other.yaml"));
  await replaceIn(cwd, "spec/small.yaml", "It worked.", "It works.");
  await editByHand(cwd, "generated/small/index.ts");
  await rm(join(cwd, "generated/docs/index.md"));
  return cwd;
}

test.each([
  [1, "check"],
  [0, "generate --dry-run"],
  [0, "lint"],
  [0, "explain 404"],
  [0, "compare"],
  [0, "verify"],
  [1, "verify --page generated/pages"],
  [0, "diff spec/small.yaml generated/pages/small.rst"],
  [0, "import generated/pages/small.rst --stdout"],
  [0, "import generated/pages/small.rst --json"],
])("with exit code %i, `%s` writes nothing at all", async (expectedExitCode, command) => {
  const cwd = await outOfStep();
  const before = await everythingIn(cwd);
  const { exitCode } = await builtStatusgen(cwd, ...command.split(" "));
  expect(exitCode).toBe(expectedExitCode);
  expect(await everythingIn(cwd)).toEqual(before);
});

test("a run of generate that is in step writes nothing at all, not even a lock", async () => {
  const cwd = await generatedProject();
  const before = await everythingIn(cwd);
  expect((await builtStatusgen(cwd, "generate")).exitCode).toBe(0);
  expect(await everythingIn(cwd)).toEqual(before);
});

test.each([
  ["a spec", (cwd: string) => replaceIn(cwd, "spec/small.yaml", "kind: status-codes", "kind: status")],
  ["the last spec missing", (cwd: string) => rm(join(cwd, "spec"), { recursive: true })],
])("with a mistake, %s, generate neither writes nor removes anything", async (_, spoil) => {
  const cwd = await outOfStep();
  await spoil(cwd);
  const before = await everythingIn(cwd);
  expect((await builtStatusgen(cwd, "generate")).exitCode).toBe(2);
  expect(await everythingIn(cwd)).toEqual(before);
});

test("this test can tell: generate does write", async () => {
  const cwd = await outOfStep();
  const before = await everythingIn(cwd);
  await builtStatusgen(cwd, "generate");
  expect(await everythingIn(cwd)).not.toEqual(before);
});
