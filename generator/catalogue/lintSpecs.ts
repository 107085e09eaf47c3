import { type Diagnostic, type Severity, sortDiagnostics } from "../diagnostics/diagnostic.js";
import { lintRules } from "../rules/registry.js";
import type { CheckedSpec } from "../rules/rule.js";
import { diagnosticOf } from "./loadCatalogue.js";

/** Severities of lint rules by rule id, where they are not the rules' own. */
export type RuleSeverities = Readonly<Record<string, Severity | "off">>;

/**
 * What the lint rules find in valid specs.
 *
 * @param only leaves out the rules of any other severity
 */
export function lintSpecs(
  specs: readonly CheckedSpec[],
  severities: RuleSeverities,
  only?: Severity,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const rule of lintRules) {
    const severity = severities[rule.id] ?? rule.severity;
    if (severity === "off" || severity !== (only ?? severity)) continue;
    for (const spec of specs) {
      for (const finding of rule.check(spec)) {
        diagnostics.push(diagnosticOf({ id: rule.id, severity }, finding, spec.source));
      }
    }
  }
  return sortDiagnostics(diagnostics);
}
