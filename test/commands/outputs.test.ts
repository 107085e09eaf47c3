import { existsSync } from "node:fs";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, generate, importPages } from "../../generator/index.js";
import { smallSpec, statusgen, testProject, textsBelow } from "../testProject.js";

const emitters = [
  "typescript",
  { use: "json", output: "../errors" },
  { use: "markdown", output: "made/docs" },
];

/** A project below the folder that is given, with emitters in folders of their own. */
async function project(
  config: object = { emitters },
): Promise<{ readonly root: string; readonly cwd: string }> {
  const root = await testProject({
    "api/spec/small.yaml": smallSpec,
    "api/statusgen.config.json": JSON.stringify(config),
  });
  return { root, cwd: join(root, "api") };
}

test("each emitter can have a folder of its own, and each folder has a manifest", async () => {
  const { root, cwd } = await project();
  expect(await statusgen(cwd, "generate")).toMatchObject({ exitCode: 0 });
  expect(Object.keys(await textsBelow(join(cwd, "generated")))).toEqual([
    "index.ts",
    "manifest.json",
    "rfc9110/index.ts",
    "small/index.ts",
  ]);
  expect(Object.keys(await textsBelow(join(root, "errors")))).toEqual(["json/small.json", "manifest.json"]);
  expect(Object.keys(await textsBelow(join(cwd, "made/docs")))).toContain("docs/small/index.md");
  expect(await check({ cwd })).toMatchObject({ exitCode: 0, files: [] });
});

test("what is wrong in any of them is told with its path, and put right", async () => {
  const { root, cwd } = await project();
  await generate({ cwd });
  await rm(join(root, "errors/json/small.json"));
  await writeFile(join(cwd, "made/docs/docs/index.md"), "edited");
  await writeFile(join(cwd, "made/docs/stray.md"), "stray");
  const { files, diagnostics, exitCode } = await check({ cwd });
  expect({ exitCode, files: files.map(({ path, state }) => `${path} ${state}`) }).toEqual({
    exitCode: 1,
    files: [
      "../../errors/json/small.json missing",
      "../made/docs/docs/index.md edited",
      "../made/docs/stray.md orphaned",
    ],
  });
  expect(diagnostics.map(({ file }) => file)).toEqual([
    "../errors/json/small.json",
    "made/docs/docs/index.md",
    "made/docs/stray.md",
  ]);
  expect((await statusgen(cwd, "check")).stdout).toMatch(
    /^made\/docs\/docs\/index\.md edited by hand.*\n {2}@@ line 1 @@\n {2}-edited/m,
  );

  expect(await generate({ cwd })).toMatchObject({
    changes: { written: [{ path: "../../errors/json/small.json" }, { path: "../made/docs/docs/index.md" }] },
  });
  expect(await readFile(join(cwd, "made/docs/stray.md"), "utf8")).toBe("stray");
});

test("what is remembered is remembered of each folder", async () => {
  const { root, cwd } = await project();
  await mkdir(join(cwd, "node_modules"));
  for (const _ of [1, 2]) await generate({ cwd });
  await rm(join(root, "errors/json"), { recursive: true });
  expect(await generate({ cwd })).toMatchObject({
    changes: { written: [{ path: "../../errors/json/small.json" }] },
  });
  await writeFile(join(cwd, "spec/small.yaml"), smallSpec.replace("It worked", "It went well"));
  const texts = async () => ({
    own: await textsBelow(join(cwd, "generated")),
    errors: await textsBelow(join(root, "errors")),
    docs: await textsBelow(join(cwd, "made/docs")),
  });
  await generate({ cwd });
  const remembered = await texts();
  expect(remembered.errors["json/small.json"]).toContain("It went well");
  await generate({ cwd, cache: false });
  expect(await texts()).toEqual(remembered);
});

test("a file in the way in one folder keeps all of them as they are", async () => {
  const { root, cwd } = await project();
  await mkdir(join(root, "errors/json"), { recursive: true });
  await writeFile(join(root, "errors/json/small.json"), "mine");
  const { exitCode, diagnostics } = await generate({ cwd });
  expect({ exitCode, files: diagnostics.map(({ file }) => file) }).toEqual({
    exitCode: 3,
    files: ["../errors/json/small.json"],
  });
  expect(existsSync(join(cwd, "generated/index.ts"))).toBe(false);
  expect(existsSync(join(cwd, "made/docs/docs"))).toBe(false);
});

test.skipIf(process.platform === "win32")(
  "a link to elsewhere is no output folder (needs POSIX)",
  async () => {
    const { root, cwd } = await project();
    const elsewhere = await testProject({});
    await symlink(elsewhere, join(root, "errors"));
    expect(await generate({ cwd })).toMatchObject({ exitCode: 3, diagnostics: [{ file: "../errors" }] });
    expect(await textsBelow(elsewhere)).toEqual({});
  },
);

test("an imported spec names the schema where it is written", async () => {
  const { cwd } = await project({ emitters: ["typescript", { use: "json-schema", output: "editor" }] });
  const page = "Codes\n=====\n\n=== ===========\nStatus Code Description\n=== ===========\n";
  await writeFile(
    join(cwd, "codes.rst"),
    page.replaceAll("=== ===========", "=========== ===========") +
      "404         It is gone.\n=========== ===========\n",
  );
  await importPages({ cwd, pages: ["codes.rst"] });
  expect(await readFile(join(cwd, "spec/codes.yaml"), "utf8")).toContain(
    "$schema=../editor/schema/spec.schema.json",
  );
});

test("an emitter can have the import extension that its folder needs", async () => {
  const { cwd } = await project({
    emitters: ["typescript", { use: "typescript", output: "deno", importExtension: "ts" }],
  });
  await generate({ cwd });
  expect(await readFile(join(cwd, "generated/index.ts"), "utf8")).toContain("./small/index.js");
  expect(await readFile(join(cwd, "deno/index.ts"), "utf8")).toContain("./small/index.ts");
});

describe("a config is refused in which", () => {
  const of = (...uses: unknown[]) => ({ emitters: uses });
  test.each([
    [
      "an emitter's folder is that of the specs",
      of({ use: "json", output: "spec" }),
      '"spec" is the folder of the specs, and one of an emitter.',
    ],
    [
      "an emitter's folder is in that of the specs",
      of({ use: "json", output: "spec/json" }),
      'The folder "spec/json" is inside "spec".',
    ],
    [
      "one folder is in another",
      of("typescript", { use: "json", output: "generated/json" }),
      'The folder "generated/json" is inside "generated".',
    ],
    [
      "a folder is above the project",
      of({ use: "json", output: ".." }),
      '"emitters.0.output" is not valid: use a folder that is relative',
    ],
    [
      "a folder is absolute",
      of({ use: "json", output: "/tmp/x" }),
      '"emitters.0.output" is not valid: use a folder that is relative',
    ],
    [
      "a folder is Git's",
      of({ use: "json", output: "../.git/hooks" }),
      '"emitters.0.output" is not valid: use a folder outside',
    ],
    ["an emitter is not known", of({ use: "jsn" }), '"emitters.0.use" is not valid: use one of "typescript"'],
    [
      "a key of an emitter is not known",
      of({ use: "json", outptu: "x" }),
      'The key "outptu" is not known in "emitters.0". Did you mean "output"?',
    ],
    ["an emitter is a number", of(3), '"emitters.0" is not valid: use one of "typescript"'],
  ])("%s", async (_, config, message) => {
    const { cwd } = await project(config);
    const { exitCode, diagnostics } = await generate({ cwd });
    expect({ exitCode, messages: diagnostics.map((each) => each.message) }).toEqual({
      exitCode: 2,
      messages: [expect.stringContaining(message)],
    });
  });
});
