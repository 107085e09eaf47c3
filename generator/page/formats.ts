import { writeCsv } from "./csv/writeCsv.js";
import { writeMarkdown } from "./markdown/writeMarkdown.js";
import type { Reader } from "./reader.js";

/** The formats of pages beside reStructuredText that are read without a reader of one's own, by what specs call them. */
export const formats = {
  markdown: {
    name: "Markdown",
    accepts: /\.(?:md|mdx|markdown)$/i,
    load: async () => (await import("./markdown/markdownReader.js")).markdown,
    write: writeMarkdown,
  },
  html: {
    name: "HTML",
    accepts: /\.x?html?$/i,
    load: async () => (await import("./html/htmlReader.js")).html,
  },
  csv: {
    name: "CSV",
    accepts: /\.[ct]sv$/i,
    load: async () => (await import("./csv/csvReader.js")).csv,
    write: writeCsv,
  },
} as const satisfies Readonly<Record<string, Format>>;

interface Format {
  readonly name: string;
  /** The names of the files in it. */
  readonly accepts: RegExp;
  /** Its reader, of which most runs need none. */
  readonly load: () => Promise<Reader>;
  /** The reader's own `write`, which is needed without it. */
  readonly write?: Reader["write"];
}
