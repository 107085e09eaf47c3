import { textBudget } from "../markdown/textBudget.js";
import type { Path } from "./yamlSource.js";

/** Parts of a page that are written again as they are, and never read. */
const verbatim = new Set(["before", "after", "top"]);

/** The way to the text with which the texts of a spec become more than Markdown's parser is given. */
export function pathBeyondBudget(data: unknown): Path | undefined {
  const isWithin = textBudget();
  return beyond(data, []);

  function beyond(value: unknown, path: Path): Path | undefined {
    if (typeof value === "string") return isWithin(value) ? undefined : path;
    if (typeof value !== "object" || value === null) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      if (verbatim.has(key)) continue;
      const found = beyond(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      if (found) return found;
    }
    return undefined;
  }
}
