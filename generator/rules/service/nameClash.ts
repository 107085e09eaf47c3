import { nameFromCode, nameFromMessage } from "../../catalogue/names.js";
import { entriesOf, hasItsName, pathOfName, type PlacedEntry } from "../entriesOf.js";
import type { CheckedSpec, ServiceRule } from "../rule.js";
import { shortened } from "../shownValue.js";

export const nameClash: ServiceRule = {
  id: "name-clash",
  stage: "service",
  severity: "error",
  summary: "Two codes of one service have the same name, or one code has two names.",
  *check(specs) {
    const byName = new Map<string, Placed>();
    const byCode = new Map<string, Placed>();
    for (const placed of specs.flatMap(placedIn)) {
      if (!hasItsName(placed)) continue;
      const { kind, code, name } = placed.entry;
      const sameName = name === "" ? undefined : first(byName, `${kind} ${name}`, placed);
      if (sameName && sameName.entry.code !== code) {
        yield {
          spec: placed.checked,
          path: pathOfName(placed),
          message: `${shortened(code)} and ${shortened(sameName.entry.code)} have the same name, ${shortened(name)}.`,
          help: `Give one of them another \`name:\`${otherName(placed)}; a retired code always keeps its name.`,
          related: {
            spec: sameName.checked,
            path: pathOfName(sameName),
            message: `${shortened(sameName.entry.code)} also has the name ${shortened(name)}.`,
          },
        };
      }
      const identity = identityOf(placed);
      const sameCode = identity === undefined ? undefined : first(byCode, identity, placed);
      const isOneCode = sameCode && (isGiven(placed) || sameCode.checked !== placed.checked);
      if (isOneCode && sameCode.entry.name !== name) {
        yield {
          spec: placed.checked,
          path: pathOfName(placed),
          message: `The code ${shortened(code)} is named ${shortened(name)} here, but ${shortened(sameCode.entry.name)} earlier.`,
          help: "Give every entry of this code the same `name:`.",
          related: {
            spec: sameCode.checked,
            path: pathOfName(sameCode),
            message: `Here it is named ${shortened(sameCode.entry.name)}.`,
          },
        };
      }
    }
  },
};

type Placed = PlacedEntry & { readonly checked: CheckedSpec };

function placedIn(checked: CheckedSpec): Placed[] {
  return Array.from(entriesOf(checked), (placed) => ({ ...placed, checked }));
}

/** What makes two entries those of one member; `undefined` for an entry that gives no member a name. */
function identityOf({ entry }: PlacedEntry): string | undefined {
  if (entry.kind === "error-code") return JSON.stringify(entry.value);
  return entry.values.length === 1 ? `status ${entry.code}` : undefined;
}

/** In one spec, a status code has the name of its first message, whatever the messages of its other entries are. */
function isGiven({ entry, spec }: PlacedEntry): boolean {
  return entry.kind === "error-code" || spec.name !== undefined;
}

/** The name that the entry would have by the other rule. */
function otherName({ checked, entry: { code, message, name }, table: { names } }: Placed): string {
  const nameCase = checked.service.case;
  const other = names === "message" ? nameFromCode(code, nameCase) : nameFromMessage(message ?? "", nameCase);
  return other === "" || other === name ? "" : `, such as ${shortened(other)}`;
}

/** The entry that had the key first; remembers `placed` where there is none. */
function first(seen: Map<string, Placed>, key: string, placed: Placed): Placed | undefined {
  const found = seen.get(key);
  if (!found) seen.set(key, placed);
  return found;
}
