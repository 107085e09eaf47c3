import {
  type Column,
  type Entry,
  type Field,
  type SpecService,
  type Table,
  valueOf,
  valueText,
} from "../catalogue/catalogue.js";
import { declaredIn } from "../spec/fields.js";
import { markdownToText } from "../markdown/parseMarkdown.js";
import { inlineMarkdown } from "../markdown/printMarkdown.js";
import type { RowPlace } from "./change.js";

/** A row of a table, made to be compared: what is in it, by field. */
export interface Row {
  readonly code: string;
  readonly entry: Entry;
  readonly table: Table;
  readonly place: RowPlace;
  /** Every cell but the code's that is not blank and no dash; by role, or by header where it has none. */
  readonly fields: ReadonlyMap<string, ComparedText>;
}

/** A text as Markdown, and as it is compared. */
export interface ComparedText {
  readonly markdown: string;
  readonly text: string;
}

/**
 * Whose words a row has where a spec corrects its page: those of the `page`, which is what a page can be
 * compared with, or those of the `spec`, which is what is generated.
 */
export type Words = "page" | "spec";

/** All rows of a service's tables of one kind. */
export function rowsOf(
  { tables, fields }: Pick<SpecService, "tables" | "fields">,
  kind: Table["kind"],
  words: Words,
): Row[] {
  return tables.flatMap((table, tableIndex) => {
    if (table.kind !== kind) return [];
    const entries: readonly Entry[] = table.entries;
    return entries.map((entry, index) => ({
      code: entry.code,
      entry,
      table,
      place: { table: tableIndex, entry: index },
      fields: cellsOf(entry, table, fields, words),
    }));
  });
}

function cellsOf(
  entry: Entry,
  { columns }: Table,
  fields: readonly Field[],
  words: Words,
): Map<string, ComparedText> {
  const cells = new Map<string, ComparedText>();
  const declared = new Set(declaredIn(fields).map(({ name }) => name));
  for (const [index, column] of columns.entries()) {
    const { role, header } = column;
    // In a spec, a declared field is compared by itself.
    const isDeclared = words === "spec" && declared.has(role ?? "");
    if (role === "code" || isDeclared) continue;
    const field =
      role === "codeAndMessage" ? "message" : role === "other" || role === undefined ? header : role;
    const corrected = words === "spec" ? correctedText(entry, field, fields) : undefined;
    const markdown = corrected ?? saidInCell(entry, column, entry.cells[index] ?? "", fields);
    const text = textOf(markdown);
    if (!/^[-–—]?$/.test(text)) cells.set(field, { markdown, text });
  }
  return cells;
}

/** What a spec says instead of the page. */
function correctedText(entry: Entry, field: string, fields: readonly Field[]): string | undefined {
  if (!entry.deviations.some((deviation) => deviation.field === field)) return undefined;
  return saidIn(entry, field, fields) ?? "";
}

/** A cell that continues the row above is blank on the page, and the entry has what it says. */
function saidInCell(entry: Entry, column: Column, cell: string, fields: readonly Field[]): string {
  if (column.role === "codeAndMessage")
    return cell === "" ? (entry.message ?? "") : cell.slice(cell.indexOf(" ") + 1 || cell.length);
  if (cell !== "") return cell;
  const original = entry.deviations.find(({ field }) => field === column.role)?.original;
  return original ?? textIn(entry, column, fields) ?? "";
}

function textIn(entry: Entry, { role, header }: Column, fields: readonly Field[]): string | undefined {
  if (role !== "other") return saidIn(entry, role ?? "", fields);
  return Object.hasOwn(entry.other, header) ? entry.other[header] : undefined;
}

/** What an entry says in a field, as Markdown. */
function saidIn(entry: Entry, name: string, fields: readonly Field[]): string | undefined {
  const field = fields.find((each) => each.name === name);
  const text = field && valueText(valueOf(entry, field));
  return field?.type === "phrase" ? inlineMarkdown([{ type: "text", value: text ?? "" }]) : text;
}

/** A text as it is compared: without markup, white space of any kind one space. */
export function textOf(markdown: string): string {
  return markdownToText(markdown).normalize("NFC").replaceAll(/\s+/gu, " ").trim();
}

/** A compared text without case, punctuation and white space. */
export function bareText(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
