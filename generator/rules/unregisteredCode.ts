import { reasonPhrase } from "../catalogue/names.js";
import { entriesOf } from "./entriesOf.js";
import type { LintRule } from "./rule.js";

export const unregisteredCode: LintRule = {
  id: "unregistered-code",
  stage: "lint",
  severity: "warning",
  summary: "A status code is not in the IANA registry of HTTP status codes.",
  *check(spec) {
    for (const { path, entry } of entriesOf(spec)) {
      if (
        entry.kind !== "status-code" ||
        entry.values.every((value) => reasonPhrase(String(value)) !== undefined)
      )
        continue;
      yield {
        path: [...path, "code"],
        message: `${entry.code} is not a registered HTTP status code.`,
        help: "Compare with the page; a service may use codes of its own.",
      };
    }
  },
};
