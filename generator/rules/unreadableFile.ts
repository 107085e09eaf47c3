import type { InputRule } from "./rule.js";

export const unreadableFile: InputRule = {
  id: "unreadable-file",
  stage: "input",
  severity: "error",
  summary:
    "A spec or a page is not a file, is not there, is larger than 5 MB, has a name that is not UTF-8, or is a spec that a link leads out of the project.",
};
