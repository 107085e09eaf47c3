import type { Entry } from "./catalogue.js";

/**
 * An entry as data for others to read: in a fixed order, without what is empty and without what only
 * the page is made of.
 *
 * @example { code: "404", value: 404, name: "NotFound", message: "Not Found", description: "…" }
 */
export function entryData(entry: Entry): Record<string, unknown> {
  const { kind: _kind, cells: _cells, code, name, other, deviations, ...said } = entry;
  const { values, ...rest } = "values" in said ? said : { ...said, values: [] };
  const [value, ...more] = values;
  return {
    code,
    ...(value !== undefined && (more.length === 0 ? { value } : { values })),
    ...(name !== "" && { name }),
    ...rest,
    ...(Object.keys(other).length > 0 && { other }),
    ...(deviations.length > 0 && { deviations }),
  };
}
