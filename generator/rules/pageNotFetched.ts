import type { InputRule } from "./rule.js";

export const pageNotFetched: InputRule = {
  id: "page-not-fetched",
  stage: "input",
  severity: "error",
  summary:
    "A page's URL cannot be fetched: no answer, another one than the page, a redirect to another server, or no https URL.",
};
