import { CsvError, parse } from "csv-parse/sync";
import type { PhrasingContent } from "mdast";
import { blockMarkdown } from "../../markdown/printMarkdown.js";
import { defineReader, type ReaderPage } from "../reader.js";
import { writeCsv } from "./writeCsv.js";

/** Reads CSV and TSV, with a header or without: fields between commas, semicolons or tabs, in quotes where needed. */
export const csv = defineReader({
  name: "csv",
  accepts: /\.[ct]sv$/i,
  read(bytes) {
    const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
    const refused = beyondLimits(text);
    if (refused) return refused;
    try {
      return pageOf(text, recordsOf(text));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const message = `${error.message.replace(/,? at line .*$/s, "")}.`;
      return { tables: [], text, findings: [{ line: Number(error["lines"] ?? 1), message }] };
    }
  },
  write: writeCsv,
});

/** What the parser is not given: it takes seconds for a million fields. */
const most = { lines: 200_000, fieldsOfLine: 1_000 };

function beyondLimits(text: string): ReaderPage | undefined {
  const lines = text.split("\n");
  const wide = lines.findIndex((line) => line.split(/[,;\t]/).length > most.fieldsOfLine);
  if (wide === -1 && lines.length <= most.lines) return undefined;
  const [line, message] =
    wide === -1
      ? [most.lines, `The page has over ${most.lines.toLocaleString("en")} lines.`]
      : [wide + 1, "This line has over 1,000 commas, semicolons or tabs."];
  return { tables: [], text, findings: [{ line, message }] };
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function recordsOf(text: string): CsvRecord[] {
  return parse(text, {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as CsvRecord[];
}

/** What parts the fields: of the usual signs, the one that the first lines have as often as each other, outside of quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 10_000)
    .replaceAll(/"[^"]*"/g, "x")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const signs = [",", ";", "\t"].map((sign) => {
    const [first = 0, ...counts] = lines.map((line) => line.split(sign).length - 1);
    return { sign, alike: first === 0 ? 0 : 1 + counts.filter((count) => count === first).length, first };
  });
  signs.sort((a, b) => b.alike - a.alike || b.first - a.first);
  return signs[0]?.sign ?? ",";
}

function pageOf(text: string, records: readonly CsvRecord[]): ReaderPage {
  let start = 1;
  const rows = records.map(({ record, info }) => {
    const lines = { start, end: info.lines + 1 };
    start = info.lines + 1;
    return record.map((field) => ({ markdown: markdownOf(field), lines }));
  });
  const lines = { start: 1, end: text.split("\n").length + 1 };
  return { text, tables: rows.length === 0 ? [] : [{ header: [], rows, lines }] };
}

/** A field as Markdown: what it has of marks is text, its line ends break lines. */
function markdownOf(field: string): string {
  const paragraphs = field
    .trim()
    .split(/\n\s*\n/)
    .filter((text) => text !== "");
  return blockMarkdown(paragraphs.map((text) => ({ type: "paragraph", children: linesOf(text) })));
}

function linesOf(text: string): PhrasingContent[] {
  return text.split("\n").flatMap((value, index): PhrasingContent[] => {
    const line = { type: "text" as const, value: value.trim() };
    return index === 0 ? [line] : [{ type: "break" }, line];
  });
}
