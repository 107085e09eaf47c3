import { fileLimit, textLimit } from "../../markdown/textBudget.js";
import type { Path } from "../../spec/yamlSource.js";
import type { Finding, SchemaRule } from "../rule.js";

export const longText: SchemaRule = {
  id: "long-text",
  stage: "schema",
  severity: "error",
  summary: `A text has over ${textLimit}, or all texts of a spec together have over ${fileLimit}.`,
  explain: ({ code, path, value }) =>
    code !== "custom" || typeof value !== "string"
      ? []
      : [
          {
            path,
            message: `This text is too long for a table's cell: it has over ${textLimit}, such as * and backticks.`,
            help: "Shorten the text.",
          },
        ],
};

/** The finding about the text with which the texts of a spec become too much. */
export function tooMuchText(path: Path): Finding {
  return {
    path,
    message: `Up to here, the texts of this spec have over ${fileLimit}.`,
    help: "Split the spec into several.",
  };
}
