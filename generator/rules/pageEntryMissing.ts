import type { PageRule } from "./rule.js";

export const pageEntryMissing: PageRule = {
  id: "page-entry-missing",
  stage: "page",
  severity: "error",
  summary: "An entry of the page is not in the spec.",
};
