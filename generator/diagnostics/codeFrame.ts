import { codeFrameColumns } from "@babel/code-frame";
import stringWidth from "string-width";
import type { Position, SourceRange } from "./diagnostic.js";
import { replaceHidden } from "./hiddenCharacters.js";
import { asOwnColors } from "./terminalText.js";

/** What is shown of a line: a file without line breaks must not fill the terminal. */
const widest = 160;
const widestBefore = 60;

/** The source line that a range begins on, the range underlined as far as that line goes. */
export function codeFrame(lines: readonly string[], { start, end }: SourceRange, color: boolean): string {
  const whole = lines[start.line - 1] ?? "";
  const last = end.line === start.line ? end.column : whole.length + 1;
  const shown = aligned(window(visible(whole), Math.min(start.column, whole.length + 1), last));
  const frame = codeFrameColumns(
    shown.line,
    {
      start: { line: start.line, column: shown.start },
      ...(shown.end > shown.start && { end: { line: start.line, column: shown.end } }),
    },
    frameOptions(start.line, color),
  );
  return asOwnColors(frame.replaceAll(/ +$/gm, ""));
}

/** `startLine` is an option that the library's types do not know yet. */
function frameOptions(startLine: Position["line"], color: boolean) {
  return { linesAbove: 0, linesBelow: 0, forceColor: color, startLine };
}

/** A line of text, and the columns, from 1, between which it is underlined. */
interface Underlined {
  readonly line: string;
  readonly start: number;
  readonly end: number;
}

/** The part of a long line that has the range's beginning. */
function window(line: string, start: number, end: number): Underlined {
  if (line.length <= widest) return { line, start, end: Math.min(end, line.length + 1) };
  const from = Math.max(0, start - 1 - widestBefore);
  const to = from + widest;
  const before = from > 0 ? "…" : "";
  const shift = before.length - from;
  return {
    line: before + line.slice(from, to) + (to < line.length ? "…" : ""),
    start: start + shift,
    end: Math.min(end, to + 1) + shift,
  };
}

/** The columns as a terminal shows them, where some characters are two wide and some have no width. */
function aligned({ line, start, end }: Underlined): Underlined {
  if (/^[\t\x20-\x7e…·]*$/.test(line)) return { line, start, end };
  const spaced = (text: string) => text.replaceAll("\t", "    ");
  const column = (index: number) => stringWidth(spaced(line.slice(0, index - 1))) + 1;
  // The library makes the space before the underline out of the line, which may be too short for it.
  const missing = " ".repeat(Math.max(0, stringWidth(line) - line.length));
  return { line: spaced(line) + missing, start: column(start), end: column(end) };
}

/** What is invisible would move the underline, or command the terminal; joined emoji stay joined. */
function visible(text: string): string {
  return replaceHidden(text, (character) =>
    character === "\u200d" ? character : "\u00b7".repeat(character.length),
  );
}
