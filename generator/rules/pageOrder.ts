import type { PageRule } from "./rule.js";

export const pageOrder: PageRule = {
  id: "page-order",
  stage: "page",
  severity: "error",
  summary: "The page's entries stand in another order, or in other tables, than the spec's.",
};
