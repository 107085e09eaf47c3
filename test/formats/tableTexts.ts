import { readFile } from "node:fs/promises";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import Papa from "papaparse";
import type { Browser } from "playwright-core";
import { markdownToText } from "../../generator/markdown/parseMarkdown.js";
import { formats } from "../../generator/page/formats.js";
import type { ReaderPage } from "../../generator/page/reader.js";

/** What the cells of a table say, row by row, without white space. */
export type TableTexts = readonly (readonly string[])[];

export type Format = keyof typeof formats;

export async function readPage(format: Format, text: string): Promise<ReaderPage> {
  const reader = await formats[format].load();
  return reader.read(new TextEncoder().encode(text));
}

/** The tables that our reader gives, without those made of headings and lists; `undefined` for one that it refuses. */
export function ourTables({ tables }: ReaderPage): (TableTexts | undefined)[] {
  return tables
    .filter(({ isImplied }) => isImplied !== true)
    .map(({ header, rows }) => {
      const all = [header, ...rows].filter((row) => row.length > 0);
      const isTooWide = header.length > 0 && rows.some((row) => row.length > header.length);
      if (isTooWide || all.flat().some(({ unsaid }) => unsaid !== undefined)) return undefined;
      return comparable(all.map((row) => row.map(({ markdown }) => withoutSpace(markdownToText(markdown)))));
    });
}

/** Markdown as HTML by another parser, without its front matter. */
export function htmlOf(markdown: string): string {
  const text = markdown.replace(/^\uFEFF/, "").replace(/^---\n((?:\w+:.*\n)+)---\n/, "");
  return new MarkdownIt({ html: true }).render(text);
}

/** The tables of pages in HTML as a browser has them. */
export async function tablesInBrowser(browser: Browser, pages: readonly string[]): Promise<TableTexts[][]> {
  const page = await browser.newPage();
  // Nothing of the page runs or is fetched: the parser alone is asked.
  const program = await readFile(join(import.meta.dirname, "tablesOfPages.browser.js"), "utf8");
  const found = await page.evaluate<string[][][][]>(
    `(${program.replace(/;\s*$/, "")})(${JSON.stringify(pages)})`,
  );
  await page.close();
  return found.map((tables) => tables.map((rows) => comparable(rows.map((row) => row.map(withoutSpace)))));
}

/** @param delimiter the parser's own guess, if there is none */
export function tablesOfCsv(text: string, delimiter = ""): TableTexts[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: true, delimiter });
  return [comparable(data.map((row) => row.map(withoutSpace)))];
}

/**
 * Without what the two may have or not: cells that others reach into, the blanks at the end of short rows and at the
 * end of wide ones, rows of blanks.
 */
function comparable(rows: TableTexts): TableTexts {
  return rows.map((row) => row.filter((text) => text !== "")).filter((row) => row.length > 0);
}

function withoutSpace(text: string): string {
  return text.replaceAll(/[\s\u200B]+/gu, "");
}
