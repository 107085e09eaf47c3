import type { PageNode } from "../pageTree.js";
import type { Problem } from "./rawTable.js";
import type { SourceLine } from "./sourceLines.js";

/** What the parsing of a construct needs from outside, and where it says what is wrong. */
export interface Context {
  /** Parses the lines inside a construct, where no titles may be. */
  readonly parse: (lines: readonly SourceLine[], context: Context) => PageNode[];
  /** Tables that cannot be read. */
  readonly tableProblems: Problem[];
  /** Other errors of docutils', which matter in a table's cell only. */
  readonly textProblems: Problem[];
  /** The underlines of the titles so far, each for a level; absent where no titles may be. */
  readonly titleStyles?: string[];
  readonly isInCell: boolean;
  /** Counts the texts of cells; whether another one, at a line, is still within what a page can have. */
  readonly isWithinBudget: (text: string, line: number) => boolean;
  /** How many constructs are around. */
  readonly depth: number;
}

/** A construct, and the index of the line behind it. */
export interface Parsed {
  readonly nodes: readonly PageNode[];
  readonly next: number;
}

/** Parses the construct that begins at a line, if it is one of this kind. */
export type Construct = (lines: readonly SourceLine[], at: number, context: Context) => Parsed | undefined;

/** The page's lines from one index to another. */
export function linesBetween(lines: readonly SourceLine[], start: number, next: number) {
  const first = lines[start]?.line ?? 0;
  const last = lines[Math.max(start, next - 1)]?.line ?? first;
  return { start: first, end: last + 1 };
}
