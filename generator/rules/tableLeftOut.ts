import type { PageRule } from "./rule.js";

export const tableLeftOut: PageRule = {
  id: "table-left-out",
  stage: "page",
  severity: "warning",
  summary: "A page has a table beside those of codes that looks like one of codes and is not read as one.",
};
