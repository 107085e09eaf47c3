import { rulesWithoutCode } from "./rule.js";

/** About generated files that are not up to date. In the order of the documentation. */
export const outputRules = rulesWithoutCode("output", {
  "output-missing": { severity: "error", summary: "A generated file is missing." },
  "output-stale": { severity: "error", summary: "A generated file is out of date." },
  "output-edited": { severity: "error", summary: "A generated file was edited by hand." },
  "output-orphaned": {
    severity: "error",
    summary: "A file in the output folder is not produced by any spec.",
  },
  "output-not-owned": {
    severity: "error",
    summary:
      "A file that statusgen did not write is in the place of a generated file; it is not overwritten.",
  },
});
