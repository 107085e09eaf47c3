/**
 * A Markdown text as it can stand in a JSDoc comment. This is the one place where text is escaped
 * for JSDoc: nothing in it ends the comment, begins a tag or an inline tag, or hides what it says.
 */
export function escapeJsDoc(markdown: string): string {
  return markdown
    .replaceAll("*/", String.raw`*\/`)
    .replaceAll(/(^|\n)([ \t]*)\/$/g, String.raw`$1$2\/`)
    .replaceAll(/(?<=^|\s|\{)@/g, "&#64;")
    .replaceAll(/[\u2028\u2029\p{Bidi_Control}]|(?!\n|\t)\p{Cc}/gu, (character) => {
      const number = character.codePointAt(0) ?? 0;
      return `U+${number.toString(16).toUpperCase().padStart(4, "0")}`;
    });
}
