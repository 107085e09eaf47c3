import { fieldsOfPage, type PageSpec } from "./definition.js";
import { isData } from "./isData.js";
import { mergeFields, saysTheSame } from "./merge/mergeFields.js";
import { type EntryCounts, mergeTables } from "./merge/mergeTables.js";
import { rewriteYaml } from "./rewrite/rewriteYaml.js";
import { parseYaml } from "./yamlSource.js";

/** A spec with what its page says now. */
export interface MergedSpec {
  /** The spec's text: the old one, byte for byte, where the page says nothing new. */
  readonly text: string;
  readonly entries: EntryCounts;
}

/**
 * The text of an existing spec with what its page says now. What people wrote stays: the fields that are
 * theirs, comments, and the layout of whatever the page did not change. A code that the page no longer
 * lists is retired since `retiredSince`; one that it lists again no longer is.
 *
 * @param existing the text of a spec as it is in its file
 * @throws where the text is no spec: `loadSpec` tells whether it is, and what is wrong
 */
export function mergeSpec(existing: string, imported: PageSpec, retiredSince: string): MergedSpec {
  const was = parseYaml("", existing).data;
  if (!isData(was) || !Array.isArray(was["tables"])) throw new Error("The existing text is not a spec.");
  const { tables, origins, entries } = mergeTables(was["tables"], imported.tables, retiredSince);
  const pageBefore = isData(was["page"]) ? was["page"] : {};
  const { source, digest } = imported.page;
  const isSameRevision =
    digest === pageBefore["digest"] && (digest !== undefined || saysTheSame("tables", was["tables"], tables));
  // Where a page was read is not on the page, and neither is where this revision of it stays.
  const isOfPage = (field: string) =>
    fieldsOfPage.page.includes(field) &&
    (field !== "source" || source !== undefined) &&
    (field !== "permalink" || !isSameRevision);
  const page = mergeFields(pageBefore, imported.page, isOfPage);
  const now = { ...was, page, tables };
  const text = rewriteYaml(existing, was, now, origins);
  const { data, problems } = parseYaml("", text);
  // A text that is too large now has problems that `loadSpec` tells.
  if (problems.length === 0 && !saysTheSame("", data, now))
    throw new Error("The rewritten spec does not match the page and the existing spec.");
  return { text, entries };
}
