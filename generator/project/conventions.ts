import type { Conventions } from "../catalogue/conventions.js";
import type { OwnRule, SpecRule } from "../rules/rule.js";
import type { ResolvedConfig } from "./config.js";
import { fieldsWith } from "./declaredFields.js";

/** What a config says about all specs, and the rules of its own that they keep. */
export interface SpecConventions extends Conventions {
  readonly ownRules?: readonly SpecRule[];
}

export function conventionsOf(config: ResolvedConfig): SpecConventions {
  const { fields, names, case: nameCase, services, rules, ownRules } = config;
  const ofSpecs = ownRules.filter(
    (rule): rule is OwnRule & SpecRule => rule.stage === "spec" && rules[rule.id] !== "off",
  );
  return {
    fields: fieldsWith(fields),
    ...(names && { names }),
    case: nameCase,
    services,
    ...(ofSpecs.length > 0 && { ownRules: ofSpecs.map((rule) => ({ ...rule, severity: "error" as const })) }),
  };
}
