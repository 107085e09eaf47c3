import type { Column, Entry, PageService, Table } from "../catalogue/catalogue.js";
import { blocksToText, markdownToText, parseMarkdown } from "../markdown/parseMarkdown.js";
import { inlineText } from "../markdown/printMarkdown.js";
import { withoutReferenceSigns } from "./codeText.js";
import { headerOnPage } from "./headerOnPage.js";
import type { PageFinding } from "./pageFinding.js";
import type { PageCell } from "./pageTree.js";
import type { Page, PlacedTable } from "./readPage.js";
import { parseCell } from "./rst/parsePage.js";
import { writeAround } from "./rst/writeRst.js";
import { writeCellOf } from "./rst/writeTableOf.js";

/**
 * What the tables of a page say and the spec that was made of them does not: each cell is written again
 * from the spec and compared with the page's own lines, by all that is not white space, border or markup.
 */
export function lostTexts({ tables, sourceLines, format }: Page, service: PageService): PageFinding[] {
  const conserves = format === undefined ? isConserved : isSaid;
  return tables.flatMap((placed, index) => {
    const made = service.tables[index];
    return made ? [...lostInTable(placed, made, conserves), ...lostByGeometry(placed, sourceLines)] : [];
  });
}

function lostInTable({ table }: PlacedTable, made: Table, conserves: typeof isConserved): PageFinding[] {
  const entries: readonly Entry[] = made.entries;
  const title = table.title ? inlineText(table.title) : "";
  const header = table.header ?? [];
  return [
    ...(squeezed(title).endsWith(squeezed(markdownToText(made.title ?? "")))
      ? []
      : [lost(table.lines.start, title)]),
    ...header.flatMap((cell, index) => {
      const column = made.columns[index];
      const inSpec = column ? headerOnPage(column, made.columns.slice(0, index)) : "";
      return substance(cell.source) === substance([inSpec])
        ? []
        : [lost(cell.lines.start, cell.source.join(" "))];
    }),
    ...table.rows.flatMap((row, index) =>
      row.flatMap((cell, column) =>
        conserves(cell, made.columns[column], entries[index]?.cells[column] ?? "")
          ? []
          : [lost(cell.lines.start, cellText(cell))],
      ),
    ),
  ];
}

/** A blank cell may be filled from above; any other says in the spec what it says on the page. */
function isConserved(cell: PageCell, column: Column | undefined, inSpec: string): boolean {
  if (cell.source.every((line) => line.trim() === "")) return true;
  const written = writeCellOf(column, inSpec);
  const read = squeezed(blocksToText(parseCell(written.join("\n")).blocks));
  if (column?.role === "code" || column?.role === "codeAndMessage")
    return (
      !hasMarkBeside(cell) &&
      read === withoutReferenceSigns(squeezed(cellText(cell))) &&
      substance(withoutTargets(written)) === substance(withoutTargets(cell.source))
    );
  return read === squeezed(cellText(cell)) && substance(written) === substance(cell.source);
}

/** Whether the spec says all that a cell of another format says, which its reader gives as Markdown. */
function isSaid(cell: PageCell, column: Column | undefined, inSpec: string): boolean {
  const isBoth = column?.role === "codeAndMessage";
  const text = squeezed(cellText(cell));
  const onPage = isBoth ? text.replace(/^(\S+) \((.+)\)$/, "$1 $2") : text;
  if (onPage === "") return true;
  const isCode = column?.role === "code" || isBoth;
  const isPlain = isCode || column?.role === "status" || column?.role === "module";
  // Of codes, only the letters of a class can be in markup.
  const plain = isCode ? inSpec.replace(/^([1-5])\*xx\*/, "$1xx") : inSpec;
  const said = squeezed(isPlain ? plain : blocksToText(parseMarkdown(inSpec)));
  return said === (isCode ? withoutReferenceSigns(onPage) : onPage);
}

/** Whether a cell has a list's sign without a text, such as `*`, beside other text; alone, it is a text. */
function hasMarkBeside({ blocks }: PageCell): boolean {
  const signs = blocks.flatMap((block) => (block.type === "list" ? block.children : []));
  const isAlone = blocks.length === 1 && signs.every(({ children }) => children.length === 0);
  return !isAlone && signs.some(({ children }) => children.length === 0);
}

/** Where a link leads, as it is in the link: `` `404 <https://example.com>`_ ``. */
const target = /\s*(?<!\\)<[^<>`]+>(?=`)/g;

/** Where a link around a code leads is markup of the page, as the link is. */
function withoutTargets(lines: readonly string[]): string[] {
  return [lines.join("\n").replaceAll(target, "")];
}

function targetsNotKept({ table }: PlacedTable, made: Table | undefined): PageFinding[] {
  const codes = (made?.columns ?? []).flatMap(({ role }, index) =>
    role === "code" || role === "codeAndMessage" ? [index] : [],
  );
  return table.rows.flatMap((row) =>
    codes.flatMap((index) => {
      const { source = [], lines } = row[index] ?? {};
      return [...source.join("\n").matchAll(target)].map(([address]) => ({
        rule: "text-not-kept" as const,
        line: lines?.start ?? table.lines.start,
        message: `The spec does not keep the link target of this code: "${address.trim()}".`,
      }));
    }),
  );
}

/** Letters and digits in the lines of a table, or in its own text, that are in none of its cells. */
function lostByGeometry({ table }: PlacedTable, sourceLines: readonly string[]): PageFinding[] {
  const { header = [], moreHeaders = [], lines } = table;
  const cells = [...(table.isHeaderImplied ? [] : header), ...moreHeaders.flat(), ...table.rows.flat()];
  const title = table.title ? [inlineText(table.title)] : [];
  const left = counted([...title, ...cells.flatMap(({ source }) => source)].join(""));
  const texts = table.text === undefined ? sourceLines.slice(lines.start - 1, lines.end - 1) : [table.text];
  for (const [index, whole] of texts.entries()) {
    const text = table.layout === "other" ? whole : whole.replace(/^\s*(?:\.\. +[\w-]+ ?::|:[\w-]+:.*$)/, "");
    for (const [character, count] of counted(text)) {
      const more = (left.get(character) ?? 0) - count;
      if (more < 0) return [lost(lines.start + index, text.trim())];
      left.set(character, more);
    }
  }
  return [];
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(/[\p{L}\p{N}]/gu))
    counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** A finding about a text of a cell that would be lost, with the text. */
export function textLost(
  cell: Pick<PageCell, "lines" | "source">,
  reason: string,
  line = cell.lines.start,
): PageFinding {
  const text = squeezed(cell.source.join(" "));
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return { rule: "text-lost", line, message: `${reason.replace(/\.$/, "")}: "${shown}".` };
}

function lost(line: number, text: string): PageFinding {
  const lines = { start: line, end: line + 1 };
  return textLost({ lines, source: [text] }, "The spec would lose part of this text");
}

/**
 * What is around the tables of a page and is not kept, word by word. It gives no code, so a spec
 * can do without it.
 */
export function textNotKept({ tables, sourceLines }: Page, service: PageService): PageFinding[] {
  const kept = new Map<string, number>();
  for (const word of wordsOf(writeAround(service))) kept.set(word, (kept.get(word) ?? 0) + 1);
  const inTables = new Set(
    tables.flatMap(({ table: { lines } }) =>
      Array.from({ length: lines.end - lines.start }, (_, index) => lines.start + index),
    ),
  );
  const targets = tables.flatMap((table, index) => targetsNotKept(table, service.tables[index]));
  const around = sourceLines.flatMap((text, index): PageFinding[] => {
    if (inTables.has(index + 1)) return [];
    const missing = wordsOf(text).filter((word) => {
      const left = kept.get(word) ?? 0;
      kept.set(word, left - 1);
      return left <= 0;
    });
    if (missing.length === 0) return [];
    const message = `The spec does not keep this text, which is outside the tables of codes: "${missing.join(" ")}".`;
    return [{ rule: "text-not-kept", line: index + 1, message }];
  });
  return [...targets, ...around];
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function cellText({ blocks }: PageCell): string {
  return blocksToText(blocks);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** Lines of a cell without white space, escapes, and the signs that may be written in several ways. */
function substance(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replaceAll(/^\s*\.\.\s*$/gm, "")
    .replaceAll(/^(\s*)\.\. (?:code-block|code|sourcecode) ?::/gim, "$1")
    .replaceAll(/\.\. ([\w-]+) ?::/g, (_, directive: string) => `..${directive.toLowerCase()}`)
    .replaceAll(/(?:^|\s)::$/gm, "")
    .replaceAll(/::$/gm, ":")
    .replaceAll(/:[\p{L}\p{N}.+-]+:(?=`)|(?<=`):[\p{L}\p{N}.+-]+:/gu, "")
    .replaceAll(/[\\`*_|<>]/g, "")
    .replaceAll(/(?<=^|\s)(?:[-+\u2022\u2023\u2043]|\(?(?:[0-9]+|#)[.)])(?=\s|$)/g, "")
    .replaceAll("mailto:", "")
    .replaceAll(/\s/gu, "");
}
