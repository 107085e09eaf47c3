import type { Entry } from "../../catalogue/catalogue.js";
import { entriesOf } from "../entriesOf.js";
import type { ServiceRule } from "../rule.js";
import { shortened } from "../shownValue.js";
import { suggestion } from "../suggestion.js";

export const unknownReplacement: ServiceRule = {
  id: "unknown-replacement",
  stage: "service",
  severity: "error",
  summary:
    "A code is replaced by one that the service does not list, or by itself, or is replaced without being retired.",
  *check(specs) {
    const placed = specs.flatMap((spec) => Array.from(entriesOf(spec), (each) => ({ ...each, spec })));
    const known = new Set(placed.flatMap(({ entry }) => valuesOf(entry)));
    for (const { spec, path, entry } of placed) {
      const { replacedBy, retired } = entry;
      if (replacedBy === undefined) continue;
      const place = { spec, path: [...path, "replacedBy"] };
      const shown = shortened(String(replacedBy));
      if (valuesOf(entry).includes(key(entry, replacedBy))) {
        const help = "Give the code that takes its place, or remove the field.";
        yield { ...place, message: `The code ${shown} is replaced by itself.`, help };
      } else if (!known.has(key(entry, replacedBy))) {
        const others = placed.filter((each) => each.entry.kind === entry.kind && each.entry !== entry);
        const codes = others.map((each) => each.entry.code);
        yield {
          ...place,
          message: `The service lists no code ${shown}.${suggestion(String(replacedBy), codes)}`,
          help: "Give a code that a spec of the service lists.",
        };
      } else if (retired === undefined) {
        const message = `${shortened(entry.code)} is replaced by ${shown}, but it is not retired.`;
        yield { ...place, target: "key", message, help: "Say since when: add `retired:` to the entry." };
      }
    }
  },
};

function valuesOf(entry: Entry): string[] {
  const values = entry.kind === "status-code" ? entry.values : [entry.value];
  return values.map((value) => key(entry, value));
}

function key({ kind }: Entry, value: string | number): string {
  return JSON.stringify([kind, value]);
}
