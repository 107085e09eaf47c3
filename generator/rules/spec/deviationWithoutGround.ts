import { deviationsOf } from "../../spec/deviationsOf.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule } from "../rule.js";

export const deviationWithoutGround = defineRule({
  id: "deviation-without-ground",
  stage: "spec",
  severity: "error",
  summary:
    "A deviation corrects nothing: its original equals the entry's text, or the entry lacks the field.",
  *check(spec) {
    for (const { path, spec: entry, unread } of entriesOf(spec)) {
      const texts: Readonly<Record<string, unknown>> = entry;
      for (const { field, original } of deviationsOf(entry)) {
        if (unread.includes(field)) continue;
        const text = texts[field];
        if (typeof text === "string" && text.trimEnd() !== original) continue;
        yield {
          path: [...path, "deviations", field],
          target: "key",
          message:
            text === undefined
              ? `The entry has no "${field}" that could deviate from the page.`
              : `The deviation's original is the same as the entry's "${field}".`,
          help: "Remove the deviation.",
        };
      }
    }
  },
});
