import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mostKept, readSpecs } from "../../generator/commands/readSpecs.js";
import { textDigest } from "../../generator/output/manifest.js";
import { smallSpec, testProject } from "../testProject.js";

test("a spec that is known is read when its text is asked for, and has to be the same", async () => {
  const cwd = await testProject({ "spec/a.yaml": smallSpec });
  const known = () => textDigest(smallSpec);
  const { files } = readSpecs(cwd, "spec", known);
  expect(files).toMatchObject([{ file: "spec/a.yaml", text: smallSpec, digest: known() }]);
  await writeFile(join(cwd, "spec/a.yaml"), "another text");
  expect(() => files[0]?.text).toThrow("spec/a.yaml was changed while statusgen was running. Run it again.");
});

test("of many specs, the texts of the first ones only are kept", async () => {
  const paths = Array.from(
    { length: mostKept + 1 },
    (_, index) => `spec/${String(index).padStart(5, "0")}.yaml`,
  );
  const cwd = await testProject(Object.fromEntries(paths.map((path) => [path, path])));
  const { files, diagnostics } = readSpecs(cwd, "spec");
  expect(diagnostics).toEqual([]);
  expect(files.map(({ text }) => text)).toEqual(paths);
  const [first, last] = [paths[0] ?? "", paths.at(-1) ?? ""];
  for (const path of [first, last]) await writeFile(join(cwd, path), "another text");
  expect(files[0]?.text).toBe(first);
  expect(() => files.at(-1)?.text).toThrow("was changed");
});
