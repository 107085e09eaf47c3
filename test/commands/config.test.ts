import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, defineConfig, generate } from "../../generator/index.js";
import { inputLook } from "../../generator/commands/inputLook.js";
import { smallSpec, statusgen, testProject, textsBelow } from "../testProject.js";

/** A project with a config, generated; gives its files. */
async function generatedWith(config: object): Promise<Readonly<Record<string, string>>> {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "statusgen.config.json": JSON.stringify(config),
  });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  expect(await check({ cwd })).toMatchObject({ exitCode: 0, files: [] });
  return textsBelow(join(cwd, "generated"));
}

test.each([
  [
    "statusgen.config.ts",
    'import { defineConfig, type StatusgenConfig } from "statusgen";\n' +
      'const config: StatusgenConfig = { output: "made" };\nexport default defineConfig(config);\n',
  ],
  [
    "statusgen.config.js",
    'import { defineConfig } from "statusgen";\nexport default defineConfig({ output: "made" });\n',
  ],
  ["statusgen.config.json", '\uFEFF{ "$schema": "x", "output": "made" }'],
])("%s is loaded, where the package is not installed too", async (file, text) => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, [file]: text });
  expect(await statusgen(cwd, "generate")).toMatchObject({ exitCode: 0, stderr: "" });
  expect(Object.keys(await textsBelow(join(cwd, "made")))).toContain("small/index.ts");
  expect(await statusgen(cwd, "check")).toMatchObject({ exitCode: 0, stderr: "" });
});

test.each([
  ["ts", "{}"],
  ["js", "{}"],
  ["js", '{ "type": "module" }'],
])("a config that is loaded again is read again: .%s, %s", async (extension, manifest) => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "package.json": manifest });
  for (const output of ["first", "second"]) {
    const text = `import { output } from "./output.js"; export default { output };`;
    await writeFile(join(cwd, `output.${extension}`), `export const output = "${output}";`);
    await writeFile(join(cwd, `statusgen.config.${extension}`), text);
    await generate({ cwd });
    expect(await readFile(join(cwd, output, "index.ts"), "utf8")).toContain("small/index.js");
  }
});

test("a config that changes while it is read is read again at the next look", async () => {
  const next = 'export default { spec: "codes" };';
  const text = `import { writeFileSync } from "node:fs";
writeFileSync(import.meta.filename ?? __filename, ${JSON.stringify(next)});
export default { spec: "spec" };
`;
  const cwd = await testProject({ "statusgen.config.ts": text, "spec/a.yaml": "", "codes/b.yaml": "" });
  const look = inputLook(cwd);
  const specs = async () => [...(await look()).stamps.keys()].filter((path) => path.endsWith(".yaml"));
  expect(await specs()).toEqual(["spec/a.yaml"]);
  expect(await specs()).toEqual(["codes/b.yaml"]);
});

test("defineConfig gives back what it gets, typed", () => {
  const config = { enumStyle: "union", prettier: { semi: false } } as const;
  expect(defineConfig(config)).toBe(config);
  // @ts-expect-error -- a style that does not exist
  expect(defineConfig({ enumStyle: "unions" })).toEqual({ enumStyle: "unions" });
});

test.each([
  ["enum", /export enum SmallStatusCode \{/],
  ["const-object", /export const SmallStatusCode = \{/],
  ["union", /export type SmallStatusCode = 200 \| 404;/],
] as const)("enumStyle %s declares the codes that way, and check agrees", async (enumStyle, declaration) => {
  const files = await generatedWith({ enumStyle });
  expect(files["small/index.ts"]).toMatch(declaration);
});

test.each([
  ["js", "./small/index.js"],
  ["ts", "./small/index.ts"],
  ["none", "./small/index"],
] as const)("importExtension %s imports that way, and check agrees", async (importExtension, path) => {
  const files = await generatedWith({ importExtension });
  expect(files["index.ts"]).toContain(`from "${path}";`);
  expect(files["small/index.ts"]).toContain(`from ".${path.replace("small", "rfc9110")}";`);
});

test("only the named emitters run, and check agrees", async () => {
  const files = await generatedWith({ emitters: ["json", "page"] });
  expect(Object.keys(files)).toEqual(["json/small.json", "manifest.json", "pages/small.rst"]);
});

test("an emitter that is named twice runs once, and check agrees", async () => {
  const files = await generatedWith({ emitters: ["json", "json"] });
  expect(files).toEqual(await generatedWith({ emitters: ["json"] }));
});

test("an emitter that is no longer named takes its files with it", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec });
  await generate({ cwd });
  await writeFile(join(cwd, "statusgen.config.json"), '{ "emitters": ["json"] }');
  expect((await check({ cwd })).files.map(({ state }) => state)).toContain("orphaned");
  await generate({ cwd });
  expect(Object.keys(await textsBelow(join(cwd, "generated")))).toEqual(["json/small.json", "manifest.json"]);
});

test("Prettier's options are honoured, and check agrees", async () => {
  const files = await generatedWith({
    prettier: { semi: false, singleQuote: true, useTabs: true, printWidth: 60 },
  });
  expect(files["index.ts"]).toMatch(/from '\.\/small\/index\.js'\n/);
  expect(files["small/index.ts"]).toMatch(/^\t\S/m);
  expect(files["json/small.json"]).toMatch(/^\t"/m);
});

test("folders can be written in any way that means a folder of the project", async () => {
  const cwd = await testProject({
    "codes/small.yaml": smallSpec,
    "statusgen.config.json": '{ "spec": "./codes/", "output": "src\\\\made/" }',
  });
  const { exitCode, stdout } = await statusgen(cwd, "check");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("\nsrc/made/index.ts missing");
  await generate({ cwd });
  expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
  expect(Object.keys(await textsBelow(join(cwd, "src/made")))).toContain("index.ts");
});
