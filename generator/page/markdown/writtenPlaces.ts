import { markdownForReaders } from "../../markdown/printMarkdown.js";
import type { PageLines } from "../pageTree.js";
import type { ReaderPage, ReaderTable } from "../reader.js";
import { writeSection, writeTitle } from "./writeMarkdown.js";

/** A page that says where its title and what belongs to its tables are, where they are as they would be written. */
export function withWrittenPlaces(page: ReaderPage, isTitleInFrontMatter: boolean): ReaderPage {
  const lines = page.text.split("\n");
  const titleLines = isTitleInFrontMatter ? undefined : titleLinesOf(page, lines);
  return {
    ...page,
    ...(titleLines && { titleLines }),
    tables: page.tables.map((table) => ({ ...table, start: startOf(table, lines) })),
  };
}

function titleLinesOf({ title, tables }: ReaderPage, lines: readonly string[]): PageLines | undefined {
  if (title === undefined) return undefined;
  const at = lines.indexOf(writeTitle(title));
  const isAbove = at !== -1 && tables.every((table) => at + 1 < table.lines.start);
  return isAbove ? { start: at + 1, end: at + 2 } : undefined;
}

/** The line from which on a table's section and lead are as they would be written, and nothing else is. */
function startOf({ lines: { start }, section, lead }: ReaderTable, lines: readonly string[]): number {
  const written = [writeSection(section), lead === undefined ? undefined : markdownForReaders(lead)];
  let at = start - 1;
  for (const block of written.reverse()) {
    if (block === undefined) continue;
    let end = at;
    while (end > 0 && lines[end - 1]?.trim() === "") end--;
    const height = block.split("\n").length;
    if (lines.slice(Math.max(0, end - height), end).join("\n") === block) at = end - height;
  }
  return at + 1;
}
