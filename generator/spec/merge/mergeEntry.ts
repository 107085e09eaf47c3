import { fieldsOfPage } from "../definition.js";
import { type Data, isData } from "../isData.js";
import { mergeFields, saysTheSame } from "./mergeFields.js";
import { saidOnPage } from "./saidOnPage.js";

/**
 * An entry with what the page says about it now. A deviation stays while the page says something else than
 * the entry, and goes with what it corrects; an entry that the page lists is not retired.
 *
 * @param declared the declared fields that the page has a column for
 * @returns `was` itself where nothing changes
 */
export function mergeEntry(was: Data, said: Data, declared: ReadonlySet<string>): Data {
  const before = saidOnPage(was);
  const after = mergeFields(
    before,
    said,
    (field) => fieldsOfPage.entry.includes(field) || declared.has(field),
  );
  if (after === before && was["retired"] === undefined) return was;
  const { retired: _retired, deviations, ...fields } = after;
  const merged: Record<string, unknown> = fields;
  const kept: Record<string, unknown> = {};
  for (const [field, deviation] of Object.entries(isData(deviations) ? deviations : {})) {
    const original = after[field];
    if (original === undefined) continue;
    if (was[field] === undefined) Reflect.deleteProperty(merged, field);
    else merged[field] = was[field];
    const isUnchanged = original === before[field];
    if (isUnchanged) kept[field] = deviation;
    else if (isData(deviation) && !saysTheSame(field, was[field], original))
      kept[field] = { ...deviation, original };
  }
  return {
    // A name that import makes is needed where the page's new words give that of another code.
    ...(said["name"] !== undefined && { name: said["name"] }),
    ...merged,
    ...(Object.keys(kept).length > 0 && { deviations: kept }),
  };
}
