import { showHidden } from "../../diagnostics/hiddenCharacters.js";

/**
 * A Markdown text as it can be in a JSDoc comment. This is the one place where text is escaped
 * for JSDoc: nothing in it ends the comment, begins a tag or an inline tag, or hides what it says.
 */
export function escapeJsDoc(markdown: string): string {
  return showHidden(
    markdown
      .replaceAll("*/", String.raw`*\/`)
      .replaceAll(/(^|\n)([ \t]*)\/$/g, String.raw`$1$2\/`)
      .replaceAll(/(?<=^|\s|\{)@/g, "&#64;"),
  );
}

/** A JSDoc text for ts-morph, which puts one of several lines on lines of its own. */
export function jsDoc(text: string): string {
  return text.includes("\n") ? `\n${text}` : text;
}

/** A whole comment around a JSDoc text, for places that take text only. */
export function docComment(text: string): string {
  if (!text.includes("\n")) return `/** ${text} */`;
  return `/**\n${text
    .split("\n")
    .map((line) => ` * ${line}`.trimEnd())
    .join("\n")}\n */`;
}
