import type { SchemaRule } from "./rule.js";

export const malformedValue: SchemaRule = {
  id: "malformed-value",
  stage: "schema",
  severity: "error",
  summary: "A value is not of the form that its field has, such as a digest that is not a SHA-256.",
  explain: ({ path, value }) => {
    const field = String(path.at(-1));
    return [
      {
        path,
        message: `${JSON.stringify(value)} is not a valid ${field}.`,
        help: forms[field] ?? "See the spec language in the README.",
      },
    ];
  },
};

const forms: Readonly<Record<string, string>> = {
  digest:
    "Write sha256: and the 64 hexadecimal digits that `sha256sum` prints for the page, or leave it out.",
  id: "Use letters, digits, dots, hyphens and underscores, beginning with a letter or a digit.",
  columns: "Give each column as its header, or as one role with its header.",
};
