import type { PageRule } from "./rule.js";

export const unreadablePage: PageRule = {
  id: "unreadable-page",
  stage: "page",
  severity: "error",
  summary: "A page cannot be parsed as reStructuredText.",
};
