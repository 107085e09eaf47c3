import type { SchemaRule } from "./rule.js";
import { shownValue } from "./shownValue.js";

export const malformedCode: SchemaRule = {
  id: "malformed-code",
  stage: "schema",
  severity: "error",
  summary:
    "The code of a status-code table is not three digits from 100 to 599, nor a list, class or word such as `400/404`, `4xx`, `default`.",
  explain: ({ code, path, value }) =>
    code !== "invalid_format" || path.at(-1) !== "code"
      ? []
      : [
          {
            path,
            message: `${shownValue(value)} is not an HTTP status code.`,
            help: "Write three digits, 100 to 599; a table of other codes is of kind error-codes.",
          },
        ],
};
