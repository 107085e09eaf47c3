import type { PageService, Table } from "../catalogue/catalogue.js";
import { pageRules } from "../rules/pageRules.js";
import type { PageDifference } from "./pageDifference.js";

/** The labels of the page and of its tables, in one finding: they change together. */
export function labelDifferences(spec: PageService, page: PageService): PageDifference[] {
  const [inSpec, onPage] = [labelsOf(spec), labelsOf(page)];
  if (inSpec.join("\n") === onPage.join("\n")) return [];
  const first = spec.tables.findIndex(({ label }) => label !== undefined && !onPage.includes(label));
  return [
    {
      rule: pageRules["page-label"],
      path: spec.page.label !== spec.page.id || first === -1 ? ["page", "label"] : ["tables", first, "label"],
      message: "Page and spec differ in the labels.",
      help: "Copy the page's labels to the `label` of the page and of its tables.",
      inSpec: inSpec.join(", "),
      onPage: onPage.join(", "),
    },
  ];
}

function labelsOf({ page, tables }: PageService): string[] {
  return [page.label, ...tables.flatMap((table) => labelOf(table) ?? [])];
}

/** A table's label; what comes before a table may hold it, where a spec has that word for word. */
export function labelOf({ label, before, title }: Table): string | undefined {
  if (label !== undefined || title === undefined) return label;
  return /^ *\.\. _([^\n]+):\s*$/.exec(before?.split("\n").at(-1) ?? "")?.[1];
}
