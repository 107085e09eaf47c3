import { showHidden } from "./hiddenCharacters.js";

/** Stands for the escape of our own colours until a text is printed; each run has another, which no text can know. */
const ownEscape = `<escape:${Math.random()}>`;

export interface Colors {
  /** Whether they are shown; if not, each gives its text as it is. */
  readonly areShown: boolean;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly bold: Paint;
  readonly dim: Paint;
}

type Paint = (text: string) => string;

/** Colours that `terminalText` lets through, other than those that a text brings along. */
export function createColors(areShown: boolean): Colors {
  const paint = (start: number, end: number): Paint =>
    areShown ? (text) => `${ownEscape}[${start}m${text}${ownEscape}[${end}m` : (text) => text;
  return {
    areShown,
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
    bold: paint(1, 22),
    dim: paint(2, 22),
  };
}

/** A text without our own colours. */
export function withoutColors(text: string): string {
  return text
    .split(ownEscape)
    .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/, "")))
    .join("");
}

/**
 * A text as it is printed: of all that a terminal obeys or does not show, only line feeds and our own
 * colours are left. Tabs, which move the cursor, become spaces; all else is named, as in `U+001B[2J`.
 */
export function terminalText(text: string): string {
  return text
    .split(ownEscape)
    .map((part) => showHidden(part.replaceAll("\t", "    ")))
    .join("\u001b");
}
