import type { Spec } from "../spec/definition.js";

/** The codes of each table of which a merge would leave no entry that is not retired. */
export function retiredTables(before: Spec, after: Spec): string[][] {
  const left = new Set(after.tables.flatMap(liveCodes));
  return before.tables
    .map(liveCodes)
    .filter((codes) => codes.length > 0 && !codes.some((code) => left.has(code)));
}

function liveCodes({ kind, entries }: Spec["tables"][number]): string[] {
  return [...entries].filter(({ retired }) => retired === undefined).map(({ code }) => `${kind} ${code}`);
}
