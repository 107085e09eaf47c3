import { type Data, isData } from "../isData.js";

/** An entry with the page's own words, where its deviations correct them. */
export function saidOnPage(entry: Data): Data {
  const said: Record<string, unknown> = { ...entry };
  const deviations = isData(entry["deviations"]) ? entry["deviations"] : {};
  for (const [field, deviation] of Object.entries(deviations)) {
    if (isData(deviation)) said[field] = deviation["original"];
  }
  return said;
}
