import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { lint, type LintResult } from "../../generator/index.js";
import { rules } from "../../generator/rules/registry.js";
import type { Rule } from "../../generator/rules/rule.js";
import { repository, testProject } from "../testProject.js";

const fixtures = join(repository, "test/fixtures/rules");

/** Rules about files that a folder of specs cannot show; tests of their own make those. */
const shownElsewhere = [
  "no-spec-found",
  "unreadable-file",
  "not-utf8",
  "invalid-config",
  "emitter-failed",
  "rule-failed",
  "reader-failed",
  "shared-path",
  "no-page-found",
  "page-not-fetched",
  "unreadable-state",
];

/** Whether specs alone can make the mistake that a rule finds. */
export function hasFixtures({ id, stage }: Rule): boolean {
  return stage !== "output" && stage !== "page" && !shownElsewhere.includes(id);
}

export const rulesWithFixtures: readonly Rule[] = rules.filter(hasFixtures);

/** Names of the folders that hold fixtures. */
export function fixtureFolders(): Promise<string[]> {
  return readdir(fixtures);
}

/** A rule's fixtures as the files of a project. */
export async function fixtureSpecs(rule: Rule, outcome: "pass" | "fail"): Promise<Record<string, string>> {
  const folder = join(fixtures, rule.id, outcome);
  const specs: Record<string, string> = {};
  for (const file of await readdir(folder))
    specs[`spec/${file}`] = await readFile(join(folder, file), "utf8");
  return specs;
}

/** What linting a rule's fixtures finds. */
export async function lintFixtures(rule: Rule, outcome: "pass" | "fail"): Promise<LintResult> {
  return lint({ cwd: await testProject(await fixtureSpecs(rule, outcome)) });
}
