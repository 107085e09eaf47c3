import type { InputRule } from "./rule.js";

export const notUtf8: InputRule = {
  id: "not-utf8",
  stage: "input",
  severity: "error",
  summary: "A file is not UTF-8 text.",
};
