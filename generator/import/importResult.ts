import { type Diagnostic, hasError, sortDiagnostics, type SourceTexts } from "../diagnostics/diagnostic.js";
import { pageRules } from "../rules/pageRules.js";
import type { ReadPage } from "./codePage.js";
import type { KnownSpec } from "./knownSpec.js";
import { normalSource } from "../sources/pageSource.js";
import type { Outcome, ImportedSpec } from "./importedSpec.js";

export interface ImportResult {
  /**
   * 0 every page with code tables was imported; 1 some were refused, or lost something with `lossy`;
   * 2 nothing was imported, or the call is wrong.
   */
  readonly exitCode: 0 | 1 | 2;
  /** The findings about the pages, and the mistakes in the config and the existing specs. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** In the order of the pages. */
  readonly specs: readonly ImportedSpec[];
  /** Paths and URLs of the pages that were not imported because of an error. */
  readonly refused: readonly string[];
}

/** Everything that came up in an import. */
interface Imported {
  /** The pages' texts, and which pages could not be read. */
  readonly read: {
    readonly pages: readonly { readonly file: string; readonly text: string }[];
    readonly diagnostics: readonly Diagnostic[];
  };
  readonly pages: readonly ReadPage[];
  readonly outcomes: readonly Outcome[];
  readonly known: readonly KnownSpec[];
}

export function importResult({ read, pages, outcomes, known }: Imported): ImportResult {
  const specs = outcomes.flatMap(({ spec }) => spec ?? []);
  const imported = new Set(specs.map(({ page }) => page));
  const orphaned = sourcesOfOthers(known, specs);
  const expected = pages.map((page) => (orphaned.has(page.file) ? withExpectedCodes(page) : page));
  const failed = expected.filter(({ file, codePage, diagnostics }) =>
    codePage ? !imported.has(file) : hasError(diagnostics),
  );
  const refused = [...read.diagnostics, ...failed].map(({ file }) => file);
  const isLossy = pages.some((page) => page.isLossy && imported.has(page.file));
  const found = [...expected, ...outcomes].flatMap(({ diagnostics }) => diagnostics);
  const texts = [...known, ...read.pages, ...specs, ...outcomes.flatMap((outcome) => outcome.refused ?? [])];
  return {
    exitCode: specs.length === 0 ? 2 : refused.length > 0 || isLossy ? 1 : 0,
    // One mistake may keep several pages from being imported.
    diagnostics: sortDiagnostics(new Set([...read.diagnostics, ...found])),
    // What could not be read has no text to point into.
    sources: new Map(texts.filter(({ text }) => text !== "").map(({ file, text }) => [file, text])),
    specs,
    refused,
  };
}

/** The sources of the specs that no page was imported into. */
function sourcesOfOthers(known: readonly KnownSpec[], specs: readonly ImportedSpec[]): Set<string> {
  const files = new Set(specs.map(({ file }) => file));
  const others = known.filter(({ file }) => !files.has(file));
  return new Set(others.map(({ checked }) => normalSource(checked?.spec.page?.source ?? "")));
}

/** That a page of a folder has no code table is an error where it had one, of which a spec was made. */
function withExpectedCodes(page: ReadPage): ReadPage {
  const diagnostics = page.diagnostics.map((found) =>
    found.rule === pageRules["no-code-table"].id
      ? { ...found, severity: pageRules["no-code-table"].severity }
      : found,
  );
  return { ...page, diagnostics };
}
