import { disableComments, linesOf } from "./disableComments.js";
import type { CheckedSpec, LintRule } from "../rule.js";
import { shortened } from "../shownValue.js";
import { suggestion } from "../suggestion.js";

export const disableComment: LintRule = {
  id: "disable-comment",
  stage: "lint",
  severity: "warning",
  summary:
    "A `statusgen-disable-next-line` comment silences nothing, names no rule of stage `lint`, or gives no reason.",
  *check(spec, rules) {
    const linesOfRules = new Map<string, ReadonlySet<number>>();
    for (const comment of disableComments(spec.source)) {
      const { rule: id, reason, range } = comment;
      const rule = rules.find((each) => each.id === id && each.id !== "disable-comment");
      if (!rule) {
        const known = rules.map((each) => each.id);
        yield {
          path: [],
          range,
          message: `The comment names no rule that can be silenced: "${shortened(id)}".${suggestion(shortened(id), known)}`,
          help: "Write `# statusgen-disable-next-line <rule> -- <reason>` with a rule of stage `lint`.",
        };
        continue;
      }
      if (reason === "") {
        yield {
          path: [],
          range,
          message: `The comment gives no reason to silence ${id}, so it is ignored.`,
          help: `Write \`# statusgen-disable-next-line ${id} -- <reason>\`.`,
        };
        continue;
      }
      const lines = linesOfRules.get(id) ?? linesFound(rule, spec, rules);
      linesOfRules.set(id, lines);
      if (!lines.has(comment.line)) {
        yield {
          path: [],
          range,
          message: `The comment silences nothing: ${id} finds nothing on the next line.`,
          help: "Remove the comment; `statusgen lint --fix` does so.",
          fix: "remove-comment",
        };
      }
    }
  },
};

/** The lines on which a rule finds something. */
function linesFound(rule: LintRule, spec: CheckedSpec, rules: readonly LintRule[]): ReadonlySet<number> {
  return new Set(Array.from(rule.check(spec, rules)).flatMap((finding) => linesOf(finding, spec.source)));
}
