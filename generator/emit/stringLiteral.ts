import { replaceHidden } from "../diagnostics/hiddenCharacters.js";

/**
 * A text as a string literal of TypeScript and of JSON. This is the one place where text is escaped
 * for both: beside what JSON escapes, every character that could not be seen in the source.
 *
 * @example stringLiteral('a "b"') // '"a \\"b\\""'
 */
export function stringLiteral(text: string): string {
  return jsonText(text);
}

/** A value as JSON; hidden characters can only stand in its strings, where they become escapes. */
export function jsonText(value: unknown): string {
  return replaceHidden(JSON.stringify(value), (character) =>
    Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join(""),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
