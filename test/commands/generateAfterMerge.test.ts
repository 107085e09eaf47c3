import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { run, smallSpec } from "../testProject.js";
import { generatedProject, otherSpec } from "./generatedProject.js";

type Edit = (cwd: string) => Promise<void>;

const thirdSpec = otherSpec.replaceAll("other", "third").replaceAll("Other", "Third");

const changed =
  (file: string, text: string): Edit =>
  (cwd) =>
    writeFile(join(cwd, file), text.replace("It is not there.", `It is not in ${file}.`));

/** Two branches, each with an edit and its own `generate`, merged with the conflicts that this makes. */
async function mergedProject(left: Edit, right: Edit): Promise<string> {
  const cwd = await generatedProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec });
  const git = (...args: string[]) =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], { cwd });
  const commit = async () => {
    await generate({ cwd });
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "edit");
  };
  await git("init", "--quiet", "--initial-branch", "right");
  await commit();
  await git("switch", "--quiet", "--create", "left");
  await left(cwd);
  await commit();
  await git("switch", "--quiet", "right");
  await right(cwd);
  await commit();
  expect(await git("merge", "left")).toMatchObject({ exitCode: 1 });
  expect(await readFile(join(cwd, "generated/manifest.json"), "utf8")).toMatch(/^<{7} /m);
  return cwd;
}

test.each<[string, Edit, Edit]>([
  ["each change a spec", changed("spec/small.yaml", smallSpec), changed("spec/other.yaml", otherSpec)],
  [
    "each add a spec",
    changed("spec/a.yaml", thirdSpec.replaceAll("third", "a").replaceAll("Third", "A")),
    changed("spec/third.yaml", thirdSpec),
  ],
  [
    "remove a spec and change one",
    (cwd) => rm(join(cwd, "spec/other.yaml")),
    changed("spec/small.yaml", smallSpec),
  ],
])("generate alone mends the output where two branches %s", async (_edits, left, right) => {
  const cwd = await mergedProject(left, right);
  const { exitCode, diagnostics, changes } = await generate({ cwd });
  expect({ exitCode, diagnostics, kept: changes?.kept }).toEqual({ exitCode: 0, diagnostics: [], kept: [] });
  expect(await check({ cwd })).toMatchObject({ exitCode: 0, files: [] });
});
