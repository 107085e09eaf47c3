import type { Page, PageService, Table } from "../../catalogue/catalogue.js";
import { parseMarkdown } from "../../markdown/parseMarkdown.js";
import { columnWidth } from "./columnWidth.js";
import { guardStart, oneLine, writeBlocks, writeTitle } from "./writeBlocks.js";
import { indentOf, writeTableOf } from "./writeTableOf.js";
import { escapeText } from "./writeInline.js";

/** Lines of a page that are together; blank lines part it from the next. */
type Block = readonly string[];

/** The vendor's page as reStructuredText: what the spec says, in the vendor's own layout. */
export function writeRst(service: PageService): string {
  const { page, tables } = service;
  const known = written.get(page);
  if (known?.tables === tables) return known.text;
  const text = writeWith(service, (table, number) => [writeTableOf(table, number)]);
  written.set(page, { tables, text });
  return text;
}

/** A page is asked for its digest first, and then, once all specs of its service are known, to be written. */
const written = new WeakMap<Page, Pick<PageService, "tables"> & { readonly text: string }>();

/** What is on the page around its tables. */
export function writeAround(service: PageService): string {
  return writeWith(service, () => []);
}

function writeWith(
  { page, tables: all }: PageService,
  writeTable: (table: Table, number: number) => readonly Block[],
): string {
  // A table of which all codes are retired is no longer on the page; without rows it would be malformed.
  const tables = all.filter(({ entries }) => entries.some(({ retired }) => retired === undefined));
  const blocks: Block[] = [
    ...writeTop(page),
    writeHeading(page.title, "="),
    ...tables.flatMap((table, index) => {
      const number = table.number ?? numberOf(tables, index);
      return [...writeSurroundings(table, number), ...writeTable(table, number)];
    }),
    ...(page.after === undefined ? [] : [page.after.split("\n")]),
  ];
  return blocks.map((lines) => lines.join("\n")).join("\n\n") + "\n";
}

/** What is above the title: the page's name and label, or what its spec has word for word. */
export function writeTop({ id, label, top }: Page): Block[] {
  if (top === undefined) return [[`:original_name: ${id}.html`], [`.. _${labelName(label)}:`]];
  return top === "" ? [] : [top.split("\n")];
}

/** The vendor numbers the tables that have a title. */
function numberOf(tables: readonly Table[], index: number): number {
  return tables.slice(0, index + 1).filter(({ title }) => title !== undefined).length;
}

/** What comes before a table and belongs to it: the rest of the page, heading, lead, item and label. */
export function writeSurroundings(table: Table, number: number): Block[] {
  const { before, section, lead, item, label } = table;
  const indent = " ".repeat(indentOf(table));
  return [
    ...(before === undefined ? [] : [before.split("\n")]),
    ...(section === undefined ? [] : [writeHeading(section, "-")]),
    ...(lead === undefined ? [] : [writeLead(lead, label, number)]),
    ...(item === undefined ? [] : [writeItem(item)]),
    ...(label === undefined ? [] : [[`${indent}.. _${labelName(label)}:`]]),
  ];
}

function writeItem(item: string): string[] {
  return writeBlocks(parseMarkdown(item)).map((line, index) => (index === 0 ? "-  " : "   ") + line);
}

function writeHeading(title: string, underline: string): string[] {
  const heading = guardStart(writeTitle(title));
  return [heading, underline.repeat(columnWidth(heading))];
}

/** A label's name as it can be in a reference to it. */
function referenceTarget(label: string): string {
  return isSimpleName(label) ? label : oneLine(escapeText(label)).replaceAll(/[<>]/g, String.raw`\$&`);
}

/** A label's name as it can be where the label is; an unusual one is in backquotes. */
function labelName(label: string): string {
  return isSimpleName(label) ? label : `\`${oneLine(escapeText(label))}\``;
}

function isSimpleName(label: string): boolean {
  return /^[A-Za-z0-9._-]+$/.test(label);
}

function writeLead(lead: string, label: string | undefined, number: number): string[] {
  const reference =
    label === undefined ? `Table ${number}` : `:ref:\`Table ${number} <${referenceTarget(label)}>\``;
  return writeBlocks(parseMarkdown(lead)).map((line) =>
    line
      // Between letters and most signs, markup would not be seen.
      .replaceAll(/(?<=[^\s\-:/'"<([{\u2013\u2014])\{table\}/gu, String.raw`\ {table}`)
      .replaceAll(
        /\{table\}(?=[^\s\-.,:;!?\\/'")\]}>\u2013\u2014]|:[A-Za-z0-9._+-]+:)/gu,
        String.raw`{table}\ `,
      )
      .replaceAll("{table}", () => reference),
  );
}
