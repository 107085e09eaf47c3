import type { OutputRule } from "./rule.js";

export const outputNotOwned: OutputRule = {
  id: "output-not-owned",
  stage: "output",
  severity: "error",
  summary:
    "A file stands where a generated one belongs, and was not written by statusgen: it is not overwritten.",
};
