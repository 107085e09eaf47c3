import type { PageRule } from "./rule.js";

export const pageEntryExtra: PageRule = {
  id: "page-entry-extra",
  stage: "page",
  severity: "error",
  summary: "An entry of the spec, which is not marked as retired, is not on the page.",
};
