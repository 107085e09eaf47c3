import type { Column } from "../catalogue/catalogue.js";

/** Whether a cell is a text as it is: codes, statuses and modules are no Markdown, and `__proto__` is what it looks like. */
export function isLiteralCell(column: Column | undefined, cell: string): boolean {
  const isClass = /^[1-5]\*xx\*$/.test(cell);
  const isLiteral = column?.role === "code" || column?.role === "status" || column?.role === "module";
  return isLiteral && !isClass;
}
