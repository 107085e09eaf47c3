import type { InputRule } from "./rule.js";

export const invalidConfig: InputRule = {
  id: "invalid-config",
  stage: "input",
  severity: "error",
  summary:
    "The config file is not read for its ending, is no file, cannot be loaded, has a key or value that is not allowed, or gives folders that a link puts into one another.",
};
