import type { InputRule } from "./rule.js";

export const unreadableFile: InputRule = {
  id: "unreadable-file",
  stage: "input",
  severity: "error",
  summary: "A file cannot be read: no permission, or not a file.",
};
