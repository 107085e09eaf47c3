import type { OutputRule } from "./rule.js";

export const outputStale: OutputRule = {
  id: "output-stale",
  stage: "output",
  severity: "error",
  summary: "A generated file is older than what the specs say now.",
};
