import type { PhrasingContent } from "mdast";
import { parseMarkdown } from "../markdown/parseMarkdown.js";
import { fileLimit, textBudget } from "../markdown/textBudget.js";
import type { PageCell, PageTable } from "./pageTree.js";
import type { ReaderCell, ReaderFinding, ReaderTable, ReadByReader } from "./reader.js";
import type { Page, PlacedTable, RefusedTable } from "./readPage.js";
import { type GivenRoles, recogniseTable, withHeader, withImpliedHeader } from "./recogniseTable.js";
import { textOf } from "./tableColumn.js";

/** A table with more columns is none of codes that people made. */
const widest = 100;

/** The page that a reader gives, with its tables recognised as those of other pages are. */
export function pageOfReader({ format, page }: ReadByReader, given?: GivenRoles): Page {
  const placed: PlacedTable[] = [];
  const refused: RefusedTable[] = [];
  const unreadable = [...(page.findings ?? [])];
  const isWithin = textBudget();
  for (const each of page.tables) {
    if ([each.header, ...each.rows].some((row) => row.length > widest)) {
      const message = `This table has over ${widest} columns.`;
      unreadable.push({ line: each.lines.start, message });
      continue;
    }
    const beyond = [each.header, ...each.rows].flat().find(({ markdown }) => !isWithin(markdown));
    if (beyond) {
      unreadable.push({
        line: beyond.lines.start,
        message: `Up to here, the tables of this page have over ${fileLimit}.`,
      });
      break;
    }
    const table = withImpliedHeader(withHeader(tableOf(each)));
    const recognised = recogniseTable(table, given);
    if (recognised.kind === "other") {
      const { reason, isDoubtful } = recognised;
      // Where there is nothing that looks like a table, there is something that looks like codes.
      refused.push({ line: table.lines.start, reason, isDoubtful: isDoubtful || table.isImplied === true });
      continue;
    }
    placed.push({
      table,
      recognised,
      ...(each.section !== undefined && { section: inline(each.section) }),
      lead: each.lead === undefined ? [] : parseMarkdown(each.lead),
      start: each.start ?? table.lines.start,
    });
  }
  const drawn = placed.filter(({ table }) => !table.isImplied);
  const [id] = page.ids ?? [];
  return {
    format,
    ...(id !== undefined && { id }),
    ...(page.title !== undefined && { title: inline(page.title) }),
    tables: drawn.length > 0 ? drawn : placed,
    refused,
    leftOut: [...(page.leftOut ?? []), ...(drawn.length > 0 ? besideTables(placed) : [])],
    unreadable,
    sourceLines: page.text.split("\n"),
    titleLines: page.titleLines ?? { start: 1, end: 1 },
  };
}

/** Codes under headings or in lists that no table of the page has. */
function besideTables(placed: readonly PlacedTable[]): ReaderFinding[] {
  const codesOf = ({ table, recognised }: PlacedTable) => {
    const column = recognised.roles.findIndex((role) => role === "code" || role === "codeAndMessage");
    return table.rows.flatMap((row) =>
      row[column] ? [{ code: textOf(row[column]), line: row[column].lines.start }] : [],
    );
  };
  const [drawn, implied] = [false, true].map((isImplied) =>
    placed.filter(({ table }) => (table.isImplied ?? false) === isImplied).flatMap(codesOf),
  );
  const inTables = new Set(drawn?.flatMap(({ code }) => [code, code.split(" ", 1)[0] ?? code]));
  return (implied ?? [])
    .filter(({ code }) => !inTables.has(code))
    .map(({ code, line }) => ({
      line,
      message: `"${code}" has a heading or an item of a list here, but is in none of the page's tables of codes.`,
    }));
}

function tableOf({ title, header, rows, lines, text, isImplied }: ReaderTable): PageTable {
  return {
    kind: "table",
    layout: "other",
    ...(title !== undefined && { title: inline(title) }),
    ...(header.length > 0 && { header: header.map(cellOf) }),
    rows: rows.map((row) => row.map(cellOf)),
    lines,
    ...(text !== undefined && { text }),
    ...(isImplied && { isImplied, isHeaderImplied: true }),
  };
}

function cellOf({ markdown, lines, columns, continues, unsaid }: ReaderCell): PageCell {
  const blocks = markdown.trim() === "" ? [] : parseMarkdown(markdown);
  return {
    blocks,
    lines,
    source: [textOf({ blocks, lines, source: [] })],
    ...(columns !== undefined && { columns }),
    ...(continues && { continues }),
    ...(unsaid && { unsaid: unsaid.map((message) => ({ line: lines.start, message })) }),
  };
}

/** A text that is to be one paragraph. */
function inline(markdown: string): readonly PhrasingContent[] {
  const blocks = parseMarkdown(markdown.replaceAll(/\s+/g, " ").trim());
  const [only] = blocks;
  return only?.type === "paragraph" && blocks.length === 1
    ? only.children
    : [{ type: "text", value: markdown }];
}
