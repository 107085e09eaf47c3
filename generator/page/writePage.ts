import stringWidth from "string-width";
import type { Service, Table } from "../catalogue/catalogue.js";
import { parseMarkdown } from "../markdown/parseMarkdown.js";
import { writeBlocks, writeCell } from "./writeBlocks.js";
import { escapeText } from "./writeInline.js";
import { writeGridTable } from "./writeTable.js";

/** The vendor's page as reStructuredText: what the spec says, in the vendor's own layout. */
export function writePage({ page, tables }: Service): string {
  const heading = escapeText(page.title);
  const blocks = [
    [`:original_name: ${page.id}.html`],
    [`.. _${page.id}:`],
    [heading, "=".repeat(stringWidth(heading))],
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
  const grid = writeGridTable(
    table.columns.map(({ header }) => [escapeText(header)]),
    table.entries.filter(({ retired }) => retired === undefined).map(({ cells }) => cells.map(writeCell)),
  );
  return [
    ...(lead === undefined ? [] : [writeLead(lead, label, number)]),
    ...(label === undefined ? [] : [[`.. _${label}:`]]),
    ...(title === undefined
      ? [grid]
      : [[`.. table:: **Table ${number}** ${escapeText(title)}`], grid.map((line) => `   ${line}`)]),
  ];
}

function writeLead(lead: string, label: string | undefined, number: number): string[] {
  const reference = label === undefined ? `Table ${number}` : `:ref:\`Table ${number} <${label}>\``;
  return writeBlocks(parseMarkdown(lead)).map((line) => line.replaceAll("{table}", () => reference));
}
