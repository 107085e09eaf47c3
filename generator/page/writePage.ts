import type { Column, Service, Table } from "../catalogue/catalogue.js";
import { parseMarkdown } from "../markdown/parseMarkdown.js";
import { columnWidth } from "./columnWidth.js";
import { oneLine, writeBlocks, writeCell, writeText } from "./writeBlocks.js";
import { escapeText } from "./writeInline.js";
import { writeTable } from "./writeTable.js";

/** The vendor's page as reStructuredText: what the spec says, in the vendor's own layout. */
export function writePage({ page, tables: all }: Service): string {
  // A table of which all codes are retired is no longer on the page; without rows it would be malformed.
  const tables = all.filter(({ entries }) => entries.some(({ retired }) => retired === undefined));
  const heading = writeText(page.title).join(" ");
  const blocks = [
    [`:original_name: ${page.id}.html`],
    [`.. _${page.id}:`],
    [heading, "=".repeat(columnWidth(heading))],
    ...tables.flatMap((table, index) => writeTableBlocks(table, numberOf(tables, index))),
  ];
  return blocks.map((lines) => lines.join("\n")).join("\n\n") + "\n";
}

/** The vendor numbers the tables that have a title. */
function numberOf(tables: readonly Table[], index: number): number {
  return tables.slice(0, index + 1).filter(({ title }) => title !== undefined).length;
}

function writeTableBlocks(table: Table, number: number): string[][] {
  const { lead, label, title } = table;
  const grid = writeTable(
    table.columns.map(({ header }) => writeText(header)),
    table.entries
      .filter(({ retired }) => retired === undefined)
      .map(({ cells }) => cells.map((cell, index) => writeCellOf(table.columns[index], cell))),
  );
  return [
    ...(lead === undefined ? [] : [writeLead(lead, label, number)]),
    ...(label === undefined ? [] : [[`.. _${labelName(label)}:`]]),
    ...(title === undefined
      ? [grid]
      : [[`.. table:: **Table ${number}** ${escapeText(oneLine(title))}`], grid.map((line) => `   ${line}`)]),
  ];
}

/** Codes, statuses and modules are no Markdown: `__proto__` is what it looks like. */
function writeCellOf(column: Column | undefined, cell: string): string[] {
  switch (column?.role) {
    case "code":
    case "status":
    case "module":
      return writeText(cell);
    default:
      return writeCell(cell);
  }
}

/** A label's name as it can stand in a reference to it. */
function referenceTarget(label: string): string {
  return isSimpleName(label) ? label : escapeText(oneLine(label)).replaceAll(/[<>]/g, String.raw`\$&`);
}

/** A label's name as it can stand where the label is; an unusual one is in backquotes. */
function labelName(label: string): string {
  return isSimpleName(label) ? label : `\`${escapeText(oneLine(label))}\``;
}

function isSimpleName(label: string): boolean {
  return /^[A-Za-z0-9._-]+$/.test(label);
}

function writeLead(lead: string, label: string | undefined, number: number): string[] {
  const reference =
    label === undefined ? `Table ${number}` : `:ref:\`Table ${number} <${referenceTarget(label)}>\``;
  return writeBlocks(parseMarkdown(lead)).map((line) =>
    line
      // Between letters, markup would not be seen.
      .replaceAll(/(?<=[\p{L}\p{N}])\{table\}/gu, String.raw`\ {table}`)
      .replaceAll(/\{table\}(?=[\p{L}\p{N}])/gu, String.raw`{table}\ `)
      .replaceAll("{table}", () => reference),
  );
}
