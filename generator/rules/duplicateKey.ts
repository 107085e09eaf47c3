import type { InputRule } from "./rule.js";

export const duplicateKey: InputRule = {
  id: "duplicate-key",
  stage: "input",
  severity: "error",
  summary: "A key stands twice in the same mapping.",
};
