import { lstatSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FileDigests } from "../../generator/memory/fileDigests.js";
import { textDigest } from "../../generator/output/manifest.js";
import { readSpecs } from "../../generator/project/readSpecs.js";
import { smallSpec, testProject } from "../testProject.js";

test("a spec that nobody touched is read when its text is asked for, and has to be the same", async () => {
  const cwd = await testProject({ "spec/a.yaml": smallSpec });
  const path = join(cwd, "spec/a.yaml");
  const digest = textDigest(smallSpec);
  const { ino, size, mtimeMs, ctimeMs } = lstatSync(path);
  const remembered = () => new FileDigests([[path, digest, ino, size, mtimeMs, ctimeMs]]);
  const [same] = readSpecs(cwd, "spec", remembered()).files;
  expect(same).toMatchObject({ file: "spec/a.yaml", digest, text: smallSpec });
  const [changed] = readSpecs(cwd, "spec", remembered()).files;
  await writeFile(path, "another text");
  expect(() => changed?.text).toThrow("spec/a.yaml was changed while statusgen was running. Run it again.");
  expect(same?.text).toBe(smallSpec);
  expect(readSpecs(cwd, "spec", remembered()).files).toMatchObject([{ text: "another text" }]);
});
