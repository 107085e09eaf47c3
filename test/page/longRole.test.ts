import { expect, test } from "vitest";
import { importPage } from "../../generator/page/importPage.js";

// The parser would take longer than anyone waits.
test.each([
  `:${"a".repeat(60)}`,
  `\`x\`:${"a".repeat(60)}`,
  `(:${"a_".repeat(60)}a *b*`,
  `:${"a:".repeat(60)}`,
])("a text that begins like a role without an end is read as it stands: %s", (text) => {
  const page = `Codes\n=====\n\n${text}\n\n=========== ===========\nStatus Code Description\n=========== ===========\n200         It worked.\n=========== ===========\n`;
  const { spec } = importPage(page, { service: { id: "roles", name: "Roles" } });
  expect(JSON.stringify(spec?.tables)).toContain(text.includes("`") ? "a".repeat(60) : text.slice(0, 20));
});
