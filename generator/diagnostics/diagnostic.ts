/** How much a finding weighs: an `error` fails the run, a `warning` is only shown. */
export type Severity = "error" | "warning";

/** A place in a text file. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** A stretch of a text file; `end` is the position just after its last character. */
export interface SourceRange {
  /** The first character. */
  readonly start: Position;
  /** The position after the last character. */
  readonly end: Position;
}

/** A second place that a finding is about, such as the other half of a clash. */
interface RelatedPlace {
  /** What is there, one sentence. */
  readonly message: string;
  /** Path of the file, like that of the finding. */
  readonly file: string;
  /** Where in the file. */
  readonly range: SourceRange;
}

/**
 * A finding that a user can act on.
 *
 * @example
 * ```text
 * spec/apig.yaml:18:9 error malformed-code: "0400" is not an HTTP status code.
 * ```
 */
export interface Diagnostic {
  /** Id of the rule that found it, such as `unknown-key`. */
  readonly rule: string;
  /** Whether it fails the run. */
  readonly severity: Severity;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly help: string;
  /** Path of the file, relative to the project, with `/` between its parts. */
  readonly file: string;
  /** Where in the file; absent when the finding is about the file as a whole. */
  readonly range?: SourceRange;
  /** Other places that explain the finding. */
  readonly related?: readonly RelatedPlace[];
}

/** Texts of the files that diagnostics point into, by the `file` that they give. */
export type SourceTexts = ReadonlyMap<string, string>;

/** Orders diagnostics by file, then by place, then by rule, so that every run reads the same. */
export function sortDiagnostics<Found extends Diagnostic>(diagnostics: Iterable<Found>): Found[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
      (a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

/** Tells whether any of the diagnostics is an error. */
export function hasError(diagnostics: Iterable<Diagnostic>): boolean {
  for (const { severity } of diagnostics) if (severity === "error") return true;
  return false;
}

/** Compares by UTF-16 code units: the same order on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `file:line:column`, as editors and terminals turn into a link. */
export function placeOf({ file, range }: Pick<Diagnostic, "file" | "range">): string {
  return range ? `${file}:${range.start.line}:${range.start.column}` : file;
}
