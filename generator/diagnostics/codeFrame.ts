import stringWidth from "string-width";
import type { SourceRange } from "./diagnostic.js";
import { replaceHidden } from "./hiddenCharacters.js";
import { paintSource } from "./paintSource.js";
import type { Colors } from "./terminalText.js";

/** The most that is shown of a line, in columns: a file without line breaks must not fill a wide terminal. */
const widest = 160;

/** What of a long line is shown before the range, in parts of the whole. */
const shareBefore = 0.4;

/** Where a frame is shown. */
export interface FrameContext {
  /** The file's name, which tells the language of its lines. */
  readonly file: string;
  readonly colors: Colors;
  /** The width of the terminal. Default: wide enough. */
  readonly columns?: number | undefined;
}

/**
 * The source line that a range begins on, the range underlined as far as that line goes:
 *
 * ```text
 * > 12 |       - code: 404
 *      |               ^^^
 * ```
 */
export function codeFrame(
  lines: readonly string[],
  { start, end }: SourceRange,
  { file, colors, columns = Infinity }: FrameContext,
): string {
  const whole = visible(lines[start.line - 1] ?? "");
  const number = String(start.line);
  const gutter = `> ${number} | `.length;
  const room = Math.max(Math.min(widest, columns - gutter), 1);
  const from = Math.min(start.column - 1, whole.length);
  const to = end.line === start.line ? Math.min(end.column - 1, whole.length) : whole.length;
  const { line, begin, width } = cut(whole, from, Math.max(to, from + 1), room);
  const marks = `${" ".repeat(begin)}${colors.red("^".repeat(width))}`;
  return [
    `${colors.red(">")} ${colors.dim(`${number} |`)} ${paintSource(line, file, colors)}`.trimEnd(),
    `${" ".repeat(number.length + 2)} ${colors.dim("|")} ${marks}`,
  ].join("\n");
}

/** A line as it is shown, and the columns of it that are underlined. */
interface Underlined {
  readonly line: string;
  readonly begin: number;
  readonly width: number;
}

/** The part of a line around a range that fits a number of columns; an ellipsis stands for what is left out. */
function cut(line: string, from: number, to: number, room: number): Underlined {
  const spaced = (text: string) => text.replaceAll("\t", "    ");
  const isWhole = stringWidth(spaced(line)) <= room;
  const first = isWhole ? 0 : Math.max(0, from - Math.floor(room * shareBefore));
  const before = first > 0 ? "…" : "";
  let last = isWhole ? line.length : Math.min(line.length, first + room);
  const shown = () => spaced(before + line.slice(first, last) + (last < line.length ? "…" : ""));
  while (stringWidth(shown()) > room && last > from + 1) last--;
  const begin = stringWidth(spaced(before + line.slice(first, from)));
  const width = stringWidth(spaced(line.slice(from, Math.min(to, last))));
  return { line: shown(), begin, width: Math.max(width, 1) };
}

/** What is invisible would move the underline, or command the terminal; joined emoji stay joined. */
function visible(text: string): string {
  return replaceHidden(text, (character) =>
    character === "\u200d" ? character : "\u00b7".repeat(character.length),
  );
}
