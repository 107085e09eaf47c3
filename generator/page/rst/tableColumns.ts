import { eastAsianWidth } from "get-east-asian-width";
import { isCombining } from "./uncertainWidth.js";
import type { SourceLine } from "./sourceLines.js";

/**
 * A line of a table by its columns, as docutils counts them: a wide character takes two, of which the
 * second is empty; a combining one takes none and is with the character before it.
 */
export type TableColumns = string | readonly string[];

/** Characters of one UTF-16 unit and one column, which most lines have only. */
const narrow = /^[\u0000-\u02ff\u0370-\u0482\u2010-\u2027]*$/;

export function inColumns(text: string): TableColumns {
  if (narrow.test(text)) return text;
  const columns: string[] = [];
  for (const character of text) {
    if (isCombining(character) && columns.length > 0) {
      const last = columns.findLastIndex((column) => column !== "");
      columns[last] = `${columns[last] ?? ""}${character}`;
      continue;
    }
    columns.push(character);
    if (eastAsianWidth(character.codePointAt(0) ?? 0) === 2) columns.push("");
  }
  return columns;
}

/** A part of a line's columns, without white space at its end. */
export function cut(columns: TableColumns, start: number, end?: number): string {
  const part = columns.slice(start, end);
  return (typeof part === "string" ? part : part.join("")).trimEnd();
}

/** The lines of a cell, without the indentation that all of them have. */
export function cutLines(
  grid: readonly TableColumns[],
  lines: readonly SourceLine[],
  start: number,
  end?: number,
): SourceLine[] {
  const texts = grid.map((columns) => cut(columns, start, end));
  const indents = texts.flatMap((text) => (text === "" ? [] : [text.length - text.trimStart().length]));
  const indent = Math.min(...indents);
  return texts.map((text, index) => ({ text: text.slice(indent), line: lines[index]?.line ?? 0 }));
}
