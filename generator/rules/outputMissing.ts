import type { OutputRule } from "./rule.js";

export const outputMissing: OutputRule = {
  id: "output-missing",
  stage: "output",
  severity: "error",
  summary: "A file that the specs give is not there.",
};
