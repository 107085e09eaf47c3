import type { InputRule } from "./rule.js";

export const noPageFound: InputRule = {
  id: "no-page-found",
  stage: "input",
  severity: "error",
  summary: "A folder that should hold the vendor's pages has no `.rst` file.",
};
