import { isNestedDeeply } from "../spec/definition.js";
import type { SchemaRule } from "./rule.js";

export const nestedText: SchemaRule = {
  id: "nested-text",
  stage: "schema",
  severity: "error",
  summary: "A text has lists or quotes inside each other, dozens of levels deep.",
  explain: ({ code, path, value }) =>
    code !== "custom" || typeof value !== "string" || !isNestedDeeply(value)
      ? []
      : [
          {
            path,
            message: "The lists or quotes of this text are nested too deeply.",
            help: "Write it with fewer levels; put a marker that is no list between backticks.",
          },
        ],
};
