import type { PageRule } from "./rule.js";

export const unsaidCell: PageRule = {
  id: "unsaid-cell",
  stage: "page",
  severity: "error",
  summary: "A row of a page's table cannot be said in a spec: it has no code.",
};
