import { describe, expect, test } from "vitest";
import { formatPretty } from "../../generator/diagnostics/formatPretty.js";
import { lintRuleIds } from "../../generator/rules/lintRuleIds.js";
import { lintRules, rules } from "../../generator/rules/registry.js";
import { expectUsable } from "../diagnostics/expectUsable.js";
import {
  fixtureFolders,
  fixtureSpecs,
  hasFixtures,
  lintFixtures,
  rulesWithFixtures,
} from "./ruleFixtures.js";

test("every folder of fixtures belongs to a rule, and every rule has its own", async () => {
  expect(await fixtureFolders()).toEqual(rulesWithFixtures.map(({ id }) => id).sort());
});

test("no two rules have the same id, and each id is in kebab case", () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("the config knows every rule of stage lint, in the order of the registry", () => {
  expect(lintRules.map(({ id }) => id)).toEqual(lintRuleIds);
});

test("the rules about output are registered", () => {
  const ids = rules.filter(({ stage }) => stage === "output").map(({ id }) => id);
  expect(ids.sort()).toEqual([
    "output-edited",
    "output-missing",
    "output-not-owned",
    "output-orphaned",
    "output-stale",
  ]);
});

describe.each(rulesWithFixtures)("$id", (rule) => {
  test("finds nothing in what is right", async () => {
    const { diagnostics, exitCode } = await lintFixtures(rule, "pass");
    expect(diagnostics.filter((diagnostic) => diagnostic.rule === rule.id)).toEqual([]);
    expect(exitCode).toBe(0);
  });

  test("finds each mistake and says where it is and what to do", async () => {
    const { diagnostics, exitCode, sources } = await lintFixtures(rule, "fail");
    const found = diagnostics.filter((diagnostic) => diagnostic.rule === rule.id);
    const files = new Set(found.map(({ file }) => file));
    // The first of two specs that clash is not the one to be blamed.
    const expected = Object.keys(await fixtureSpecs(rule, "fail"));
    if (rule.stage !== "service" && rule.stage !== "catalogue") expect([...files]).toEqual(expected);
    expect(found.length).toBeGreaterThan(0);
    expect(exitCode).toBe(rule.stage === "lint" ? (rule.severity === "error" ? 1 : 0) : 2);
    for (const diagnostic of found) {
      expect(diagnostic.severity).toBe(rule.severity);
      expectUsable(diagnostic, sources);
    }
  });

  test("says nothing else of a spec whose one mistake it is", async () => {
    const { diagnostics } = await lintFixtures(rule, "fail");
    const others = diagnostics.filter((diagnostic) => diagnostic.rule !== rule.id);
    expect(others.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("underlines exactly what is wrong", async () => {
    const { diagnostics, sources } = await lintFixtures(rule, "fail");
    const found = diagnostics.filter((diagnostic) => diagnostic.rule === rule.id);
    await expect(formatPretty(found, sources, { color: false })).toMatchFileSnapshot(
      `snapshots/${rule.id}.txt`,
    );
  });
});

test("a rule without fixtures is about files, about output or about pages", () => {
  const stages = rules.filter((rule) => !hasFixtures(rule)).map(({ stage }) => stage);
  expect(new Set(stages)).toEqual(new Set(["input", "output", "page"]));
});
