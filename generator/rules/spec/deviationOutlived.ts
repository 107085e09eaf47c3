import { pageDigest } from "../../page/pageDigest.js";
import { buildService } from "../../catalogue/buildService.js";
import type { PageSpec, SpecEntry } from "../../spec/definition.js";
import { entriesOf } from "../entriesOf.js";
import { defineRule, hasPage } from "../rule.js";

const mostTried = 100;

export const deviationOutlived = defineRule({
  id: "deviation-outlived",
  stage: "spec",
  severity: "error",
  summary:
    "A deviation's original is no longer on the page: the page with the corrected text has the recorded digest.",
  *check(checked) {
    if (!hasPage(checked)) return;
    const { spec, service, source } = checked;
    const { digest } = service.page;
    const placed = [...entriesOf(checked)].filter(({ spec: entry }) => entry.deviations);
    if (digest === undefined || placed.length === 0 || pageDigest(service) === digest) return;
    const isThePage = (each: PageSpec) => {
      const { tables } = buildService(each, source.file);
      return pageDigest({ ...service, tables }) === digest;
    };
    // Each of them is tried by making the page without it: too slow for more than anyone records.
    const each = placed.length <= mostTried;
    const allOutlived = isThePage(withoutDeviations(spec, () => true));
    for (const { path, spec: entry } of placed) {
      for (const field of Object.keys(entry.deviations ?? {})) {
        const isThis = (other: SpecEntry, name: string) => other === entry && name === field;
        if (!allOutlived && !(each && isThePage(withoutDeviations(spec, isThis)))) continue;
        yield {
          path: [...path, "deviations", field],
          target: "key",
          message: `The page no longer has this deviation's original; it has the entry's own "${field}".`,
          help: "Remove the deviation.",
        };
      }
    }
  },
});

function withoutDeviations(spec: PageSpec, leaveOut: (entry: SpecEntry, field: string) => boolean): PageSpec {
  const copy = structuredClone(spec);
  for (const [tableIndex, table] of spec.tables.entries()) {
    for (const [entryIndex, entry] of table.entries.entries()) {
      const deviations = copy.tables[tableIndex]?.entries[entryIndex]?.deviations;
      for (const field of Object.keys(deviations ?? {})) {
        if (leaveOut(entry, field)) Reflect.deleteProperty(deviations ?? {}, field);
      }
    }
  }
  return copy;
}
