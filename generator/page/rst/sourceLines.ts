/** A line of a page, as docutils prepares it: tabs expanded, no white space at its end. */
export interface SourceLine {
  readonly text: string;
  /** The line of the page that it is, counted from 1. */
  readonly line: number;
}

/** Lines that docutils ends where other programs do not: form feeds become blanks, these end a line. */
const lineEnds = /\r|[\u001c-\u001e\u0085\u2028\u2029]/;

/**
 * A page's lines.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#whitespace
 */
export function sourceLinesOf(page: string): SourceLine[] {
  return page.split("\n").flatMap((line, index) =>
    line
      .replace(/\r$/, "")
      .split(lineEnds)
      .map((text) => ({
        text: withoutTabs(text.replaceAll(/[\v\f]/g, " ")).trimEnd(),
        line: index + 1,
      })),
  );
}

const tabWidth = 8;

function withoutTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let width = 0;
  return text
    .split("\t")
    .map((part, index, parts) => {
      const length = Array.from(part).length;
      width += length;
      if (index === parts.length - 1) return part;
      const blanks = tabWidth - (width % tabWidth);
      width += blanks;
      return part + " ".repeat(blanks);
    })
    .join("");
}

export function isBlank(line: SourceLine | undefined): boolean {
  return line === undefined || line.text === "";
}

function indentOf({ text }: SourceLine): number {
  return text.length - text.trimStart().length;
}

/** An indented block, without its indentation. */
export interface IndentedBlock {
  readonly lines: readonly SourceLine[];
  /** The index of the line after the block. */
  readonly next: number;
  /** Whether a blank line or the end of the text follows, as it should. */
  readonly endsWell: boolean;
}

interface IndentedBlockOptions {
  /** How far all lines but the first are indented, where it is known. */
  readonly indent?: number;
  /** How much of the first line is markup; without it, the first line is indented like the others. */
  readonly first?: number;
  readonly untilBlank?: boolean;
  /** Whether the lines after the first keep their indentation. */
  readonly keepIndent?: boolean;
}

/** The indented block that begins at a line, as docutils' `get_indented` finds it. */
export function indentedBlock(
  lines: readonly SourceLine[],
  start: number,
  { indent, first = indent, untilBlank = false, keepIndent = false }: IndentedBlockOptions = {},
): IndentedBlock {
  let next = first === undefined ? start : start + 1;
  let least = Infinity;
  let endsWell = true;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line || (untilBlank && line.text === "")) break;
    if (line.text === "") continue;
    const depth = indentOf(line);
    if (depth === 0 || (indent !== undefined && depth < indent)) {
      endsWell = next > start && isBlank(lines[next - 1]);
      break;
    }
    least = Math.min(least, depth);
  }
  const cut = keepIndent ? 0 : (indent ?? (least === Infinity ? 0 : least));
  const block = lines
    .slice(start, next)
    .map(({ text, line }, index) => ({ text: text.slice(index === 0 ? (first ?? cut) : cut), line }));
  return { lines: block, next, endsWell };
}

/** Lines without the blank ones at either end. */
export function trimBlank(lines: readonly SourceLine[]): readonly SourceLine[] {
  const begin = lines.findIndex((line) => !isBlank(line));
  const end = lines.findLastIndex((line) => !isBlank(line));
  return begin === -1 ? [] : lines.slice(begin, end + 1);
}

export function textOfLines(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join("\n");
}
