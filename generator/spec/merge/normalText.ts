import { normalMarkdown } from "../../markdown/normalMarkdown.js";
import { builtInFields } from "../fields.js";

/** The fields whose texts are Markdown; `other` stands for each of its cells. */
const markdownFields: ReadonlySet<string> = new Set([
  ...builtInFields.flatMap(({ name, type }) => (type === "phrase" || type === "markdown" ? [name] : [])),
  "other",
  "title",
  "section",
  "item",
  "lead",
]);

/** A field's text in the one form that all spellings of it share. */
export function normalText(field: string, text: string): string {
  return markdownFields.has(field) ? normalMarkdown(text) : text.trimEnd();
}
