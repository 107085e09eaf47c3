import type { PageRule } from "./rule.js";

export const invalidCall: PageRule = {
  id: "invalid-call",
  stage: "page",
  severity: "error",
  summary: "An option of `import` for a single page is given with several, or `--into` with `--new`.",
};
