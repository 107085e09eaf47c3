import type { Column, PageService } from "../../catalogue/catalogue.js";
import { blocksToText, parseMarkdown } from "../../markdown/parseMarkdown.js";
import { headersOnPage } from "../headerOnPage.js";
import { isLiteralCell } from "../literalCell.js";
import { rowsOnPage } from "../rowsOnPage.js";

/** A page as CSV: commas between the fields, and quotes where a field needs them. */
export function writeCsv({ tables }: PageService): string {
  const records = tables.flatMap((table) => [
    headersOnPage(table.columns),
    ...rowsOnPage(table).map((cells) => cells.map((cell, index) => textOf(cell, table.columns[index]))),
  ]);
  return records.map((record) => `${record.map(field).join(",")}\n`).join("");
}

/** A cell as plain text, with its lines. */
function textOf(cell: string, column: Column | undefined): string {
  if (isLiteralCell(column, cell)) return cell;
  return parseMarkdown(cell)
    .map((block) => blocksToText([block]))
    .join("\n\n");
}

/** @see https://www.rfc-editor.org/rfc/rfc4180 */
function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
