import type { PageRule } from "./rule.js";

export const pageNotGiven: PageRule = {
  id: "page-not-given",
  stage: "page",
  severity: "warning",
  summary: "None of the given pages is the page of a spec.",
};
