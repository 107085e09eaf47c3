import type { Diagnostic, SourceRange } from "../../generator/index.js";

/** A stretch within one line. */
export function rangeIn(line: number, start: number, end: number): SourceRange {
  return { start: { line, column: start }, end: { line, column: end } };
}

/** A diagnostic in which only that differs which a test is about. */
export function sample(differing: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule: "unknown-key",
    severity: "error",
    message: 'The key "nmae" is not known here.',
    help: "Use one of: id, name.",
    file: "spec/small.yaml",
    range: rangeIn(2, 3, 7),
    ...differing,
  };
}
