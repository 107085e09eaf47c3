import { diagnoseFinding } from "../rules/diagnose.js";
import { type Diagnostic, type Severity, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { disableComments, linesOf } from "../rules/lint/disableComments.js";
import type { ResolvedConfig } from "./config.js";
import { lintRules } from "../rules/registry.js";
import type { CheckedSpec, Finding, LintRule, OwnRule } from "../rules/rule.js";

/** What a config says of lint rules. */
export type LintConfig = Pick<ResolvedConfig, "rules" | "ownRules">;

/** A finding with the rule that made it, at the severity that the config gives it. */
export interface LintFinding {
  readonly rule: { readonly id: string; readonly severity: Severity };
  readonly finding: Finding;
}

/**
 * What the lint rules find in valid specs.
 *
 * @param only leaves out the rules of any other severity
 */
export function lintSpecs(specs: readonly CheckedSpec[], config: LintConfig, only?: Severity): Diagnostic[] {
  const diagnostics = specs.flatMap((spec) =>
    Array.from(lintFindings(spec, config, only), ({ rule, finding }) =>
      diagnoseFinding(rule, finding, spec.source),
    ),
  );
  return sortDiagnostics(diagnostics);
}

/** What the lint rules find in a valid spec, without what its comments silence. */
export function* lintFindings(
  spec: CheckedSpec,
  { rules: severities, ownRules }: LintConfig,
  only?: Severity,
): Generator<LintFinding> {
  const keyOf = (rule: string, line: number) => `${line}:${rule}`;
  const silenced = new Set(
    disableComments(spec.source).flatMap(({ rule, reason, line }) =>
      reason === "" ? [] : keyOf(rule, line),
    ),
  );
  const isSilenced = (rule: string, finding: Finding) =>
    silenced.size > 0 && linesOf(finding, spec.source).some((line) => silenced.has(keyOf(rule, line)));
  const all = [...lintRules, ...ownRules.filter((rule): rule is OwnRule & LintRule => rule.stage === "lint")];
  for (const rule of all) {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === "off" || severity !== (only ?? severity)) continue;
    for (const finding of rule.check(spec, all)) {
      if (!isSilenced(rule.id, finding)) yield { rule: { id: rule.id, severity }, finding };
    }
  }
}
