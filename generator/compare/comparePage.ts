import type { PageService, Column } from "../catalogue/catalogue.js";
import { diffServices } from "./diffServices.js";
import { pageRules } from "../rules/pageRules.js";
import type { Change } from "./change.js";
import { labelDifferences } from "./labelDifferences.js";
import { orderDifferences } from "./orderDifferences.js";
import type { PageDifference } from "./pageDifference.js";
import { rowDifferences } from "./rowDifferences.js";
import { surroundingDifferences } from "./surroundingDifferences.js";
import { saysTheSame } from "./writtenForm.js";

/** Everything in which a spec and its page differ, by what they say and not by their bytes. */
export function comparePage(spec: PageService, read: PageService): PageDifference[] {
  const page = alignRoles(read, spec);
  const { changes } = diffServices(page, spec, { compared: "spec-and-page" });
  return [
    ...changes.flatMap((change) => headDifferences(change, spec)),
    ...labelDifferences(spec, page),
    ...surroundingDifferences(spec, page),
    ...rowDifferences(changes, spec, page),
    ...orderDifferences(spec, page),
  ];
}

/** What differs about a page's name, its titles and its columns. */
function headDifferences(
  { kind, before = "", after = "" }: Change,
  { tables }: PageService,
): PageDifference[] {
  if (saysTheSame(before, after)) return [];
  const texts = { inSpec: after, onPage: before };
  switch (kind) {
    case "page-renamed":
      return [
        {
          ...texts,
          rule: pageRules["page-renamed"],
          path: ["page", "id"],
          message: "Page and spec differ in the page's name.",
          help: "Copy the page's name to `page.id`, once page and spec agree otherwise.",
        },
      ];
    case "title-changed":
      return [
        {
          ...texts,
          rule: pageRules["page-title"],
          path: ["page", "title"],
          message: "Page and spec differ in the page's title.",
          help: "Copy the page's title to `page.title`.",
        },
      ];
    case "table-title-changed": {
      const titled = tables.findIndex(
        ({ title }) => title !== undefined && !before.split(", ").includes(title),
      );
      return [
        {
          ...texts,
          rule: pageRules["page-title"],
          path: ["tables", Math.max(0, titled), "title"],
          message: "Page and spec differ in the titles of tables.",
          help: "Copy the page's title to the `title` of the table.",
        },
      ];
    }
    case "columns-changed":
      return [
        {
          ...texts,
          rule: pageRules["page-columns"],
          path: [
            "tables",
            Math.max(
              0,
              tables.findIndex((table) => !before.includes(headersOf(table))),
            ),
            "columns",
          ],
          message: "Page and spec differ in the columns of a table.",
          help: "Copy the page's columns to the `columns` of the table, and fill in what is new.",
        },
      ];
    default:
      return [];
  }
}

function headersOf({ columns }: PageService["tables"][number]): string {
  return columns.map(({ header }) => header).join(" | ");
}

/**
 * The page with the roles that the spec gives its columns, where both have the same headers: people
 * know better than a guess from the page, and a difference of roles is none of words.
 */
function alignRoles(page: PageService, spec: PageService): PageService {
  return {
    ...page,
    tables: page.tables.map((table) => {
      const twin = spec.tables.find(
        ({ kind, columns }) => kind === table.kind && headers(columns) === headers(table.columns),
      );
      return twin ? { ...table, columns: twin.columns } : table;
    }),
  };
}

function headers(columns: readonly Column[]): string {
  return JSON.stringify(columns.map(({ header }) => header));
}
