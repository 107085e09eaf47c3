import { type Data, isData } from "../isData.js";
import { normalText } from "./normalText.js";

/**
 * The fields of a mapping with what the page says now in those that are the page's. What says the same
 * keeps its spelling.
 *
 * @returns `was` itself where nothing changes
 */
export function mergeFields(was: Data, said: Data, isOfPage: (field: string) => boolean): Data {
  const merged: Record<string, unknown> = { ...was };
  let isChanged = false;
  for (const field of new Set([...Object.keys(said), ...Object.keys(was)])) {
    if (!isOfPage(field) || saysTheSame(field, was[field], said[field])) continue;
    isChanged = true;
    if (said[field] === undefined) Reflect.deleteProperty(merged, field);
    else merged[field] = mergeValue(field, was[field], said[field]);
  }
  return isChanged ? merged : was;
}

/** Of a mapping, such as `other`, the page says all or nothing. */
function mergeValue(field: string, was: unknown, said: unknown): unknown {
  if (!isData(was) || !isData(said)) return said;
  const cells = Object.entries(said).map(([key, value]) => [
    key,
    saysTheSame(field, was[key], value) ? was[key] : value,
  ]);
  return Object.fromEntries(cells);
}

/** Tells whether two values of a field say the same on a page. */
export function saysTheSame(field: string, a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string")
    return a.trimEnd() === b.trimEnd() || normalText(field, a) === normalText(field, b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => saysTheSame(field, item, b[index]));
  if (!isData(a) || !isData(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => saysTheSame(field, a[key], b[key]));
}
