import type { PhrasingContent, RootContent } from "mdast";
import type { Page, PageService, Table } from "../../catalogue/catalogue.js";
import { markdownTable } from "../../markdown/markdownTable.js";
import { blocksToText, markdownToText, parseMarkdown } from "../../markdown/parseMarkdown.js";
import { cellText, markdownForReaders } from "../../markdown/printMarkdown.js";
import { headersOnPage } from "../headerOnPage.js";
import { isLiteralCell } from "../literalCell.js";
import { rowsOnPage } from "../rowsOnPage.js";
import { frontMatterOf } from "./frontMatter.js";

/** A page as Markdown, laid out as Prettier does: what the spec says, each table as one between pipes. */
export function writeMarkdown({ page, tables: all }: PageService): string {
  const tables = all.filter((table) => rowsOnPage(table).length > 0);
  const blocks = [
    page.top,
    ...(isSaidElsewhere(page, tables) ? [] : [writeTitle(page.title)]),
    ...tables.flatMap((table) => [
      table.before,
      writeSection(table.section, table.before),
      table.lead && markdownForReaders(table.lead),
      writeTable(table),
    ]),
    page.after,
  ];
  return `${blocks.filter((block) => block).join("\n\n")}\n`;
}

/** Whether a page has its title in its front matter or in the heading of a section, or has none but its id. */
function isSaidElsewhere({ id, title, top, after }: Page, tables: readonly Table[]): boolean {
  const around = tables.flatMap(({ before, section }) => [before, writeSection(section)]);
  const texts = [top, ...around, after].filter((text) => text !== undefined);
  const headings = texts
    .join("\n")
    .split("\n")
    .map((line) => /^#{2,6} (.*)$/.exec(line)?.[1]);
  return (
    title === id ||
    headings.includes(markdownForReaders(title)) ||
    frontMatterOf(texts[0] ?? "")?.title === markdownToText(title)
  );
}

/** The title as the heading of the page. */
export function writeTitle(title: string): string {
  return `# ${markdownForReaders(title)}`;
}

/** The heading of a section, unless what is before it ends with it, at a level of its own. */
export function writeSection(section: string | undefined, before = ""): string | undefined {
  if (section === undefined) return undefined;
  const heading = markdownForReaders(section);
  const [, atItsLevel] = /^#{3,6} (.*)$/.exec(before.slice(before.lastIndexOf("\n") + 1)) ?? [];
  return atItsLevel === heading ? undefined : `## ${heading}`;
}

function writeTable(table: Table): string {
  const { columns } = table;
  const headers = headersOnPage(columns).map((header) => cellText([{ type: "text", value: header }]));
  const rows = rowsOnPage(table).map((cells) =>
    cells.map((cell, index) =>
      cellText(
        isLiteralCell(columns[index], cell)
          ? [{ type: "text", value: cell }]
          : contentOf(parseMarkdown(cell)),
      ),
    ),
  );
  return markdownTable(headers, rows).join("\n");
}

/** Blocks as the content of a cell, each on a line of its own. */
function contentOf(blocks: readonly RootContent[]): PhrasingContent[] {
  return blocks.flatMap((block, index): PhrasingContent[] => {
    const content: PhrasingContent[] =
      block.type === "paragraph" ? block.children : [{ type: "text", value: blocksToText([block]) }];
    const lines = content.map((node) => (node.type === "break" ? lineBreak : node));
    return index === 0 ? lines : [lineBreak, lineBreak, ...lines];
  });
}

const lineBreak = { type: "html", value: "<br>" } as const;
