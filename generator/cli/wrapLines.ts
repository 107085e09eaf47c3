import stringWidth from "string-width";
import { showHidden } from "../diagnostics/hiddenCharacters.js";
import { withoutColors } from "../diagnostics/terminalText.js";

/** No terminal is used that narrow; narrower, words would be all alone. */
const narrowest = 20;

/**
 * Lines that fit a number of columns. They are broken at spaces, and go on below what they say: after the
 * mark of an item, and indented if they began at the left. A word that is wider stays whole.
 */
export function wrapLines(text: string, columns: number): string {
  const room = Math.max(columns, narrowest);
  return text
    .split("\n")
    .map((line) => (widthOf(line) <= room ? line : wrapped(line, room)))
    .join("\n");
}

function wrapped(line: string, room: number): string {
  const [, indent = "", rest = ""] = /^( *)(.*)$/.exec(line) ?? [];
  const isItem = /^(?:[-+~!?*•]|\d+[.)]|help:) /.test(withoutColors(rest));
  const below = indent === "" || isItem ? `${indent}  ` : indent;
  const lines: string[] = [];
  let current = indent;
  let width = indent.length;
  let isEmpty = true;
  for (const word of rest.split(" ")) {
    const wide = widthOf(word);
    if (!isEmpty && width + 1 + wide > room) {
      lines.push(current);
      current = below + word;
      width = below.length + wide;
    } else {
      current += isEmpty ? word : ` ${word}`;
      width += (isEmpty ? 0 : 1) + wide;
      isEmpty = false;
    }
  }
  return [...lines, current].map((each) => each.trimEnd()).join("\n");
}

/** A line that fits a number of columns; an ellipsis stands for what is left out. */
export function shortenedLine(line: string, columns: number): string {
  if (line.length <= columns / 2 || widthOf(line) <= columns) return line;
  let end = Math.min(line.length, columns);
  while (end > 0 && widthOf(line.slice(0, end)) > columns - 1) end--;
  return `${line.slice(0, end)}…`;
}

/** The columns that a text takes on a terminal, where hidden characters are named. */
function widthOf(text: string): number {
  return stringWidth(showHidden(withoutColors(text)));
}
