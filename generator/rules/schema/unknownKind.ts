import type { SchemaRule } from "../rule.js";
import { shownValue } from "../shownValue.js";
import { suggestion } from "../suggestion.js";

const kinds = ["status-codes", "error-codes"];

export const unknownKind: SchemaRule = {
  id: "unknown-kind",
  stage: "schema",
  severity: "error",
  summary: "A table's kind is neither `status-codes` nor `error-codes`.",
  explain: ({ code, path, value }) =>
    code !== "invalid_union" || path.at(-1) !== "kind"
      ? []
      : [
          {
            path,
            message:
              value === null
                ? "The kind of the table is empty."
                : `${shownValue(value)} is not a kind of table.${typeof value === "string" ? suggestion(value, kinds) : ""}`,
            help: `Use one of: ${kinds.join(", ")}.`,
          },
        ],
};
