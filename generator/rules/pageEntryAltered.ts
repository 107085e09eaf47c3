import type { PageRule } from "./rule.js";

export const pageEntryAltered: PageRule = {
  id: "page-entry-altered",
  stage: "page",
  severity: "error",
  summary: "An entry of the spec says something else than the page.",
};
