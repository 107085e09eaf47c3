import { mostOfFile, mostText } from "../markdown/textBudget.js";
import type { Path } from "../spec/yamlSource.js";
import type { Finding, SchemaRule } from "./rule.js";

export const longText: SchemaRule = {
  id: "long-text",
  stage: "schema",
  severity: "error",
  summary: `A text has over ${count(mostText.characters)} characters or ${mostText.marks} line ends and Markdown marks, or a spec has over ${count(mostOfFile.characters)} or ${count(mostOfFile.marks)}.`,
  explain: ({ code, path, value }) =>
    code !== "custom" || typeof value !== "string"
      ? []
      : [
          {
            path,
            message: `This text is too long for a table's cell: ${lengthOf(value)}.`,
            help: `Write at most ${count(mostText.characters)} characters, of which ${mostText.marks} are line ends or marks.`,
          },
        ],
};

/** The finding about the text with which the texts of a spec become too much. */
export function tooMuchText(path: Path): Finding {
  return {
    path,
    message: `Up to here, the texts of this spec have over ${count(mostOfFile.characters)} characters, or ${count(mostOfFile.marks)} line ends and Markdown marks.`,
    help: "Divide the spec into several.",
  };
}

function lengthOf(text: string): string {
  return text.length > mostText.characters
    ? `${count(text.length)} characters`
    : `over ${mostText.marks} line ends and marks, such as *, [ and backticks`;
}

/** @example count(100000) // "100,000" */
function count(number: number): string {
  return number.toLocaleString("en");
}
