import type { SchemaRule } from "../rule.js";
import { shownValue } from "../shownValue.js";

export const malformedCode: SchemaRule = {
  id: "malformed-code",
  stage: "schema",
  severity: "error",
  summary:
    "A status code, or the HTTP status of an error code, is neither three digits from 100 to 599 nor a list, class or word such as `400/404`, `4xx`, `default`.",
  explain: ({ code, path, value, form }) => {
    const field = path.at(-1);
    if (code !== "invalid_format" || (field !== "code" && field !== "status")) return [];
    return [{ path, message: `${shownValue(value)} is not an HTTP status code.`, help: form ?? "" }];
  },
};
