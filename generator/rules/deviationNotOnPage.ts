import type { PageRule } from "./rule.js";

export const deviationNotOnPage: PageRule = {
  id: "deviation-not-on-page",
  stage: "page",
  severity: "error",
  summary: "The page does not say what a deviation gives as its original.",
};
