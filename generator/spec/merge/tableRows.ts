import { fieldsOfPage } from "../definition.js";
import { type Data, isData } from "../isData.js";
import { saidOnPage } from "./saidOnPage.js";

/** A table by what its page says, where a spec corrects the page by what it said. */
export interface TableRows {
  readonly kind: string;
  /** The texts of the table itself, such as its title, by field. */
  readonly head: Texts;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly code: string;
  readonly texts: Texts;
  readonly isRetired: boolean;
}

/** Texts by their fields; a cell of `other` by that and its header, as in `other Note`. */
export type Texts = ReadonlyMap<string, string>;

/** The rows of a table as it was read; an entry that is no mapping says nothing. */
export function tableRows(table: unknown): TableRows {
  const { kind, entries, ...head } = isData(table) ? table : {};
  return {
    kind: String(kind),
    head: textsOf(head, fieldsOfPage.table),
    rows: Array.isArray(entries) ? entries.map((entry) => rowOf(isData(entry) ? entry : {})) : [],
  };
}

function rowOf(entry: Data): Row {
  const { code, ...texts } = saidOnPage(entry);
  return {
    code: String(code),
    texts: textsOf(texts, fieldsOfPage.entry),
    isRetired: entry["retired"] !== undefined,
  };
}

function textsOf(data: Data, fields: readonly string[]): Texts {
  const texts = new Map<string, string>();
  for (const field of fields) {
    const value = data[field];
    if (typeof value === "string") texts.set(field, value.trimEnd());
    for (const [header, text] of Object.entries(isData(value) ? value : {}))
      texts.set(`${field} ${header}`, String(text).trimEnd());
  }
  return texts;
}
