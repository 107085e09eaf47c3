import { columnWidth } from "../../generator/page/rst/columnWidth.js";

/** A text in which each UTF-16 unit takes one column, and the way back. */
export interface ColumnText {
  readonly narrow: string;
  /** A parsed text as it is on the page. */
  readonly restore: (text: string) => string;
  /** The same for text in which a backslash escapes nothing. */
  readonly restoreLiteral: (text: string) => string;
}

const filler = "\uf8ff";
const backslash = `\uf8fe${filler}`;

/**
 * The beginning of what the parser would try as the name of a role, in each of two ways a letter: of
 * forty letters it never comes to an end. No role has so long a name.
 */
const longRole = /(?<=:)[A-Za-z0-9](?=(?:[-_+:.]?[A-Za-z0-9]){15})/;
const hidden = new RegExp(`[^\\u0000-\\u00ff]|${longRole.source}`, "gu");

/**
 * The parser of pages finds a table's columns by counting UTF-16 units, docutils by counting columns.
 * So each character that is not one unit of one column stands for the time of parsing as one or two
 * private characters that are. An escaped backslash is hidden from it as well: it resolves some
 * escapes twice.
 */
export function inColumns(text: string): ColumnText {
  const same = (parsed: string) => parsed;
  if (/^[\u0000-[\]-\u00ff]*$/.test(text) && text.search(longRole) === -1)
    return { narrow: text, restore: same, restoreLiteral: same };
  const units = new Map<string, string>();
  const unitOf = (character: string) => {
    const unit = units.get(character) ?? String.fromCharCode(0xe000 + units.size);
    units.set(character, unit);
    return unit;
  };
  const narrow = hideBackslashes(
    text.replaceAll(hidden, (character) => {
      const width = columnWidth(character);
      if (character < "\u0100") return unitOf(character);
      const isPrivate = /[\ue000-\uf8ff]/.test(character);
      if (width === 1 && character.length === 1 && !isPrivate) return character;
      return unitOf(character) + (width === 2 ? filler : "");
    }),
  );
  const characters = new Map([...units].map(([character, unit]) => [unit, character]));
  const restored = (parsed: string, shown: string) =>
    parsed
      .replaceAll(backslash, shown)
      .replaceAll(filler, "")
      .replaceAll(/[\ue000-\uf8fd]/g, (unit) => characters.get(unit) ?? unit);
  return {
    narrow,
    restore: (parsed) => restored(parsed, "\\"),
    restoreLiteral: (parsed) => restored(parsed, "\\\\"),
  };
}

/** Right after markup, a backslash stays: it is what ends the markup. */
function hideBackslashes(text: string): string {
  return text.replaceAll(/[`*_|]?\\(?:\\|[^])/g, (escaped) => (escaped === "\\\\" ? backslash : escaped));
}
