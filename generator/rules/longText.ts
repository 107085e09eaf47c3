import type { SchemaRule } from "./rule.js";

export const longText: SchemaRule = {
  id: "long-text",
  stage: "schema",
  severity: "error",
  summary: "A text has over 100,000 characters, or over 1,000 of the Markdown marks `[`, `*` and `_`.",
  explain: ({ code, path, value }) =>
    code !== "custom" || typeof value !== "string"
      ? []
      : [
          {
            path,
            message: `This text is too long for a table's cell: ${lengthOf(value)}.`,
            help: "Write at most 100,000 characters, of which 1,000 are marks; put what is no markup in a block of code.",
          },
        ],
};

function lengthOf(text: string): string {
  return text.length > 100_000 ? `${text.length} characters` : "over 1,000 of the marks [, * and _";
}
