import type { OutputRule } from "./rule.js";

export const outputEdited: OutputRule = {
  id: "output-edited",
  stage: "output",
  severity: "error",
  summary: "A generated file was edited by hand.",
};
