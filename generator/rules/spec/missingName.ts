import { isDash } from "../../spec/isDash.js";
import { entriesOf, hasItsName } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const missingName = defineRule({
  id: "missing-name",
  stage: "spec",
  severity: "error",
  summary:
    "No TypeScript name can be derived for a code: it has no message with letters and no standard reason phrase.",
  *check(spec) {
    for (const placed of entriesOf(spec)) {
      const { path, entry } = placed;
      const givesNoMember = entry.kind === "status-code" ? entry.values.length !== 1 : isDash(entry.code);
      if (givesNoMember || /^[A-Za-z_$]/.test(entry.name) || !hasItsName(placed)) continue;
      yield {
        path: [...path, "code"],
        message: `No name can be derived for ${shortened(entry.code)}.`,
        help: "Give the entry a `name:`, such as `name: QuotaExceeded`.",
      };
    }
  },
});
