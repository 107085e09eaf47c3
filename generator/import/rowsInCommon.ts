import type { SpecService } from "../catalogue/catalogue.js";
import { rowsOf } from "../compare/rowsOf.js";

/** A row as it is compared: its code, and the texts of its other cells by field. */
export interface ComparedRow {
  readonly code: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** How much of a page's rows a spec holds: the higher, the more. */
export const likeness = {
  none: 0,
  some: 1,
  /** At least half of the page's rows. */
  most: 2,
  /** The same rows, and no others. */
  all: 3,
} as const;

export type Likeness = (typeof likeness)[keyof typeof likeness];

/** The rows that a page has, or that a spec says its page has. */
export function comparedRows(service: SpecService): ComparedRow[] {
  return (["status-codes", "error-codes"] as const)
    .flatMap((kind) => rowsOf(service, kind, "page").map((row) => ({ ...row, kind })))
    .filter(({ entry }) => entry.retired === undefined)
    .map(({ kind, code, fields }) => ({
      code: `${kind} ${code}`,
      texts: new Map([...fields].map(([field, { text }]) => [field, text])),
    }));
}

export function likenessOf(page: readonly ComparedRow[], spec: readonly ComparedRow[]): Likeness {
  const common = countInCommon(page, spec);
  if (common === 0) return likeness.none;
  if (common === page.length && common === spec.length) return likeness.all;
  return common * 2 >= page.length ? likeness.most : likeness.some;
}

/** How many rows of the page are in the spec, each row of the spec counted once. */
function countInCommon(page: readonly ComparedRow[], spec: readonly ComparedRow[]): number {
  const left = new Map<string, ComparedRow[]>();
  for (const row of spec) left.set(row.code, [...(left.get(row.code) ?? []), row]);
  return page.filter((row) => {
    const candidates = left.get(row.code) ?? [];
    const index = candidates.findIndex((candidate) => isSameRow(row, candidate));
    if (index !== -1) candidates.splice(index, 1);
    return index !== -1;
  }).length;
}

/** Columns come and go: what counts is the cells that both have. */
function isSameRow({ texts: a }: ComparedRow, { texts: b }: ComparedRow): boolean {
  const shared = [...a].filter(([field]) => b.has(field));
  if (shared.length === 0) return a.size === 0 && b.size === 0;
  return shared.every(([field, text]) => b.get(field) === text);
}
