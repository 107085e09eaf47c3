/**
 * A TypeScript string literal of a text. This is the one place where text is escaped for string
 * literals: beside what JSON escapes, every character that could not be seen in the source.
 *
 * @example stringLiteral('a "b"') // '"a \\"b\\""'
 */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Cn}\p{Co}\ufeff]/gu,
    (character) =>
      Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join(
        "",
      ),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
