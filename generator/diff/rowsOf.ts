import type { Entry, Service, Table } from "../catalogue/catalogue.js";
import { markdownToText } from "../markdown/parseMarkdown.js";

/** A row of a table, made to be compared: what stands in it, by field. */
export interface Row {
  readonly code: string;
  readonly entry: Entry;
  readonly table: Table;
  /** Markdown of every cell but the code's that is not blank and no dash; by role, or by header where it has none. */
  readonly fields: ReadonlyMap<string, string>;
}

/** All rows of a service's tables of one kind, with the texts that the page has: deviations undone. */
export function rowsOf({ tables }: Service, kind: Table["kind"]): Row[] {
  return tables
    .filter((table) => table.kind === kind)
    .flatMap((table) => {
      const entries: readonly Entry[] = table.entries;
      return entries.map((entry) => ({ code: entry.code, entry, table, fields: fieldsOf(entry, table) }));
    });
}

function fieldsOf(entry: Entry, { columns }: Table): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [index, { role, header }] of columns.entries()) {
    if (role === "code") continue;
    const field =
      role === "codeAndMessage" ? "message" : role === "other" || role === undefined ? header : role;
    const cell = saidInCell(entry, role, entry.cells[index] ?? "");
    if (!/^[-–—]?$/.test(textOf(cell))) fields.set(field, cell);
  }
  return fields;
}

/** A cell that spans rows is blank in the page's lower rows, where the entry has what it says. */
function saidInCell(entry: Entry, role: string | undefined, cell: string): string {
  if (role === "codeAndMessage")
    return cell === "" ? (entry.message ?? "") : cell.slice(cell.indexOf(" ") + 1 || cell.length);
  if (cell !== "" || entry.kind === "status-code") return cell;
  return role === "status" ? (entry.status ?? "") : role === "module" ? (entry.module ?? "") : cell;
}

/** A text as it is compared: without markup, white space of any kind one space. */
export function textOf(markdown: string): string {
  return markdownToText(markdown).normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** The same without case, punctuation and white space. */
export function bareTextOf(markdown: string): string {
  return textOf(markdown)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
