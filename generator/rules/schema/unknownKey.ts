import type { SchemaRule } from "../rule.js";
import { shortened } from "../shownValue.js";
import { suggestion } from "../suggestion.js";

export const unknownKey: SchemaRule = {
  id: "unknown-key",
  stage: "schema",
  severity: "error",
  summary: "A key is not part of the spec language.",
  explain: ({ code, keys = [], path, knownKeys }) =>
    code !== "unrecognized_keys"
      ? []
      : keys.map((key) => ({
          path: [...path, key],
          target: "key",
          message: `The key "${shortened(key)}" is not known here.${suggestion(key, knownKeys)}`,
          help: `Use one of: ${knownKeys.join(", ")}.`,
        })),
};
