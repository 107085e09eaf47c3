import { isNestedDeeply } from "../../spec/textSchemas.js";
import type { SchemaRule } from "../rule.js";

export const nestedText: SchemaRule = {
  id: "nested-text",
  stage: "schema",
  severity: "error",
  summary: "A text nests lists or quotes dozens of levels deep.",
  explain: ({ code, path, value }) =>
    code !== "custom" || typeof value !== "string" || !isNestedDeeply(value)
      ? []
      : [
          {
            path,
            message: "The lists or quotes of this text are nested too deeply.",
            help: "Use fewer levels; put a marker that does not start a list between backticks.",
          },
        ],
};
