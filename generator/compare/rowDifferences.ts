import type { Entry, SpecService } from "../catalogue/catalogue.js";
import type { Change } from "./change.js";
import { pageRules } from "../rules/pageRules.js";
import { pageFields } from "../spec/fields.js";
import type { Path } from "../spec/yamlSource.js";
import type { PageDifference } from "./pageDifference.js";
import { pathOfCode } from "./pathOfCode.js";
import { saysTheSame } from "./writtenForm.js";

/** Entries that only the page has, that only the spec has, and that say something else. */
export function rowDifferences(
  changes: readonly Change[],
  spec: SpecService,
  page: SpecService,
): PageDifference[] {
  return changes.flatMap((change) => {
    const { kind, code = "", before, row } = change;
    const entry = row && spec.tables[row.table]?.entries[row.entry];
    const path: Path = row ? ["tables", row.table, "entries", row.entry] : [];
    switch (kind) {
      case "removed":
      case "row-removed":
        return [missing(code, before, spec, page)];
      case "added":
      case "row-added":
        return entry ? [extra(entry, path)] : [];
      case "retired":
        return [notRetired(code, path, page)];
      case "message-changed":
      case "reworded":
      case "punctuation-changed":
      case "status-changed":
      case "markup-changed":
        return entry ? altered(change, entry, path) : [];
      default:
        return [];
    }
  });
}

function missing(
  code: string,
  summary: string | undefined,
  spec: SpecService,
  page: SpecService,
): PageDifference {
  const places = page.tables.flatMap(({ kind, entries }) =>
    [...entries].map((entry, index) => ({ kind, entry, above: entries[index - 1] })),
  );
  const ofCode = places.filter(({ entry }) => entry.code === code);
  const place =
    ofCode.find(({ entry }) => entry.cells.some((cell) => cell.endsWith(summary ?? ""))) ?? ofCode[0];
  const after = place?.above ? ` after ${place.above.code}` : " at the beginning of a table";
  return {
    rule: pageRules["page-entry-missing"],
    path: pathOfCode(spec, place?.kind ?? "status-codes", place?.above?.code),
    message: `The page has ${code}${after}, but the spec does not.`,
    help: "Add the entry to the spec.",
    onPage: place ? rowText(place.entry) : (summary ?? ""),
  };
}

function extra(entry: Entry, path: Path): PageDifference {
  const deviates = entry.deviations.length > 0 ? ", nor the original of its deviation" : "";
  return {
    rule: pageRules["page-entry-extra"],
    path: [...path, "code"],
    message: `The spec has ${entry.code}, but the page does not${deviates}.`,
    help: "Mark the entry as `retired` if it used to be on the page; otherwise remove it.",
    inSpec: rowText(entry),
  };
}

function notRetired(code: string, path: Path, page: SpecService): PageDifference {
  const entries = page.tables.flatMap((table): Entry[] => [...table.entries]);
  const entry = entries.find((each) => each.code === code);
  return {
    rule: pageRules["page-entry-missing"],
    path: [...path, "retired"],
    message: `The page has ${code}, but the spec marks it as retired.`,
    help: "Remove `retired` from the entry.",
    onPage: entry ? rowText(entry) : "",
  };
}

function altered(
  { kind, field = "", before = "", after = "" }: Change,
  entry: Entry,
  path: Path,
): PageDifference[] {
  if (saysTheSame(before, after)) return [];
  const texts = { inSpec: after, onPage: before };
  const deviation = entry.deviations.find((each) => each.field === field);
  if (deviation) {
    return [
      {
        ...texts,
        rule: pageRules["deviation-not-on-page"],
        path: [...path, "deviations", field],
        target: "key",
        message: `The original of the deviation in the ${field} of ${entry.code} is not on the page.`,
        help: "Remove the deviation if the page has been corrected; otherwise copy the page's text to its `original`.",
      },
    ];
  }
  const what =
    kind === "markup-changed"
      ? `Page and spec differ in the markup of the ${field} of ${entry.code}.`
      : `Page and spec differ in the ${field} of ${entry.code}.`;
  const isField = pageFields.some(({ name }) => name === field);
  return [
    {
      ...texts,
      rule: pageRules["page-entry-altered"],
      path: isField ? [...path, field] : [...path, "other", field],
      message: what,
      help: "Copy the page's text, or record it as a deviation.",
    },
  ];
}

/** All that a page's row says. */
function rowText({ cells }: Entry): string {
  return cells.filter((cell) => cell !== "").join(" | ");
}
