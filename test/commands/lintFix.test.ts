import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate, lint } from "../../generator/index.js";
import { smallSpec, testProject } from "../testProject.js";

async function fixed(spec: string) {
  const cwd = await testProject({ "spec/small.yaml": spec });
  const result = await lint({ cwd, fix: true });
  return { ...result, cwd, text: await readFile(join(cwd, "spec/small.yaml"), "utf8") };
}

test("white space becomes single ordinary spaces, and nothing else of the file changes", async () => {
  const spec = smallSpec
    .replace("description: It worked.", "description: It \u00a0 worked. # why")
    .replace("service:", "# about it\r\nservice:");
  const { text, fixed: files, diagnostics } = await fixed(spec);
  expect(text).toBe(spec.replace("It \u00a0 worked.", "It worked."));
  expect(files).toEqual([{ file: "spec/small.yaml", count: 1 }]);
  expect(diagnostics).toEqual([]);
});

const meant = [
  ["in code", "Use `a  b`."],
  ["of a line break", '"One.  \\nTwo."'],
  ["of a tab that indents", '"One.\\n\\n\\tcode  two"'],
];

test.each(meant)("white space %s may be meant, and stays", async (_where, description) => {
  const spec = smallSpec.replace("It worked.", description);
  expect(await fixed(spec)).toMatchObject({ text: spec, fixed: [] });
});

test("white space that the page has stays: without it, the spec would not give the recorded page", async () => {
  const spaced = smallSpec.replace("It worked.", "It\u00a0worked.");
  const cwd = await testProject({
    "spec/small.yaml": spaced.replace("title:", `digest: sha256:${"0".repeat(64)}\n  title:`),
  });
  const { diagnostics } = await lint({ cwd });
  const digest = /sha256:[0-9a-f]{64}/.exec(
    diagnostics.find(({ rule }) => rule === "page-digest")?.message ?? "",
  )?.[0];
  const spec = spaced.replace("title:", `digest: ${digest ?? ""}\n  title:`);
  const result = await fixed(spec);
  expect(result.text).toBe(spec);
  expect(result.fixed).toEqual([]);
  expect(result.diagnostics.map(({ rule }) => rule)).toEqual(["white-space"]);
});

test("a comment that silences nothing goes, with its line if it has one of its own", async () => {
  const comment = "# statusgen-disable-next-line full-stop -- as on the page";
  const spec = smallSpec
    .replace("        message: OK\n", `        message: OK\n        ${comment}\n`)
    .replace("message: Not Found", `message: Not Found ${comment}`);
  const { text, fixed: files } = await fixed(spec);
  expect(text).toBe(smallSpec);
  expect(files).toEqual([{ file: "spec/small.yaml", count: 2 }]);
});

test("what has several answers is left, and told", async () => {
  const spec = smallSpec.replace("It worked.", "It worked").replace("Not Found", "Nothing There");
  const { text, diagnostics, exitCode } = await fixed(spec);
  expect(text).toBe(spec);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["full-stop", "reason-phrase"]);
  expect(exitCode).toBe(0);
});

test("a byte order mark and the line ends stay", async () => {
  const spec = `\uFEFF${smallSpec.replace("It worked.", "It  worked.").replaceAll("\n", "\r\n")}`;
  expect((await fixed(spec)).text).toBe(spec.replace("It  worked.", "It worked."));
});

test("a byte order mark stays where the first line is a comment that goes", async () => {
  const comment = "# statusgen-disable-next-line full-stop -- as on the page";
  expect((await fixed(`\uFEFF${comment}\n${smallSpec}`)).text).toBe(`\uFEFF${smallSpec}`);
});

test("specs that are not valid are left as they are", async () => {
  const spec = smallSpec.replace("name:", "nmae:").replace("It worked.", "It  worked.");
  expect(await fixed(spec)).toMatchObject({ text: spec, fixed: [], exitCode: 2 });
});

test("what was fixed generates", async () => {
  const { cwd } = await fixed(smallSpec.replace("It worked.", "It  worked."));
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
});
