import type { SchemaRule } from "../rule.js";

export const missingField: SchemaRule = {
  id: "missing-field",
  stage: "schema",
  severity: "error",
  summary: "A required field is missing.",
  explain: ({ code, path, value }) => {
    const field = path.at(-1);
    if (value !== undefined || field === undefined || !["invalid_type", "invalid_union"].includes(code))
      return [];
    return [
      {
        path,
        message: `The field "${String(field)}" is missing.`,
        help: `Add \`${String(field)}:\` here.`,
      },
    ];
  },
};
