import type { PageRule } from "./rule.js";

export const ambiguousSpec: PageRule = {
  id: "ambiguous-spec",
  stage: "page",
  severity: "error",
  summary: "Which spec a page belongs to is not clear: several fit, or the page looks like another one.",
};
