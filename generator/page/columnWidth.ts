import stringWidth from "string-width";

/**
 * The columns that a text takes in docutils' tables: one for each code point, two for a wide one.
 * Combined characters count one by one there, unlike in a terminal.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 */
export function columnWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return Array.from(text).reduce((width, character) => width + (stringWidth(character) === 2 ? 2 : 1), 0);
}
