import type { SchemaRule } from "../rule.js";
import { shownValue } from "../shownValue.js";

export const invalidIdentifier: SchemaRule = {
  id: "invalid-identifier",
  stage: "schema",
  severity: "error",
  summary: "A `name` or `prefix` cannot be used as a TypeScript identifier.",
  explain: ({ code, path, value, form }) => {
    const field = path.at(-1);
    if (code !== "invalid_format" || (field !== "name" && field !== "prefix")) return [];
    return [{ path, message: `${shownValue(value)} cannot be part of a TypeScript name.`, help: form ?? "" }];
  },
};
