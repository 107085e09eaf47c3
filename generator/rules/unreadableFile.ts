import type { InputRule } from "./rule.js";

export const unreadableFile: InputRule = {
  id: "unreadable-file",
  stage: "input",
  severity: "error",
  summary:
    "A spec or a page is not a file, is not there, is larger than 5 MB, or is a link that import would write to.",
};
