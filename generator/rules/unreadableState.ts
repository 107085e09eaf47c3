import type { InputRule } from "./rule.js";

export const unreadableState: InputRule = {
  id: "unreadable-state",
  stage: "input",
  severity: "error",
  summary: "What `diff` is to compare is no spec, page, folder of either, or git revision with a path.",
};
