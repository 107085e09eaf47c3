import type { Entry } from "./catalogue.js";

/**
 * An entry as data for others to read: in a fixed order, without what is empty and without what only
 * the page is made of.
 *
 * @example { code: "404", value: 404, name: "NotFound", message: "Not Found", description: "…" }
 */
export function entryData(entry: Entry): Record<string, unknown> {
  const { kind: _kind, cells: _cells, page: _page, code, name, other, deviations, ...said } = entry;
  return {
    code,
    ...valueData(entry),
    ...(name !== "" && { name }),
    ...withoutValues(said),
    ...(Object.keys(other).length > 0 && { other }),
    ...(deviations.length > 0 && { deviations }),
  };
}

/** The numbers that the code stands for; a code that is a text says so itself. */
function valueData(entry: Entry): Record<string, unknown> {
  if (entry.kind === "error-code") return typeof entry.value === "number" ? { value: entry.value } : {};
  const [value, ...more] = entry.values;
  return value === undefined ? {} : more.length === 0 ? { value } : { values: entry.values };
}

function withoutValues(said: object): object {
  return Object.fromEntries(Object.entries(said).filter(([key]) => key !== "value" && key !== "values"));
}
