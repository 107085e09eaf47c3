import type { SchemaRule } from "./rule.js";
import { shownValue } from "./shownValue.js";

export const unsafeServiceId: SchemaRule = {
  id: "unsafe-service-id",
  stage: "schema",
  severity: "error",
  summary: "A service id that would not be the same folder and import path on every machine.",
  explain: ({ code, path, value }) =>
    code !== "invalid_format" || path.join(".") !== "service.id"
      ? []
      : [
          {
            path,
            message: `${shownValue(value)} cannot be a folder and an import path.`,
            help: "Use lower case letters, digits and single hyphens, beginning with a letter, and no name that the output or Windows keeps for itself.",
          },
        ],
};
