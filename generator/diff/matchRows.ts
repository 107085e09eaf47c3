import { type Row, textOf } from "./rowsOf.js";

/** Rows of one code on either side: the same row, or one that is only there on one side. */
export interface MatchedRows {
  readonly pairs: readonly (readonly [before: Row, after: Row])[];
  readonly removed: readonly Row[];
  readonly added: readonly Row[];
}

/**
 * Matches rows by their codes. Where a code stands several times, rows that say the same belong
 * together first, then the others in their order. Only fields that both sides have columns for count.
 */
export function matchRows(before: readonly Row[], after: readonly Row[]): MatchedRows {
  const shared = sharedFields(before, after);
  const left = byCode(after);
  const pairs: [Row, Row][] = [];
  const unmatched: Row[] = [];
  for (const row of before) {
    const candidates = left.get(row.code) ?? [];
    const same = candidates.findIndex((candidate) => saysTheSame(row, candidate, shared));
    const [match] = same >= 0 ? candidates.splice(same, 1) : [];
    if (match) pairs.push([row, match]);
    else unmatched.push(row);
  }
  const removed: Row[] = [];
  for (const row of unmatched) {
    const match = left.get(row.code)?.shift();
    if (match) pairs.push([row, match]);
    else removed.push(row);
  }
  const added = new Set([...left.values()].flat());
  return { pairs, removed, added: after.filter((row) => added.has(row)) };
}

function saysTheSame(a: Row, b: Row, shared: readonly string[]): boolean {
  return shared.every((field) => {
    const [first = "", second = ""] = [a.fields.get(field), b.fields.get(field)];
    return first === second || textOf(first) === textOf(second);
  });
}

/** The fields that stand in rows of both sides. */
export function sharedFields(before: readonly Row[], after: readonly Row[]): string[] {
  const fieldsIn = (rows: readonly Row[]) => new Set(rows.flatMap(({ fields }) => [...fields.keys()]));
  const [first, second] = [fieldsIn(before), fieldsIn(after)];
  // A field that is empty in all rows of one side counts where the side has a column for it.
  const isColumn = (rows: readonly Row[], field: string) =>
    rows.some(({ table }) => table.columns.some(({ role, header }) => role === field || header === field));
  return [...new Set([...first, ...second])].filter(
    (field) => (first.has(field) || isColumn(before, field)) && (second.has(field) || isColumn(after, field)),
  );
}

function byCode(rows: readonly Row[]): Map<string, Row[]> {
  const codes = new Map<string, Row[]>();
  for (const row of rows) codes.set(row.code, [...(codes.get(row.code) ?? []), row]);
  return codes;
}
