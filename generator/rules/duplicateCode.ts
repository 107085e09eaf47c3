import { entriesOf, type PlacedEntry } from "./entriesOf.js";
import type { SpecRule } from "./rule.js";

export const duplicateCode: SpecRule = {
  id: "duplicate-code",
  stage: "spec",
  severity: "error",
  summary:
    "A status code stands twice in one service, or two entries of an error code differ in nothing: not in module, status or text.",
  *check(spec) {
    const seen = new Map<string, PlacedEntry>();
    for (const placed of entriesOf(spec)) {
      // What could not be read may be what tells two entries of an error code apart.
      if (placed.entry.kind === "error-code" && placed.unread.length > 0) continue;
      const key = identityOf(placed);
      const first = seen.get(key);
      if (!first) {
        seen.set(key, placed);
        continue;
      }
      const { code } = placed.entry;
      yield {
        path: [...placed.path, "code"],
        message: `The code ${code} stands here a second time.`,
        help: "Keep one of the two entries, or correct the code of the other.",
        related: { path: [...first.path, "code"], message: `The code ${code} stands here first.` },
      };
    }
  },
};

function identityOf({ entry, spec }: PlacedEntry): string {
  if (entry.kind === "status-code") return `status ${entry.code}`;
  const { name: _name, retired: _retired, deviations: _deviations, ...said } = spec;
  return `error ${JSON.stringify(Object.entries(said).sort())}`;
}
