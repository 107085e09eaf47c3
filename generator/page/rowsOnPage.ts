import type { Table } from "../catalogue/catalogue.js";

/** The cells of the rows that a table has on its page: what is retired is no longer there. */
export function rowsOnPage({ entries }: Table): (readonly string[])[] {
  return [...entries].filter(({ retired }) => retired === undefined).map(({ cells }) => cells);
}
