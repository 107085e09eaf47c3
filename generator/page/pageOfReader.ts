import type { PhrasingContent } from "mdast";
import { parseMarkdown } from "../markdown/parseMarkdown.js";
import { fileLimit, textBudget } from "../markdown/textBudget.js";
import type { PageCell, PageTable } from "./pageTree.js";
import type { ReaderCell, ReaderTable, ReadByReader } from "./reader.js";
import type { Page, PlacedTable, RefusedTable } from "./readPage.js";
import { type GivenRoles, recogniseTable, withHeader } from "./recogniseTable.js";
import { textOf } from "./tableColumn.js";

/** The page that a reader gives, with its tables recognised as those of other pages are. */
export function pageOfReader({ format, page }: ReadByReader, given?: GivenRoles): Page {
  const tables: PlacedTable[] = [];
  const refused: RefusedTable[] = [];
  const unreadable = [...(page.findings ?? [])];
  const isWithin = textBudget();
  for (const each of page.tables) {
    const beyond = [each.header, ...each.rows].flat().find(({ markdown }) => !isWithin(markdown));
    if (beyond) {
      unreadable.push({
        line: beyond.lines.start,
        message: `Up to here, the tables of this page have over ${fileLimit}.`,
      });
      break;
    }
    const table = withHeader(tableOf(each));
    const recognised = recogniseTable(table, given);
    if (recognised.kind === "other") {
      const { reason, isDoubtful } = recognised;
      refused.push({ line: table.lines.start, reason, isDoubtful });
      continue;
    }
    tables.push({
      table,
      recognised,
      ...(each.section !== undefined && { section: inline(each.section) }),
      lead: each.lead === undefined ? [] : parseMarkdown(each.lead),
      start: table.lines.start,
    });
  }
  const [id] = page.ids ?? [];
  return {
    format,
    ...(id !== undefined && { id }),
    ...(page.title !== undefined && { title: inline(page.title) }),
    tables,
    refused,
    unreadable,
    sourceLines: page.text.split("\n"),
    titleLines: { start: 1, end: 1 },
  };
}

function tableOf({ title, header, rows, lines }: ReaderTable): PageTable {
  return {
    kind: "table",
    layout: "list",
    ...(title !== undefined && { title: inline(title) }),
    ...(header.length > 0 && { header: header.map(cellOf) }),
    rows: rows.map((row) => row.map(cellOf)),
    lines,
  };
}

function cellOf({ markdown, lines }: ReaderCell): PageCell {
  const blocks = markdown.trim() === "" ? [] : parseMarkdown(markdown);
  return { blocks, lines, source: [textOf({ blocks, lines, source: [] })] };
}

/** A text that is to be one paragraph. */
function inline(markdown: string): readonly PhrasingContent[] {
  const blocks = parseMarkdown(markdown.replaceAll(/\s+/g, " ").trim());
  const [only] = blocks;
  return only?.type === "paragraph" && blocks.length === 1
    ? only.children
    : [{ type: "text", value: markdown }];
}
