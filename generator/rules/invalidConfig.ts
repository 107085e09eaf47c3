import type { InputRule } from "./rule.js";

export const invalidConfig: InputRule = {
  id: "invalid-config",
  stage: "input",
  severity: "error",
  summary: "The config file cannot be loaded, or has a key or value that does not exist.",
};
