import { mostCells, type Problem, tooManyCells } from "./rawTable.js";
import type { SourceLine } from "./sourceLines.js";

export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
  /** Makes the next character an ordinary one; without it, a quote in a quoted field is doubled. */
  readonly escape?: string;
  readonly keepsBlanks: boolean;
}

/** The lines of each field. */
export type CsvRow = readonly (readonly SourceLine[])[];

/**
 * Reads lines of comma-separated values as Python's `csv` does when it is strict, since docutils reads
 * them with it. A library would read other things into the same text.
 *
 * @see https://docs.python.org/3/library/csv.html#csv.Dialect.strict
 */
export function csvRows(
  lines: readonly SourceLine[],
  { delimiter, quote, escape, keepsBlanks }: CsvDialect,
): CsvRow[] | Problem {
  const rows: CsvRow[] = [];
  let cells = 0;
  let row: SourceLine[][] = [];
  let field: SourceLine[] | undefined;
  let state: "start" | "plain" | "quoted" | "quoteInQuoted" = "start";
  const add = (line: number, text: string) => {
    field ??= [{ text: "", line }];
    const last = field.pop() ?? { text: "", line };
    field.push({ text: last.text + text, line: last.line });
  };
  const save = (line: number) => {
    row.push(field ?? [{ text: "", line }]);
    field = undefined;
    state = "start";
  };
  for (const { text, line } of lines) {
    if (state === "quoted" && field) field.push({ text: "", line });
    const characters = Array.from(text);
    for (let at = 0; at < characters.length; at++) {
      const character = characters[at] ?? "";
      // One sign may be two things; this is the order in which Python asks.
      const isEscape = character === escape && state !== "quoteInQuoted";
      if (state === "start" && character === quote) {
        field = [{ text: "", line }];
        state = "quoted";
      } else if (isEscape) {
        const escaped = characters[++at];
        if (escaped === undefined)
          return { line, message: `The ${character} at the line's end would join the next row to this one.` };
        add(line, escaped);
        if (state === "start") state = "plain";
      } else if (state === "quoted") {
        if (character !== quote) add(line, character);
        else state = escape === undefined ? "quoteInQuoted" : "plain";
      } else if (state === "quoteInQuoted" && character === quote) {
        add(line, quote);
        state = "quoted";
      } else if (state === "start" && character === " " && !keepsBlanks) continue;
      else if (character === delimiter) {
        save(line);
        if (row.length > mostCells) return { line, message: tooManyCells };
      } else if (state === "quoteInQuoted") {
        return { line, message: `There is text between a closing ${quote} and the next ${delimiter}.` };
      } else {
        add(line, character);
        state = "plain";
      }
    }
    if (state === "quoted") continue;
    if (characters.length > 0) save(line);
    cells += row.length;
    if (cells > mostCells) return { line, message: tooManyCells };
    rows.push(row);
    row = [];
  }
  const line = lines.at(-1)?.line ?? 0;
  return state === "quoted" ? { line, message: `A quoted field has no closing ${quote}.` } : rows;
}
