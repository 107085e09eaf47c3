import type { PageRule } from "./rule.js";

export const noCodeTable: PageRule = {
  id: "no-code-table",
  stage: "page",
  severity: "error",
  summary:
    "A page has no table of status or error codes, such as one of parameters or of a process's exit codes.",
};
