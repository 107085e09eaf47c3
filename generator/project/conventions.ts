import type { Conventions } from "../catalogue/conventions.js";
import type { OwnRule, SpecRule } from "../rules/rule.js";
import type { ResolvedConfig } from "./config.js";
import { fieldsWith } from "./declaredFields.js";
import type { WatchedReader } from "./ownCode/ownReaders.js";

/** What a config says about all specs, and the rules of its own that they keep. */
export interface SpecConventions extends Conventions {
  readonly ownRules?: readonly SpecRule[];
  /** Its readers that write their pages again. */
  readonly writers?: readonly Pick<WatchedReader, "name" | "write">[];
}

export function conventionsOf(config: ResolvedConfig): SpecConventions {
  const { fields, names, case: nameCase, services, rules, ownRules, readers } = config;
  const ofSpecs = ownRules.filter(
    (rule): rule is OwnRule & SpecRule => rule.stage === "spec" && rules[rule.id] !== "off",
  );
  const writers = readers.filter(({ write }) => write !== undefined);
  return {
    fields: fieldsWith(fields),
    ...(names && { names }),
    case: nameCase,
    services,
    ...(ofSpecs.length > 0 && { ownRules: ofSpecs.map((rule) => ({ ...rule, severity: "error" as const })) }),
    ...(writers.length > 0 && { writers }),
  };
}
