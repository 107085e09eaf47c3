import type { PageRule } from "./rule.js";

export const textNotKept: PageRule = {
  id: "text-not-kept",
  stage: "page",
  severity: "warning",
  summary: "A page has a text around its tables that the spec made of it does not keep.",
};
