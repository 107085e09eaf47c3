import type { PageRule } from "./rule.js";

export const textLost: PageRule = {
  id: "text-lost",
  stage: "page",
  severity: "error",
  summary: "A table of a page says something that the spec made of it would not say.",
};
