import type { PageService, Table } from "../catalogue/catalogue.js";
import { writeSurroundings } from "../page/rst/writeRst.js";
import { pageRules } from "../rules/pageRules.js";
import { labelOf } from "./labelDifferences.js";
import type { PageDifference } from "./pageDifference.js";

/**
 * What is around the tables: before each, after the last, and above the title. A page can be read in several ways here, word
 * for word or taken apart, so what either would write is compared; labels aside, which are looked at
 * by themselves.
 */
export function surroundingDifferences(spec: PageService, page: PageService): PageDifference[] {
  // What is around the tables of a page that is not made again is not in its spec, save what belongs to them.
  const isMadeAgain = page.page.format === undefined || page.page.digest !== undefined;
  const said = (service: PageService) => textsOf(isMadeAgain ? service : tablesOnly(service));
  const [inSpec, onPage] = [said(spec), said(page)];
  const places = Math.max(inSpec.length, onPage.length);
  return Array.from({ length: places }, (_, index) => index).flatMap((index) => {
    const [saidInSpec = "", saidOnPage = ""] = [inSpec[index], onPage[index]];
    if (saidInSpec === saidOnPage) return [];
    return [
      {
        rule: pageRules["page-text"],
        ...placeOf(spec, index),
        ...(saidInSpec !== "" && { inSpec: saidInSpec }),
        ...(saidOnPage !== "" && { onPage: saidOnPage }),
      },
    ];
  });
}

/** What differs, and where it belongs in the spec. */
function placeOf({ tables }: PageService, index: number): Pick<PageDifference, "path" | "message" | "help"> {
  switch (index) {
    case 0:
      return {
        path: ["page", "after"],
        message: "Page and spec differ in the text after the last table.",
        help: "Copy the page's text to `page.after`.",
      };
    case 1:
      return {
        path: ["page", "title"],
        message: "Page and spec differ in the text above the page's title.",
        help: "Copy the page's text to `page.top`.",
      };
    default:
      return {
        path: pathOf(tables[index - 2], index - 2),
        message: `Page and spec differ in the text before table ${index - 1}.`,
        help: "Correct the `lead`, `section`, `item` or `before` of the spec's table.",
      };
  }
}

/** What comes after the last table, above the title, and before each table. */
function tablesOnly({
  page: { top: _top, after: _after, ...page },
  tables,
  ...service
}: PageService): PageService {
  return { ...service, page, tables: tables.map(({ before: _before, ...table }) => table) };
}

function textsOf({ page, tables }: PageService): string[] {
  const numberOf = (index: number) =>
    tables[index]?.number ?? tables.slice(0, index + 1).filter(({ title }) => title !== undefined).length;
  return [
    comparable(page.after ?? "", page.id, []),
    comparable((page.top ?? "").replaceAll(/^:original_name:.*$/gm, ""), page.id, []),
    ...tables.map((table, index) => {
      const written = writeSurroundings(table, numberOf(index)).flat().join("\n");
      return comparable(written, page.id, [labelOf(table) ?? []].flat());
    }),
  ];
}

/** A text without its line breaks and its labels. */
function comparable(text: string, pageId: string, labels: readonly string[]): string {
  const withoutLabels = text
    .split("\n")
    .filter((line) => !/^ *\.\. _[^\n]+:\s*$/.test(line))
    .join("\n");
  return [...labels, pageId]
    .reduce((shown, label) => shown.replaceAll(label, "…"), withoutLabels)
    .normalize("NFC")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function pathOf(table: Table | undefined, index: number): (string | number)[] {
  const fields = ["lead", "section", "item", "before"] as const;
  return ["tables", index, fields.find((field) => table?.[field] !== undefined) ?? "kind"];
}
