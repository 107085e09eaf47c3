import { format } from "prettier";
import { expect, test } from "vitest";
import { rules } from "../../generator/rules/registry.js";

const header = `<!--
Made by test/rules/documentation.test.ts from the rules in generator/rules/; change a rule's summary there,
and run: npx vitest run test/rules/documentation.test.ts -u
-->

# Rules

Each finding names the rule that made it. An **error** fails the run, a **warning** is only shown. The rules of
stage \`lint\` can be given another severity, or turned \`off\`, under \`rules\` in the config file.

`;

test("every rule has its line in generator/rules.md", async () => {
  const rows = rules.map(
    ({ id, stage, severity, summary }) => `| \`${id}\` | ${stage} | ${severity} | ${summary} |`,
  );
  const table = ["| Rule | Stage | Severity | What it finds |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
  const markdown = await format(`${header}${table}\n`, { parser: "markdown", printWidth: 110 });
  await expect(markdown).toMatchFileSnapshot("../../generator/rules.md");
});

test.each(rules)("the summary of $id is one sentence that can stand in a table", ({ summary }) => {
  expect(summary).toMatch(/^[A-Z`][^|\n]*\.$/);
});
