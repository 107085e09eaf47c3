import { diagnoseFinding } from "../rules/diagnose.js";
import { loadSpec } from "../project/loadCatalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { catalogueRules } from "../rules/registry.js";
import type { CheckedSpec } from "../rules/rule.js";
import type { KnownSpec } from "./knownSpec.js";
import type { Outcome } from "./importedSpec.js";

/**
 * Refuses the specs that would clash with others of the project, such as by the id of their service.
 * Clashes that the others have among themselves are not the import's.
 */
export function withoutClashes(outcomes: readonly Outcome[], known: readonly KnownSpec[]): Outcome[] {
  const fields = known.find(({ checked }) => checked)?.checked?.service.fields;
  const ours = outcomes.flatMap(({ spec }) => (spec ? (loadSpec(spec, fields).spec ?? []) : []));
  const files = new Set(ours.map(({ source }) => source.file));
  const others = known.flatMap(({ file, checked }) => (files.has(file) ? [] : (checked ?? [])));
  const clashes = clashesOf(ours, others);
  return outcomes.map((outcome) => {
    const { page, spec, diagnostics } = outcome;
    const found = clashes.get(spec?.file ?? "");
    return spec && found ? { page, diagnostics: [...diagnostics, ...found], refused: spec } : outcome;
  });
}

/** By the files of the specs that are ours. */
function clashesOf(ours: readonly CheckedSpec[], others: readonly CheckedSpec[]): Map<string, Diagnostic[]> {
  const clashes = new Map<string, Diagnostic[]>();
  for (const rule of catalogueRules) {
    // The later of two specs is the one that is blamed.
    for (const finding of rule.check([...others, ...ours])) {
      const diagnostic = diagnoseFinding(rule, finding, finding.spec.source);
      for (const spec of [finding.spec, finding.related?.spec]) {
        if (!spec || !ours.includes(spec)) continue;
        const { file } = spec.source;
        clashes.set(file, [...(clashes.get(file) ?? []), diagnostic]);
      }
    }
  }
  return clashes;
}
