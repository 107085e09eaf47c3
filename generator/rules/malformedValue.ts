import type { SchemaRule } from "./rule.js";
import { shownValue } from "./shownValue.js";

export const malformedValue: SchemaRule = {
  id: "malformed-value",
  stage: "schema",
  severity: "error",
  summary: "A value is not of the form that its field has, such as a digest that is not a SHA-256.",
  explain: ({ path, value }) => {
    const field = String(path.findLast((step) => typeof step === "string"));
    return [
      {
        path,
        message: `${shownValue(value)} is not a valid ${wording[field] ?? field}.`,
        help: forms[field] ?? "See the spec language in the README.",
      },
    ];
  },
};

/** A list's name is not the name of its items. */
const wording: Readonly<Record<string, string>> = { columns: "column" };

const forms: Readonly<Record<string, string>> = {
  digest:
    "Write sha256: and the 64 hexadecimal digits that `sha256sum` prints for the page, or leave it out.",
  id: "Use letters, digits, dots, hyphens and underscores, beginning with a letter or a digit.",
  columns: "Give each column as its header, or as one role with its header.",
};
