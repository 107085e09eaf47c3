import type { PageRule } from "./rule.js";

export const pageColumns: PageRule = {
  id: "page-columns",
  stage: "page",
  severity: "error",
  summary: "The page's tables have other columns than the spec's.",
};
