import { expect, test } from "vitest";
import { rules } from "../../generator/rules/registry.js";

test.each(rules)("the summary of $id is one sentence that can stand in a table", ({ summary }) => {
  expect(summary).toMatch(/^[A-Z`][^|\n]*\.$/);
});
