import { columnWidth } from "./columnWidth.js";

/** A text in which each UTF-16 unit takes one column, and the way back. */
export interface ColumnText {
  readonly narrow: string;
  readonly restore: (text: string) => string;
}

const filler = "\uf8ff";

/**
 * The parser of pages finds a table's columns by counting UTF-16 units, docutils by counting columns.
 * So each character that is not one unit of one column stands for the time of parsing as one or two
 * private characters that are.
 */
export function inColumns(text: string): ColumnText {
  if (/^[\u0000-\u00ff]*$/.test(text)) return { narrow: text, restore: (same) => same };
  const units = new Map<string, string>();
  const narrow = text.replaceAll(/[^\u0000-\u00ff]/gu, (character) => {
    const width = columnWidth(character);
    const isPrivate = /[\ue000-\uf8ff]/.test(character);
    if (width === 1 && character.length === 1 && !isPrivate) return character;
    const unit = units.get(character) ?? String.fromCharCode(0xe000 + units.size);
    units.set(character, unit);
    return unit + (width === 2 ? filler : "");
  });
  const characters = new Map([...units].map(([character, unit]) => [unit, character]));
  return {
    narrow,
    restore: (parsed) =>
      parsed.replaceAll(filler, "").replaceAll(/[\ue000-\uf8fe]/g, (unit) => characters.get(unit) ?? unit),
  };
}
