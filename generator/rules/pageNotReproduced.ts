import type { PageRule } from "./rule.js";

export const pageNotReproduced: PageRule = {
  id: "page-not-reproduced",
  stage: "page",
  severity: "warning",
  summary: "The page made from an imported spec is another than the page it was made of.",
};
