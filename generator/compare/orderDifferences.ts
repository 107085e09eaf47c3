import type { Entry, SpecService, Table } from "../catalogue/catalogue.js";
import { pageRules } from "../rules/pageRules.js";
import type { PageDifference } from "./pageDifference.js";
import { pathOfCode } from "./pathOfCode.js";

/** Entries that both have, in another order or in other tables. */
export function orderDifferences(spec: SpecService, page: SpecService): PageDifference[] {
  return (["status-codes", "error-codes"] as const).flatMap((kind) => {
    const [inSpec, onPage] = [codesOf(spec, kind, page), codesOf(page, kind, spec)];
    const differs = inSpec.findIndex((code, index) => code !== onPage[index]);
    const [here, there] = [inSpec[differs], onPage[differs]];
    if (here === undefined || there === undefined) return [];
    const isMoved = here === tableEnd || there === tableEnd;
    const code = here === tableEnd ? there : here;
    const message = isMoved
      ? `The page has ${code} in a different table than the spec.`
      : `The page has ${there} where the spec has ${here}: the entries are in a different order.`;
    const help = "Put the spec's entries in the page's order.";
    return [{ rule: pageRules["page-order"], path: pathOfCode(spec, kind, code), message, help }];
  });
}

/** Stands between the codes of two tables; no code is empty. */
const tableEnd = "";

/** The codes that the other side has too; with the tables' ends, where both have as many tables. */
function codesOf(service: SpecService, kind: Table["kind"], other: SpecService): string[] {
  const tablesOf = ({ tables }: SpecService) => tables.filter((table) => table.kind === kind);
  const known = new Map<string, number>();
  for (const { code } of tablesOf(other).flatMap(listed)) known.set(code, (known.get(code) ?? 0) + 1);
  const isSplitAlike = tablesOf(service).length === tablesOf(other).length;
  return tablesOf(service).flatMap((table) => {
    const codes = listed(table).flatMap(({ code }) => {
      const left = known.get(code) ?? 0;
      known.set(code, left - 1);
      return left > 0 ? [code] : [];
    });
    return isSplitAlike ? [...codes, tableEnd] : codes;
  });
}

/** The entries that a page lists. */
function listed({ entries }: Table): Entry[] {
  return [...entries].filter(({ retired }) => retired === undefined);
}
