import type { Conventions } from "../catalogue/conventions.js";
import { clashesBetween, loadSpecs } from "../project/loadCatalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { CheckedSpec } from "../rules/rule.js";
import type { KnownSpec } from "./knownSpec.js";
import type { Outcome } from "./importedSpec.js";

/**
 * Refuses the specs that would clash with others of the project, such as by the id of their service.
 * Clashes that the others have among themselves are not the import's.
 */
export function withoutClashes(
  outcomes: readonly Outcome[],
  known: readonly KnownSpec[],
  conventions: Conventions,
): Outcome[] {
  const ours = outcomes.flatMap(({ spec }) => spec ?? []);
  const files = new Set(ours.map(({ file }) => file));
  const others = known.filter(({ file, checked }) => checked && !files.has(file));
  // The later of two specs is the one that is blamed.
  const specs = loadSpecs([...others, ...ours], conventions).flatMap(({ spec }) => spec ?? []);
  const clashes = clashesOf(specs, files, conventions);
  return outcomes.map((outcome) => {
    const { page, spec, diagnostics } = outcome;
    const found = clashes.get(spec?.file ?? "");
    return spec && found ? { page, diagnostics: [...diagnostics, ...found], refused: spec } : outcome;
  });
}

/** By the files of the specs that are ours. */
function clashesOf(
  specs: readonly CheckedSpec[],
  ours: ReadonlySet<string>,
  conventions: Conventions,
): Map<string, Diagnostic[]> {
  const clashes = new Map<string, Diagnostic[]>();
  for (const { diagnostic, specs: clashing } of clashesBetween(specs, conventions)) {
    for (const file of new Set(clashing.map(({ source }) => source.file))) {
      if (ours.has(file)) clashes.set(file, [...(clashes.get(file) ?? []), diagnostic]);
    }
  }
  return clashes;
}
