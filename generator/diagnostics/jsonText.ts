import { replaceHidden } from "./hiddenCharacters.js";

/**
 * A value as JSON; hidden characters can only be in its strings, where they become escapes. This is
 * the one place where text is escaped for JSON and TypeScript: beside what JSON escapes, every
 * character that could not be seen in the source or on a terminal.
 *
 * @param indentation - how many spaces each level is indented by; without it, all is on one line
 */
export function jsonText(value: unknown, indentation?: number): string {
  return replaceHidden(JSON.stringify(value, null, indentation), (character) =>
    Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join(""),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}
