import type { PageRule } from "./rule.js";

export const pageBytes: PageRule = {
  id: "page-bytes",
  stage: "page",
  severity: "warning",
  summary:
    "The page says what the spec says, but its SHA-256 is not the spec's `digest`: layout or white space changed.",
};
