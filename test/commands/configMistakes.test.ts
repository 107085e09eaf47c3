import { expect, test } from "vitest";
import { check, generate, lint } from "../../generator/index.js";
import { filesBelow, smallSpec, statusgen, testProject } from "../testProject.js";

/** What is said of a config, as file and message. */
async function mistakesIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, ...files });
  const { exitCode, diagnostics } = await generate({ cwd });
  expect(exitCode).toBe(2);
  expect(new Set(diagnostics.map(({ rule }) => rule))).toEqual(new Set(["invalid-config"]));
  expect(Object.keys(await filesBelow(cwd)).sort()).toEqual(
    ["spec/small.yaml", ...Object.keys(files)].sort(),
  );
  return diagnostics.map(({ file, message }) => `${file}: ${message}`);
}

const jsonMistakes = (config: unknown) => mistakesIn({ "statusgen.config.json": JSON.stringify(config) });

test("all mistakes of a config are told in one run", async () => {
  const messages = await jsonMistakes({
    outptu: "made",
    emiters: [],
    spec: "generated/spec",
    enumStyle: "enums",
    emitters: ["typescript", "jsn"],
    rules: { "full-stopp": "off", "white-space": "loud" },
    prettier: { tabWith: 4, semi: "no", endOfLine: "crlf" },
  });
  expect(
    messages.map((message) => message.replace(/^statusgen\.config\.json: /, "").slice(0, 44)).sort(),
  ).toEqual(
    [
      '"emitters.1" is not valid: use one of "typescr',
      '"enumStyle" is not valid: use one of "enum", ',
      '"prettier.semi" is not valid: use true or fals',
      '"rules.white-space" is not valid: use one of "',
      "One of spec and output is inside the other.",
      'The key "emiters" is not known. Did you mean ',
      'The key "endOfLine" is not known in "prettier',
      'The key "full-stopp" is not known in "rules".',
      'The key "outptu" is not known. Did you mean "',
      'The key "tabWith" is not known in "prettier".',
    ].map((message) => message.slice(0, 44)),
  );
});

test.each([
  [{ emitters: [] }, '"emitters" is not valid: the list is empty; remove it to select all.'],
  [{ emitters: "json" }, '"emitters" is not valid: use a list.'],
  [{ output: 3 }, '"output" is not valid: use a text.'],
  [{ rules: [] }, '"rules" is not valid: use an object with keys.'],
  [{ prettier: { tabWidth: "4" } }, '"prettier.tabWidth" is not valid: use a number.'],
  [{ prettier: { tabWidth: 1.5 } }, '"prettier.tabWidth" is not valid: use a whole number.'],
  [{ prettier: { printWidth: -1 } }, '"prettier.printWidth" is not valid: use a number above 0.'],
])("what is wrong is said in words of the config: %j", async (config, message) => {
  expect(await jsonMistakes(config)).toEqual([`statusgen.config.json: ${message}`]);
});

test.each(["statusgen.config.js", "statusgen.config.ts"])(
  "%s without a default export says so",
  async (file) => {
    expect(await mistakesIn({ [file]: 'export const output = "made";' })).toEqual([
      `${file}: The config cannot be loaded: it has no default export.`,
    ]);
  },
);

test("what was nearly right is suggested", async () => {
  const messages = await jsonMistakes({ ouput: "x", enumStyle: "unoin", rules: { fullstop: "off" } });
  for (const word of ["output", "union", "full-stop"])
    expect(messages.join("\n")).toContain(`Did you mean "${word}"?`);
});

test.each([["/tmp/out"], ["C:\\out"], ["../out"], ["made/../../out"], ["made/.."], ["."], [""], ["./"]])(
  "an output folder outside the project, or the project itself, is refused: %j",
  async (output) => {
    expect(await jsonMistakes({ output })).toEqual([
      'statusgen.config.json: "output" is not valid: use a folder inside the project\'s folder, such as `spec`.',
    ]);
  },
);

test.each([
  [".git"],
  [".git/hooks"],
  ["node_modules"],
  ["./node_modules/codes"],
  ["packages/a/Node_Modules"],
])("an output folder that belongs to Git or to a package manager is refused: %j", async (output) => {
  expect(await jsonMistakes({ output })).toEqual([
    'statusgen.config.json: "output" is not valid: use a folder outside `.git` and `node_modules`.',
  ]);
});

test("an output folder whose name only begins like that of Git's is as good as any", async () => {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "statusgen.config.json": '{ "output": ".github/codes" }',
  });
  expect((await generate({ cwd })).exitCode).toBe(0);
});

test.each([
  [{ output: "spec" }],
  [{ output: "./spec/made" }],
  [{ spec: "generated/spec" }],
  [{ output: "made/../spec" }],
])("spec and output must lie side by side: %j", async (config) => {
  expect(await jsonMistakes(config)).toEqual([
    "statusgen.config.json: One of spec and output is inside the other.",
  ]);
});

test("folders whose names only begin alike do lie side by side", async () => {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "statusgen.config.json": '{ "output": "spec-output" }',
  });
  expect((await generate({ cwd })).exitCode).toBe(0);
});

test.each([
  ["statusgen.config.json", '{ "output": }'],
  ["statusgen.config.ts", "export default { output: "],
  ["statusgen.config.js", 'throw new Error("no config today");'],
  ["statusgen.config.ts", 'import { missing } from "./missing.js"; export default missing;'],
  ["statusgen.config.js", "export default null;"],
  ["statusgen.config.js", "export default () => ({});"],
  ["statusgen.config.json", "[]"],
])("%s that cannot be loaded or is no config is one diagnostic: %s", async (file, text) => {
  const messages = await mistakesIn({ [file]: text });
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(
    new RegExp(`^${file}: (The config cannot be loaded: |"config" is not valid: ).`),
  );
});

test("two config files are one too many, even if one of them is right", async () => {
  expect(
    await mistakesIn({ "statusgen.config.ts": "export default {}", "statusgen.config.json": "{}" }),
  ).toEqual(["statusgen.config.json: The project also has statusgen.config.ts."]);
});

test.each(["yaml", "toml", "mts", "cts", "mjs", "cjs", "json5"])(
  "a config file that ends in .%s, which is not read, is named",
  async (ending) => {
    const file = `statusgen.config.${ending}`;
    const named = [`${file}: Config files cannot end in ".${ending}".`];
    expect(await mistakesIn({ [file]: "output: made" })).toEqual(named);
    expect(await mistakesIn({ [file]: "", "statusgen.config.json": "{}" })).toEqual(named);
  },
);

test("what only begins like a config file is left alone", async () => {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "statusgen.config.ts": "export default {};",
    "statusgen.config.ts~": "",
    "statusgen.config.test.ts": "",
    "statusgen.configs/a.yaml": "",
    "statusgen.config.d/a.yaml": "",
  });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0, diagnostics: [] });
});

test("every command that reads the config says what is wrong with it", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "statusgen.config.json": '{ "rules": 3 }' });
  for (const run of [generate, check, lint]) {
    const { exitCode, diagnostics } = await run({ cwd });
    expect(exitCode).toBe(2);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["invalid-config"]);
  }
  const { exitCode, stdout, stderr } = await statusgen(cwd, "explain", "404");
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  expect(stdout).toContain('statusgen.config.json error invalid-config: "rules" is not valid');
});
