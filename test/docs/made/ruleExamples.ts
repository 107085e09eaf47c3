import { changeKinds } from "../../../generator/compare/change.js";
import { formatPretty } from "../../../generator/diagnostics/formatPretty.js";
import { rules } from "../../../generator/rules/registry.js";
import type { Rule } from "../../../generator/rules/rule.js";
import { fixtureSpecs, hasFixtures, lintFixtures } from "../../rules/ruleFixtures.js";
import { goodExcerpt } from "./goodExcerpt.js";
import { ruleScenarios } from "./ruleScenarios.js";

/** The folder of a test's project, which has another name in each run. */
const temporaryFolder = /(?:\/[^\s/]+)*\/statusgen-\w{6}/g;

/** The stages of a run, and what their rules are about. */
const stages = {
  input: "Files and arguments that cannot be read.",
  schema: "The shape of a spec.",
  spec: "A spec that has the right shape but contradicts itself.",
  service: "Specs of one service that contradict each other.",
  catalogue: "Services that contradict each other.",
  lint: "Valid entries that look suspicious. These rules can be turned off, or made errors, in the config.",
  output: "Generated files that are not up to date.",
  page: "Pages that `import` reads, and pages that `verify` compares.",
} as const satisfies Record<Rule["stage"], string>;

/** All rules by stage, each with a finding and, if a spec alone can have the mistake, what is right. */
export async function ruleList(): Promise<string> {
  const entries = new Map<string, string[]>();
  for (const rule of rules) {
    const { id, stage, severity, summary } = rule;
    const entry = [`### ${id}`, `Severity: ${severity}. ${summary}`, ...(await examplesOf(rule))].join(
      "\n\n",
    );
    entries.set(stage, [...(entries.get(stage) ?? []), entry]);
  }
  return Object.entries(stages)
    .flatMap(([stage, about]) => [`## Stage ${stage}`, about, ...(entries.get(stage) ?? [])])
    .join("\n\n");
}

async function examplesOf(rule: Rule): Promise<string[]> {
  const { diagnostics, sources } = hasFixtures(rule)
    ? await lintFixtures(rule, "fail")
    : ((await ruleScenarios[rule.id]?.()) ?? { diagnostics: [], sources: new Map<string, string>() });
  const found = diagnostics.filter((each) => each.rule === rule.id);
  const shown = found.find(({ file }) => file === "spec/example.yaml") ?? found[0];
  if (!shown) throw new Error(`There is no example of ${rule.id}.`);
  const report = block("text", formatPretty([shown], sources, { color: false }));
  if (!hasFixtures(rule)) return [report];
  const right = await fixtureSpecs(rule, "pass");
  const text = right[shown.file] ?? right["spec/small.yaml"] ?? right["spec/two.yaml"] ?? "";
  const place = shown.range?.start ?? { line: 1, column: 1 };
  return [report, "Right:", block("yaml", goodExcerpt(sources.get(shown.file) ?? "", place, text))];
}

/** The kinds of change that `diff` tells apart. */
export function changeList(): string {
  const kinds = Object.entries(changeKinds);
  return kinds.map(([kind, { level, summary }]) => `### ${kind}\n\n${level}. ${summary}`).join("\n\n");
}

function block(language: string, text: string): string {
  const lines = text.replaceAll(temporaryFolder, "/home/ada/orders").trimEnd().split("\n");
  const cut = lines.map((line) => (/[^ ]{100}/.test(line) ? `${line.slice(0, 80)}…` : line));
  return `\`\`\`${language}\n${cut.join("\n")}\n\`\`\``;
}
