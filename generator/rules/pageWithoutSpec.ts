import type { PageRule } from "./rule.js";

export const pageWithoutSpec: PageRule = {
  id: "page-without-spec",
  stage: "page",
  severity: "error",
  summary:
    "No spec records the page as its source or has its id, and none that is left has half of its rows.",
};
