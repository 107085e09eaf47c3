import type { PageRule } from "./rule.js";

export const sharedPageId: PageRule = {
  id: "shared-page-id",
  stage: "page",
  severity: "warning",
  summary:
    "A page gets a new spec although one has its id and some of its entries: that one's own page is still there.",
};
