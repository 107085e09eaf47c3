import type { PageRule } from "./rule.js";

export const pageNotReproduced: PageRule = {
  id: "page-not-reproduced",
  stage: "page",
  severity: "warning",
  summary:
    "The page made from an imported spec has other bytes than the page it was made from, so no digest is recorded.",
};
