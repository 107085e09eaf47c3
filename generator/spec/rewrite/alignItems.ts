import { isDeepStrictEqual } from "node:util";
import { isData } from "../isData.js";

/**
 * Which items of a short list were which: equal ones first, then each of the others in place of one of the
 * old that can be edited to say it.
 *
 * @returns for each new item the index of the old one; `undefined` where it is new
 */
export function alignItems(was: readonly unknown[], now: readonly unknown[]): (number | undefined)[] {
  const left = new Set(was.keys());
  const take = (fits: (old: unknown) => boolean) => {
    const found = [...left].find((index) => fits(was[index]));
    if (found !== undefined) left.delete(found);
    return found;
  };
  const equal = now.map((item) => take((old) => isDeepStrictEqual(old, item)));
  return now.map((item, index) => equal[index] ?? take((old) => isAlike(old, item)));
}

/** Whether a value can be edited to be another, instead of being printed anew. */
export function isAlike(was: unknown, now: unknown): boolean {
  if (Array.isArray(was) || Array.isArray(now)) return Array.isArray(was) && Array.isArray(now);
  if (isData(was) && isData(now)) return Object.keys(was).some((key) => Object.hasOwn(now, key));
  return was !== null && typeof was !== "object" && typeof now !== "object";
}
