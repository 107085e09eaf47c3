import type { ImportedPage } from "./importedPage.js";
import type { RandomPage } from "./randomPages.js";
import { wordsIn } from "./words.js";

type Imported = Extract<ImportedPage, { kind: "imported" }>;

/**
 * The words of a page that import lost, doubled or put elsewhere: all are on the page once, so nothing
 * has to read it.
 */
export function lostWords({ text, tables }: RandomPage, imported: Imported): string[] {
  const said = new Set(wordsIn(imported.yaml));
  const inRows = new Set(tables.flatMap(({ rows }) => rows.flat().flatMap(({ words }) => words)));
  // What is around the tables may be left out where import says so.
  const mayLeaveOut = imported.warnings.some((rule) => rule !== "page-not-reproduced");
  const lost = wordsIn(text).filter((word) => !said.has(word) && (inRows.has(word) || !mayLeaveOut));
  const entries = imported.tables.flatMap((table) => table.entries.map(fieldsOf));
  const moved = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const words = row.flatMap((cell) => cell.words);
      const inRow = entries.filter((entry) => words.some((word) => entry.has(word)));
      if (inRow.length === 0) return [];
      const own = inRow.find((entry) => words.every((word) => entry.has(word)));
      if (!own) return [`${words.join(" ")}: not in one entry`];
      return row.flatMap(({ words: inCell, isAlone }) => {
        const repeated = isAlone
          ? inCell.filter((word) => inRow.some((entry) => entry !== own && entry.has(word)))
          : [];
        const doubled = inCell.filter((word) => (own.get(word)?.length ?? 0) > 1);
        return [
          ...repeated.map((word) => `${word}: in two entries`),
          ...(isAlone ? doubled.map((word) => `${word}: twice in an entry`) : []),
        ];
      });
    }),
  );
  return [...(lost.length > 0 ? [`lost: ${lost.join(" ")}`] : []), ...moved];
}

/** The fields in which an entry has each word. */
function fieldsOf(entry: Readonly<Record<string, unknown>>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const visit = (value: unknown, field: string): void => {
    if (typeof value === "string")
      for (const word of wordsIn(value)) found.set(word, [...(found.get(word) ?? []), field]);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, `${field}.${key}`);
  };
  visit(entry, "");
  return found;
}
