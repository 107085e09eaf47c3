import { defineRule, entriesOf } from "statusgen";

/** Tells of error codes that do not say what to do. */
export const solutionRequired = defineRule({
  id: "solution-required",
  stage: "lint",
  severity: "warning",
  summary: "An error code has no solution.",
  *check(spec) {
    for (const { path, entry } of entriesOf(spec)) {
      if (
        entry.kind !== "error-code" ||
        entry.retired !== undefined ||
        entry.solution !== undefined
      )
        continue;
      yield {
        path,
        message: `${entry.code} has no solution.`,
        help: "Say in `solution` what people can do.",
      };
    }
  },
});
