import { entriesOf, type PlacedEntry } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const identicalText = defineRule({
  id: "identical-text",
  stage: "lint",
  severity: "warning",
  summary: "Two status codes of one service have the same description, so it does not tell them apart.",
  *check(spec) {
    const seen = new Map<string, PlacedEntry>();
    for (const placed of entriesOf(spec)) {
      const { entry, path } = placed;
      if (entry.kind !== "status-code" || entry.description === "") continue;
      const first = seen.get(entry.description);
      if (!first || first.entry.code === entry.code) {
        seen.set(entry.description, placed);
        continue;
      }
      yield {
        path: [...path, "description"],
        message: `${shortened(entry.code)} and ${shortened(first.entry.code)} have the same description.`,
        help: "Compare with the page: one row may be an unchanged copy of the other.",
        related: {
          path: [...first.path, "description"],
          message: `The description of ${shortened(first.entry.code)}.`,
        },
      };
    }
  },
});
