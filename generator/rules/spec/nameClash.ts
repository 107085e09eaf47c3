import { nameFromCode, nameFromMessage } from "../../catalogue/names.js";
import { entriesOf, hasItsName, pathOfName, type PlacedEntry } from "../entriesOf.js";
import type { SpecRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const nameClash: SpecRule = {
  id: "name-clash",
  stage: "spec",
  severity: "error",
  summary: "Two codes of one service have the same name, or one error code has two names.",
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
          message: `${shortened(code)} and ${shortened(sameName.entry.code)} have the same name, ${shortened(name)}.`,
          help: `Give one of them another \`name:\`${otherName(placed)}; a retired code always keeps its name.`,
          related: {
            path: pathOfName(sameName),
            message: `${shortened(sameName.entry.code)} also has the name ${shortened(name)}.`,
          },
        };
      }
      const sameCode =
        placed.entry.kind === "error-code"
          ? first(byErrorCode, JSON.stringify(placed.entry.value), placed)
          : undefined;
      if (sameCode && sameCode.entry.name !== name) {
        yield {
          path: pathOfName(placed),
          message: `The code ${shortened(code)} is named ${shortened(name)} here, but ${shortened(sameCode.entry.name)} earlier.`,
          help: "Give every entry of this code the same `name:`.",
          related: {
            path: pathOfName(sameCode),
            message: `Here it is named ${shortened(sameCode.entry.name)}.`,
          },
        };
      }
    }
  },
};

/** The name that the entry would have by the other rule. */
function otherName({ entry: { code, message, name }, table: { names } }: PlacedEntry): string {
  const other = names === "message" ? nameFromCode(code) : nameFromMessage(message ?? "");
  return other === "" || other === name ? "" : `, such as ${shortened(other)}`;
}

/** The entry that had the key first; remembers `placed` where there is none. */
function first(seen: Map<string, PlacedEntry>, key: string, placed: PlacedEntry): PlacedEntry | undefined {
  const found = seen.get(key);
  if (!found) seen.set(key, placed);
  return found;
}
