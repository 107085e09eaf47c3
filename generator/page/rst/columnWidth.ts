import { eastAsianWidth } from "get-east-asian-width";

/**
 * The columns that a text takes in docutils' tables: one for each code point, two for a wide one.
 * Combined characters count one by one there, unlike in a terminal.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#grid-tables
 */
export function columnWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return Array.from(text).reduce((width, character) => width + widthOf(character), 0);
}

function widthOf(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}
