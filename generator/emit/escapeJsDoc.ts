import { showHidden } from "../diagnostics/hiddenCharacters.js";

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
