import type { Column } from "../catalogue/catalogue.js";

/** The one header that cannot be the key of a mapping, and so has a number. */
const noKey = "__proto__";

/** The header of a column on the page: of several without a role and with one header, the spec numbers all but one. */
export function headerOnPage({ role, header }: Column, before: readonly Column[]): string {
  const [, unnumbered] = /^(.*?) ?\([0-9]+\)$/.exec(header) ?? [];
  const isTaken = unnumbered === noKey || before.some((column) => column.header === unnumbered);
  const isNumbered = role === "other" && isTaken;
  return isNumbered && unnumbered !== undefined ? unnumbered : header;
}

/** The headers of a table on the page. */
export function headersOnPage(columns: readonly Column[]): string[] {
  return columns.map((column, index) => headerOnPage(column, columns.slice(0, index)));
}

/** The header by which a spec knows a column that has no role: that of the page, numbered where it needs it. */
export function headerInSpec(header: string, before: readonly Column[]): string {
  const isFree = (name: string) =>
    name !== noKey &&
    !before.some((column) => column.role === "other" && column.header === name) &&
    headerOnPage({ role: "other", header: name }, before) === header;
  let name = header;
  for (let number = 2; !isFree(name); number++) name = `${header} (${number})`.trim();
  return name;
}
