import type { OutputRule } from "./rule.js";

export const outputOrphaned: OutputRule = {
  id: "output-orphaned",
  stage: "output",
  severity: "error",
  summary: "A file stands in the output folder that no spec gives.",
};
