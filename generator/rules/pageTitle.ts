import type { PageRule } from "./rule.js";

export const pageTitle: PageRule = {
  id: "page-title",
  stage: "page",
  severity: "error",
  summary: "The page or one of its tables has another title than the spec says.",
};
