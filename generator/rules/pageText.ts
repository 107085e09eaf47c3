import type { PageRule } from "./rule.js";

export const pageText: PageRule = {
  id: "page-text",
  stage: "page",
  severity: "error",
  summary: "What the page says around its tables is not what the spec says.",
};
