import type { Service, Table } from "../catalogue/catalogue.js";
import { writeSurroundings } from "../page/writePage.js";
import { pageText } from "../rules/pageText.js";
import { labelOf } from "./labelDifferences.js";
import type { PageDifference } from "./pageDifference.js";

/**
 * What stands before each table and after the last. A page can be read in several ways here, word
 * for word or taken apart, so what either would write is compared; labels aside, which are looked at
 * by themselves.
 */
export function surroundingDifferences(spec: Service, page: Service): PageDifference[] {
  const [inSpec, onPage] = [textsOf(spec), textsOf(page)];
  const places = Math.max(inSpec.length, onPage.length);
  return Array.from({ length: places }, (_, index) => index).flatMap((index) => {
    const [said = "", saidOnPage = ""] = [inSpec[index], onPage[index]];
    if (said === saidOnPage) return [];
    const isAfter = index === 0;
    return [
      {
        rule: pageText,
        path: isAfter ? ["page", "after"] : pathOf(spec.tables[index - 1], index - 1),
        message: isAfter
          ? "The page says something else after its last table than the spec."
          : `The page says something else before its table ${index} than the spec.`,
        help: isAfter
          ? "Make it the spec's `page.after`."
          : "Correct what the spec's table has as its `lead`, `section`, `item` or `before`.",
        ...(said !== "" && { inSpec: said }),
        ...(saidOnPage !== "" && { onPage: saidOnPage }),
      },
    ];
  });
}

/** First what stands after the last table, then what stands before each. */
function textsOf({ page, tables }: Service): string[] {
  const numberOf = (index: number) =>
    tables[index]?.number ?? tables.slice(0, index + 1).filter(({ title }) => title !== undefined).length;
  return [
    comparable(page.after ?? "", page.id, []),
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
