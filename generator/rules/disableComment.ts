import { disableComments, isAbout } from "./disableComments.js";
import type { LintRule } from "./rule.js";
import { suggestion } from "./suggestion.js";

export const disableComment: LintRule = {
  id: "disable-comment",
  stage: "lint",
  severity: "warning",
  summary:
    "A `statusgen-disable-next-line` comment silences nothing, names no rule of stage `lint`, or gives no reason.",
  *check(spec, rules) {
    for (const comment of disableComments(spec.source)) {
      const { rule: id, reason, range } = comment;
      const rule = rules.find((each) => each.id === id && each.id !== "disable-comment");
      if (!rule) {
        const known = rules.map((each) => each.id);
        yield {
          path: [],
          range,
          message: `The comment names no rule that can be silenced: "${id}".${suggestion(id, known)}`,
          help: "Write `# statusgen-disable-next-line <rule> -- <reason>` with a rule of stage `lint`.",
        };
      } else if (reason === "") {
        yield {
          path: [],
          range,
          message: `The comment gives no reason to silence ${id}, so it is ignored.`,
          help: `Write \`# statusgen-disable-next-line ${id} -- <reason>\`.`,
        };
      } else if (
        !Array.from(rule.check(spec, rules)).some((finding) => isAbout(comment, finding, spec.source))
      ) {
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
