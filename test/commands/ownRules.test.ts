import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, explain, generate, lint } from "../../generator/index.js";
import { smallSpec, statusgen, testProject } from "../testProject.js";

interface Given {
  readonly stage?: string;
  readonly severity?: string;
  readonly check?: string;
  readonly rules?: string;
  readonly spec?: string;
}

const shortMessages = `*check(spec) {
  for (const { path, entry } of entriesOf(spec))
    if (entry.message.length < 3)
      yield { path: [...path, "message"], message: entry.code + " has a short message.", help: "Write more." };
}`;

function ruleProject({
  stage = "lint",
  severity = "error",
  check = shortMessages,
  rules,
  spec = smallSpec,
}: Given = {}) {
  const config = `
import { defineConfig, defineRule, entriesOf } from "statusgen";
const own = defineRule({ id: "own", stage: "${stage}", severity: "warning", summary: "A short message.", ${check} });
export default defineConfig({ rules: { ${rules ?? `own: ["${severity}", own]`} } });
`;
  return testProject({ "spec/small.yaml": spec, "statusgen.config.ts": config });
}

const found = {
  rule: "own",
  message: "200 has a short message.",
  help: "Write more.",
  file: "spec/small.yaml",
  range: { start: { line: 12, column: 18 }, end: { line: 12, column: 20 } },
};

test("a rule of the stage lint finds what could be better, at the severity of the config", async () => {
  const cwd = await ruleProject();
  expect(await lint({ cwd })).toMatchObject({ exitCode: 1, diagnostics: [{ ...found, severity: "error" }] });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0, willCheckFail: true });
  expect(await check({ cwd })).toMatchObject({ exitCode: 1, diagnostics: [found] });

  const warned = await ruleProject({ severity: "warning" });
  expect(await lint({ cwd: warned })).toMatchObject({
    exitCode: 0,
    diagnostics: [{ ...found, severity: "warning" }],
  });
  expect(await lint({ cwd: await ruleProject({ severity: "off" }) })).toMatchObject({
    exitCode: 0,
    diagnostics: [],
  });
});

test("in SARIF, it has a description and an index as the others have", async () => {
  const { stdout } = await statusgen(await ruleProject(), "lint", "--format", "sarif");
  expect(JSON.parse(stdout)).toMatchObject({
    runs: [
      {
        tool: {
          driver: { rules: [{ id: "own", shortDescription: { text: "A rule of the project's own." } }] },
        },
        results: [{ ruleId: "own", ruleIndex: 0 }],
      },
    ],
  });
});

test("a comment silences it as any other", async () => {
  const spec = smallSpec.replace(
    "        message: OK",
    "        # statusgen-disable-next-line own -- it is right\n        message: OK",
  );
  expect(await lint({ cwd: await ruleProject({ spec }) })).toMatchObject({ exitCode: 0, diagnostics: [] });
});

test("a rule of the stage spec finds what makes a spec invalid", async () => {
  const cwd = await ruleProject({ stage: "spec" });
  for (const result of [
    await generate({ cwd }),
    await check({ cwd }),
    await lint({ cwd }),
    await explain({ cwd, code: "404" }),
  ])
    expect(result).toMatchObject({ exitCode: 2, diagnostics: [{ ...found, severity: "error" }] });
  expect(existsSync(join(cwd, "generated"))).toBe(false);
});

describe("a rule fails that", () => {
  test.each([
    ["throws", "check() { throw new Error('no'); }", "no"],
    ["throws while it is asked for more", "*check() { throw 'no'; }", "it throws no"],
    ["gives nothing", "check() {}", "not iterable"],
    [
      "gives no finding",
      "*check() { yield { path: [] }; }",
      "it gives a finding without a `path`, `message` or `help`",
    ],
    [
      "gives a path that is none",
      '*check() { yield { path: "a", message: "", help: "" }; }',
      "it gives a finding without",
    ],
    [
      "goes on for ever",
      '*check() { while (true) yield { path: [], message: "a", help: "b" }; }',
      "it finds more than 10000 mistakes",
    ],
    ["ends the process", "check() { process.exit(0); }", "it exits the process"],
    [
      "changes the spec",
      "check(spec) { spec.service.tables.length = 0; }",
      "Cannot assign to read only property",
    ],
  ])("%s", async (_, code, reason) => {
    for (const stage of ["lint", "spec"]) {
      const cwd = await ruleProject({ stage, check: code });
      const generated = await generate({ cwd });
      expect(generated).toMatchObject({ exitCode: 2, diagnostics: [{ rule: "rule-failed" }] });
      expect(generated.diagnostics[0]?.message).toMatch(/^The rule "own" fails for spec\/small\.yaml: /);
      expect(generated.diagnostics[0]?.message).toContain(reason);
      expect(existsSync(join(cwd, "generated"))).toBe(false);
      for (const result of [await check({ cwd }), await lint({ cwd })])
        expect(result).toMatchObject({ exitCode: 2, diagnostics: generated.diagnostics });
    }
  });

  test("throws is told by every command", async () => {
    const cwd = await ruleProject({ stage: "spec", check: "check() { throw new Error('no'); }" });
    for (const args of [
      ["explain", "404"],
      ["verify"],
      ["diff", "spec/small.yaml", "spec/small.yaml"],
      ["lint"],
      ["check"],
      ["generate"],
    ]) {
      const { exitCode, stdout, stderr } = await statusgen(cwd, ...args);
      expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
      expect(stdout).toContain('rule-failed: The rule "own" fails for spec/small.yaml: no.');
    }
  });
});

describe("a config is refused in which", () => {
  test.each([
    [
      "the rule has another id",
      'other: ["error", own]',
      '"rules.other" is not valid: the rule calls itself "own".',
    ],
    ["the severity is none", 'own: ["loud", own]', '"rules.own" is not valid: the severity is none of'],
    ["there is no rule", 'own: ["error"]', '"rules.own" is not valid: there is no rule after the severity.'],
    ["the rule is data", 'own: ["error", { ...own }]', undefined],
    [
      "the rule is not defined",
      'own: ["error", { id: "own" }]',
      '"rules.own" is not valid: there is no rule after',
    ],
    [
      "the id is a built-in one",
      '"full-stop": ["error", defineRule({ ...own, id: "full-stop" })]',
      '"rules.full-stop" is not valid: a built-in rule has this id.',
    ],
    ["the id has capitals", 'Own: ["error", defineRule({ ...own, id: "Own" })]', "use lower case letters"],
    ["the stage is none", 'own: ["error", defineRule({ ...own, stage: "page" })]', "the stage is none of"],
    [
      "a spec rule only warns",
      'own: ["warning", defineRule({ ...own, stage: "spec" })]',
      'a rule of the stage "spec" is "off" or an "error"',
    ],
    [
      "there is no check",
      'own: ["error", defineRule({ ...own, check: 3 })]',
      "the rule has no function `check`",
    ],
    ["a severity alone is of no rule", 'own: "error"', 'The key "own" is not known in "rules".'],
  ])("%s", async (_, rules, message) => {
    const { exitCode, diagnostics } = await lint({ cwd: await ruleProject({ rules }) });
    if (message === undefined) {
      expect(exitCode).toBe(1);
      return;
    }
    expect({ exitCode, messages: diagnostics.map((each) => each.message) }).toEqual({
      exitCode: 2,
      messages: [expect.stringContaining(message)],
    });
  });
});
