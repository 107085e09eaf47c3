import type { PageRule } from "./rule.js";

export const unsaidCell: PageRule = {
  id: "unsaid-cell",
  stage: "page",
  severity: "error",
  summary:
    "A spec has no way to say a part of a page's table: a row without a code or with too many cells, or a header.",
};
