import { diagnose, firstLineOf } from "../rules/diagnose.js";
import { loadSpec } from "../project/loadCatalogue.js";
import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import { inWordsOf } from "../page/inWordsOf.js";
import { isProven } from "../page/pageDigest.js";
import type { SpecService } from "../catalogue/catalogue.js";
import type { Conventions } from "../catalogue/conventions.js";
import { pageRules } from "../rules/pageRules.js";
import type { CheckedSpec } from "../rules/rule.js";
import type { PageSpec, Spec } from "../spec/definition.js";
import { type MergedSpec, mergeSpec } from "../spec/mergeSpec.js";
import { type CodePage, haveSameColumns } from "./codePage.js";
import type { ValidSpec } from "./knownSpec.js";
import { isUrl, normalSource } from "../sources/pageSource.js";
import { namedAlike } from "./namedAlike.js";
import type { Outcome, ImportedSpec } from "./importedSpec.js";

export interface UpdateOptions {
  /** The spec's text with its byte order mark. */
  readonly existing: string;
  readonly retiredSince: string;
  /** Whether the caller says that this is the page's spec. */
  readonly isMeant: boolean;
  /** The service as its other specs have it. */
  readonly siblings: readonly SpecService[];
  readonly conventions: Conventions;
}

/** A spec with what its page says now, or why it is not to be written. */
export function updateSpec(page: CodePage, known: ValidSpec, options: UpdateOptions): Outcome {
  const { file } = known;
  const before = known.checked.spec;
  const { text, entries } = mergePage(page, known.checked, options);
  const { spec: checked, diagnostics } = loadSpec({ file, text }, options.conventions);
  if (!checked || hasError(diagnostics)) return { page: page.file, diagnostics, refused: { file, text } };

  const after = checked.spec;
  const [retired] = retiredTables(before, after);
  if (retired && !options.isMeant) {
    return { page: page.file, diagnostics: [wouldRetireAll(page, file, retired.length)] };
  }
  const { id, source, permalink } = before.page ?? {};
  const spec: ImportedSpec = {
    page: page.file,
    file,
    text,
    state: text === options.existing ? "unchanged" : "updated",
    entries,
    isReproduced: after.page?.digest !== undefined,
    ...(id !== undefined &&
      after.page &&
      id !== after.page.id && { pageId: { from: id, to: after.page.id } }),
    ...(source !== undefined && isMoved(source, page) && { source: { from: source, to: page.file } }),
    ...(permalink !== undefined && after.page?.permalink === undefined && { oldPermalink: permalink }),
  };
  return { page: page.file, spec, diagnostics: [] };
}

function mergePage(
  page: CodePage,
  checked: CheckedSpec,
  { existing, retiredSince, isMeant, siblings, conventions }: UpdateOptions,
): MergedSpec {
  const { spec: before } = checked;
  const said = page.readBy(checked);
  // Columns that the caller gives are meant, although the spec says all that is on the page by other ones.
  const hasNewColumns = page.hasGivenColumns && !haveSameColumns(before, said);
  const inWords = (spec: PageSpec) =>
    hasNewColumns || !before.page ? spec : inWordsOf({ ...before, page: before.page }, spec, page);
  const merge = (imported: PageSpec) =>
    mergeSpec(existing, namedAlike(inWords(imported), siblings, conventions), retiredSince);
  const { source } = before.page ?? {};
  if (source === undefined && !isMeant) {
    // To import an unchanged page changes no byte, so no source is added.
    const merged = merge(said);
    if (merged.text === existing) return merged;
  }
  const imported = withSource(said, source === undefined || isMoved(source, page) ? page.file : source);
  const merged = merge(imported);
  return hasRightDigest(merged, conventions) ? merged : merge(withoutDigest(imported));
}

/** Whether a page was read from another place. A file that was downloaded says nothing of where the page is. */
function isMoved(source: string, { file }: CodePage): boolean {
  return normalSource(source) !== file && (isUrl(file) || !isUrl(source));
}

/** Whether the page made from a spec has the digest that the spec records, despite what people added. */
function hasRightDigest({ text }: MergedSpec, conventions: Conventions): boolean {
  const service = loadSpec({ file: "", text }, conventions).spec?.service;
  return service?.page?.digest === undefined || isProven(service);
}

/** With the path or address where the page was read, where a person would write it. */
export function withSource(spec: PageSpec, source: string): PageSpec {
  const { id, label, title, ...rest } = spec.page;
  return { ...spec, page: { id, ...(label !== undefined && { label }), title, source, ...rest } };
}

function withoutDigest(spec: PageSpec): PageSpec {
  const { digest: _digest, ...page } = spec.page;
  return { ...spec, page };
}

function wouldRetireAll({ file }: CodePage, spec: string, count: number): Diagnostic {
  const which = count === 1 ? "its only entry" : `all its ${count} entries`;
  const message = `The page has none of the codes of a table of ${spec}: importing it would retire ${which}.`;
  const help = `Import the page by itself, with \`--new\` to create another spec, or with \`--into ${spec}\` if the codes are gone.`;
  return diagnose(pageRules["all-retired"], firstLineOf(file), message, help);
}

/** The codes of each table of which a merge would leave no entry that is not retired. */
function retiredTables(before: Spec, after: Spec): string[][] {
  const left = new Set(after.tables.flatMap(liveCodes));
  return before.tables
    .map(liveCodes)
    .filter((codes) => codes.length > 0 && !codes.some((code) => left.has(code)));
}

function liveCodes({ kind, entries }: Spec["tables"][number]): string[] {
  return [...entries].filter(({ retired }) => retired === undefined).map(({ code }) => `${kind} ${code}`);
}
