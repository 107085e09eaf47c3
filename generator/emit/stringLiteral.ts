import { replaceHidden } from "../diagnostics/hiddenCharacters.js";
import { getPreferredQuote, makeString } from "./prettierUtil.js";

/**
 * A text as a string literal of TypeScript, in the quotes that Prettier prefers.
 *
 * @example stringLiteral('a "b"') // `'a "b"'`
 */
export function stringLiteral(text: string): string {
  const content = jsonText(text).slice(1, -1);
  return makeString(content, getPreferredQuote(content, '"'));
}

/**
 * A value as JSON; hidden characters can only stand in its strings, where they become escapes. This is
 * the one place where text is escaped for JSON and TypeScript: beside what JSON escapes, every
 * character that could not be seen in the source.
 */
export function jsonText(value: unknown): string {
  return replaceHidden(JSON.stringify(value), (character) =>
    Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join(""),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
