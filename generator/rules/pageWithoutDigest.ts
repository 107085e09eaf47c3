import type { PageRule } from "./rule.js";

export const pageWithoutDigest: PageRule = {
  id: "page-without-digest",
  stage: "page",
  severity: "warning",
  summary: "A spec records no `digest`, so without its page nothing proves it.",
};
