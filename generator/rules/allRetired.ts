import type { PageRule } from "./rule.js";

export const allRetired: PageRule = {
  id: "all-retired",
  stage: "page",
  severity: "error",
  summary: "Importing a page would retire every entry of a table.",
};
