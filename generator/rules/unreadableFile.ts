import type { InputRule } from "./rule.js";

export const unreadableFile: InputRule = {
  id: "unreadable-file",
  stage: "input",
  severity: "error",
  summary: "A spec or a page is no file, is not there, or is larger than 5 MB.",
};
