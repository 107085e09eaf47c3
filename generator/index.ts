/**
 * Programmatic API of statusgen.
 *
 * @example
 * ```ts
 * import { check } from "statusgen";
 * const { exitCode, files } = await check({ cwd: "my-project" });
 * ```
 *
 * @packageDocumentation
 */
export { check } from "./commands/check.js";
export type { CheckOptions, CheckResult, FileOutOfStep } from "./commands/check.js";
export { defineConfig } from "./project/configSource.js";
export {
  type ConfiguredEmitter,
  defineEmitter,
  type Emitter,
  type EmitOptions,
  type EnumStyle,
  type ImportExtension,
} from "./emit/emitter.js";
export type { Defined } from "./diagnostics/defined.js";
export type { NameCase } from "./catalogue/names.js";
export type { ColumnRole } from "./spec/columns.js";
export { type CheckedSpec, defineRule, type Finding, type OwnRule } from "./rules/rule.js";
export { entriesOf, type PlacedEntry } from "./rules/entriesOf.js";
export {
  defineReader,
  type Reader,
  type ReaderCell,
  type ReaderPage,
  type ReaderTable,
} from "./page/reader.js";
export type { EmitterUse } from "./emit/emitters.js";
export type { SourcesConfig, StatusgenConfig } from "./project/config.js";
export { diff, type DiffOptions, type DiffResult, type PlacedChange } from "./commands/diff.js";
export { compare, type CompareResult } from "./commands/compare.js";
export { explain, type Explanation, type ExplainOptions, type ExplainResult } from "./commands/explain.js";
export { generate } from "./commands/generate.js";
export type { GenerateOptions, GenerateResult } from "./commands/generateResult.js";
export { type ImportOptions, importPages } from "./commands/importPages.js";
export { lint, type LintResult } from "./commands/lint.js";
export { loadProject, type Project, type ProjectOptions } from "./project/project.js";
export {
  type PageDiagnostic,
  type RecordedDeviation,
  type VerifiedSpec,
  verify,
  type VerifyOptions,
  type VerifyResult,
} from "./commands/verify.js";
export { update, type UpdateOptions, type UpdateResult } from "./commands/update.js";
export { watch, type WatchOptions } from "./commands/watch.js";
export type {
  Catalogue,
  Entry,
  ErrorCodeEntry,
  Page,
  Service,
  StatusCodeEntry,
  Table,
  WrittenPage,
} from "./catalogue/catalogue.js";
export type { Change, ChangeKind, Level } from "./compare/change.js";
export type { Diagnostic, Position, Severity, SourceRange } from "./diagnostics/diagnostic.js";
export type { ImportResult } from "./import/importResult.js";
export type { ImportedSpec } from "./import/importedSpec.js";
export type { ComparedFile, FileState } from "./output/compareOutput.js";
export type { OutputChanges } from "./output/planChanges.js";
