import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textAt } from "../../generator/output/textAt.js";
import { testProject } from "../testProject.js";

test("a file is read up to its greatest size; what is no file, or not there, is nothing", async () => {
  const cwd = await testProject({ "a.txt": "text" });
  await mkdir(join(cwd, "folder"));
  await writeFile(join(cwd, "empty"), "");
  expect(textAt(join(cwd, "a.txt"), 4)).toBe("text");
  expect(textAt(join(cwd, "a.txt"), 3)).toBeUndefined();
  expect(textAt(join(cwd, "empty"), 0)).toBe("");
  expect(textAt(join(cwd, "folder"), 1_000_000)).toBeUndefined();
  expect(textAt(join(cwd, "none"), 4)).toBeUndefined();
});
