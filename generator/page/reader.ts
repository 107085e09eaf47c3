import type { Page, PageService } from "../catalogue/catalogue.js";
import { defined, type Defined } from "../diagnostics/defined.js";
import type { PageLines } from "./pageTree.js";

/** What reads pages in a format of its own; it is defined with `defineReader`. */
export interface Reader extends Defined<"reader"> {
  /** What specs call the format, as `page.format`: lower case letters, digits and single hyphens. */
  readonly name: string;
  /** The names of the files that it reads, such as `/\.json$/`. */
  readonly accepts: RegExp;
  /** Takes a page apart; what it throws is told as a mistake of the reader. */
  read(bytes: Uint8Array): ReaderPage;
  /**
   * Gives the page again, from what its spec says. Where that is the page byte for byte, the spec records its digest,
   * which proves it without the page.
   */
  write?(service: PageService): string;
}

/** What a reader finds on a page. */
export interface ReaderPage {
  /** What the page calls itself, for the id of its spec. Default: the name of its file. */
  readonly ids?: readonly string[];
  /** Its title, as Markdown. Default: its id. */
  readonly title?: string;
  /** The lines that `write` makes of the title; what is above them is the spec's `top`. Default: none. */
  readonly titleLines?: PageLines;
  /** Its tables, of codes and others. */
  readonly tables: readonly ReaderTable[];
  /**
   * What people read on the page, on the lines of the file. A letter or digit in the lines of a table that is in none
   * of its cells would be lost, and is told.
   */
  readonly text: string;
  /** What cannot be read, sentence by sentence; such a page is refused. */
  readonly findings?: readonly ReaderFinding[];
  /** What may hold codes and is not among the tables, sentence by sentence; each is a warning. */
  readonly leftOut?: readonly ReaderFinding[];
}

/** What a reader says of a line. */
export interface ReaderFinding {
  readonly line: number;
  readonly message: string;
}

/** A table on a page. */
export interface ReaderTable {
  /** Its title, as Markdown. */
  readonly title?: string;
  /** The heading above it, as Markdown. */
  readonly section?: string;
  /** The text above it that is about it, as Markdown. */
  readonly lead?: string;
  readonly header: readonly ReaderCell[];
  readonly rows: readonly (readonly ReaderCell[])[];
  readonly lines: PageLines;
  /** From which line on `write` makes it of `section`, `lead` and rows; what is above is its `before`. Default: the first of `lines`. */
  readonly start?: number;
  /** What people read in the table, where its lines have other text as well. Default: the page's text on its lines. */
  readonly text?: string;
  /**
   * Whether it is made of headings or a list, so that its header is not on the page. It is read only where no
   * table of the page has codes. Default: `false`.
   */
  readonly isImplied?: boolean;
}

/** A cell of a table. */
export interface ReaderCell {
  /** What it says, as Markdown; `textToMarkdown` of `statusgen/emit` makes that of a plain text. */
  readonly markdown: string;
  /** From which line on it is, and up to which: `end` is the line after its last. */
  readonly lines: PageLines;
  /** How many columns it takes, where it takes several; blank cells follow for the others. */
  readonly columns?: number;
  /** Whether a cell of a row above reaches here; then its own text is empty. */
  readonly continues?: boolean;
  /** What of it a spec has no words for, as the beginning of a sentence: a table of codes with it is refused. */
  readonly unsaid?: readonly string[];
}

/**
 * Defines a reader for the `readers` of a config.
 *
 * @example
 * ```ts
 * import { defineReader } from "statusgen";
 * export const lines = defineReader({
 *   name: "lines",
 *   accepts: /\.codes$/,
 *   read: (bytes) => {
 *     const text = new TextDecoder().decode(bytes);
 *     const at = (line: number) => ({ start: line, end: line + 1 });
 *     const rows = text.split("\n").flatMap((line, index) => {
 *       const [, code, message] = /^(\S+) (.*)$/.exec(line) ?? [];
 *       return code && message
 *         ? [[code, message].map((markdown) => ({ markdown, lines: at(index + 1) }))]
 *         : [];
 *     });
 *     const header = ["Error Code", "Message"].map((markdown) => ({ markdown, lines: at(1) }));
 *     return { text, tables: [{ header, rows, lines: { start: 1, end: text.split("\n").length + 1 } }] };
 *   },
 *   write: ({ tables }) =>
 *     tables.flatMap(({ entries }) => [...entries].map(({ cells }) => `${cells.join(" ")}\n`)).join(""),
 * });
 * // In the config: readers: [lines]
 * ```
 */
export function defineReader(reader: Omit<Reader, keyof Defined>): Reader {
  return { ...reader, [defined]: "reader" };
}

/** A page as a reader has read it. */
export interface ReadByReader {
  /** The reader's name. */
  readonly format: string;
  readonly page: ReaderPage;
  /** What people's own reader writes it with. */
  readonly write?: Page["write"];
}
