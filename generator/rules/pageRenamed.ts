import type { PageRule } from "./rule.js";

export const pageRenamed: PageRule = {
  id: "page-renamed",
  stage: "page",
  severity: "error",
  summary:
    "The page has another name than the spec's `page.id`; what it says tells that it is the spec's page.",
};
