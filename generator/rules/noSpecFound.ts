import type { InputRule } from "./rule.js";

export const noSpecFound: InputRule = {
  id: "no-spec-found",
  stage: "input",
  severity: "error",
  summary: "The spec folder does not exist, or no `.yaml` or `.yml` file is in it.",
};
