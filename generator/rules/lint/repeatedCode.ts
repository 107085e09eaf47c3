import { entriesOf, type PlacedEntry } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const repeatedCode = defineRule({
  id: "repeated-code",
  stage: "lint",
  severity: "warning",
  summary:
    "An error code is listed more than once with different fields, so one of the rows may have the wrong code.",
  *check(spec) {
    const seen = new Map<string, PlacedEntry>();
    for (const placed of entriesOf(spec)) {
      const { entry, path } = placed;
      if (entry.kind !== "error-code" || entry.retired !== undefined) continue;
      const first = seen.get(entry.code);
      if (!first) {
        seen.set(entry.code, placed);
        continue;
      }
      const code = shortened(entry.code);
      yield {
        path: [...path, "code"],
        message: `"${code}" is listed more than once; these fields differ: ${differences(first.spec, placed.spec).join(", ")}.`,
        help: "Compare with the page: if it lists the code in both places, keep both entries; otherwise correct one of the codes.",
        related: { path: [...first.path, "code"], message: `"${code}" is listed here first.` },
      };
    }
  },
});

type Fields = Readonly<Record<string, unknown>>;

/** The fields in which two entries of one code differ. */
function differences(first: Fields, second: Fields): string[] {
  const fields = Object.keys({ ...first, ...second }).filter((field) => field !== "deviations");
  return fields.filter((field) => JSON.stringify(first[field]) !== JSON.stringify(second[field]));
}
