import type { PageRule } from "./rule.js";

export const pageLabel: PageRule = {
  id: "page-label",
  stage: "page",
  severity: "error",
  summary: "The page or one of its tables has another label than the spec says.",
};
