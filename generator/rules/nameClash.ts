import { entriesOf, hasItsName, pathOfName, type PlacedEntry } from "./entriesOf.js";
import type { SpecRule } from "./rule.js";

export const nameClash: SpecRule = {
  id: "name-clash",
  stage: "spec",
  severity: "error",
  summary: "Two codes of one service have the same name, or one error code has two.",
  *check(spec) {
    const byName = new Map<string, PlacedEntry>();
    const byErrorCode = new Map<string, PlacedEntry>();
    for (const placed of entriesOf(spec)) {
      if (!hasItsName(placed)) continue;
      const { kind, code, name } = placed.entry;
      const sameName = name === "" ? undefined : first(byName, `${kind} ${name}`, placed);
      if (sameName && sameName.entry.code !== code) {
        yield {
          path: pathOfName(placed),
          message: `${code} and ${sameName.entry.code} have the same name, ${name}.`,
          help: "Give one of them a `name:` of its own; a retired code keeps its name for ever.",
          related: {
            path: pathOfName(sameName),
            message: `${sameName.entry.code} has the name ${name} as well.`,
          },
        };
      }
      const sameCode = kind === "error-code" ? first(byErrorCode, code, placed) : undefined;
      if (sameCode && sameCode.entry.name !== name) {
        yield {
          path: pathOfName(placed),
          message: `The code ${code} is named ${name} here and ${sameCode.entry.name} before.`,
          help: "Give every entry of this code the same `name:`.",
          related: { path: pathOfName(sameCode), message: `Here it is named ${sameCode.entry.name}.` },
        };
      }
    }
  },
};

/** The entry that had the key first; remembers `placed` where there is none. */
function first(seen: Map<string, PlacedEntry>, key: string, placed: PlacedEntry): PlacedEntry | undefined {
  const found = seen.get(key);
  if (!found) seen.set(key, placed);
  return found;
}
