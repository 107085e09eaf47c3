import type { SourceRange } from "../diagnostics/diagnostic.js";
import type { SpecService } from "../catalogue/catalogue.js";
import { type Page, readPage } from "../page/readPage.js";
import { pageOfReader } from "../page/pageOfReader.js";
import type { ReadByReader } from "../page/reader.js";
import type { Change } from "./change.js";

/** Answers where changes are in a page; reads the page at the first that is asked for. */
export function placesInPage(
  text: string,
  { tables }: SpecService,
  byReader?: ReadByReader,
): (change: Change) => SourceRange | undefined {
  let page: Page | undefined;
  return ({ kind, row }) => {
    if (!row) return kind === "page-renamed" ? rangeOfLine(text.split("\n", 1)[0] ?? "", 1) : undefined;
    page ??= byReader ? pageOfReader(byReader) : readPage(text);
    const rows = page.tables[row.table]?.table.rows ?? [];
    // Rows above the first code are no entries.
    const codeless = rows.length - (tables[row.table]?.entries.length ?? 0);
    const start = rows[row.entry + codeless]?.[0]?.lines.start;
    if (start === undefined) return undefined;
    const lines = page.sourceLines;
    // The lines of a cell in a grid begin with the border above it.
    const line = /^\s*\+[-=+]*\+\s*$/.test(lines[start - 1] ?? "") ? start + 1 : start;
    return rangeOfLine(lines[line - 1] ?? "", line);
  };
}

function rangeOfLine(text: string, line: number): SourceRange {
  return { start: { line, column: 1 }, end: { line, column: text.trimEnd().length + 1 } };
}
