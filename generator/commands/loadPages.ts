import { diagnosePageFinding } from "../rules/diagnose.js";
import { buildService } from "../catalogue/buildService.js";
import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import { fileNameOf } from "../sources/pageSource.js";
import { importPage } from "../page/importPage.js";
import type { PageFinding } from "../page/pageFinding.js";
import { pageIdOfFile } from "../page/pageIdOf.js";
import { readPage } from "../page/readPage.js";
import type { ReadPage } from "../compare/matchPages.js";
import type { FetchLimits } from "../sources/fetchPage.js";
import type { WatchedReader } from "../project/ownCode/ownReaders.js";
import { type PageText, readPages } from "./readPages.js";

/** Pages as services, to be compared with specs. */
export interface LoadedPages {
  readonly pages: readonly ReadPage[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceTexts;
  /** Whether any of the pages was found in a folder. */
  readonly isFolder: boolean;
}

/**
 * Reads pages and takes their tables. A page in a folder that is no code table is only told, unless
 * it is one that a spec is about.
 *
 * @param expected - the ids of the pages that specs are about
 */
export async function loadPages(
  cwd: string,
  places: readonly string[],
  expected: ReadonlySet<string>,
  limits: FetchLimits,
  readers: readonly WatchedReader[],
): Promise<LoadedPages> {
  const { pages: texts, diagnostics } = await readPages(cwd, places, limits, readers);
  const loaded = texts.map((text) => loadPage(text, expected));
  return {
    pages: loaded.flatMap(({ page }) => page ?? []),
    diagnostics: [...diagnostics, ...loaded.flatMap((each) => each.diagnostics)],
    sources: new Map(texts.map(({ file, text }) => [file, text])),
    isFolder: texts.some(({ isFromFolder }) => isFromFolder),
  };
}

function loadPage(
  { file, text, byReader, digest, isFromFolder }: PageText,
  expected: ReadonlySet<string>,
): { page?: ReadPage; diagnostics: Diagnostic[] } {
  const service = { id: "page", name: "Page" };
  const read = (fileName: string) => importPage(text, { service, fileName, byReader });
  const { spec, findings, hasOwnId } = read(fileNameOf(file));
  // That a page is laid out in its own way says nothing of what it says.
  const told = findings.filter(({ rule }) => rule !== "page-not-reproduced");
  const hasNone = told.some(({ rule }) => rule === "no-code-table");
  const ownId = byReader ? byReader.page.ids?.[0] : readPage(text).id;
  const idOfFile = byReader ? pageIdOfFile(fileNameOf(file), byReader.format) : "";
  const isOther = hasNone && isFromFolder && !expected.has(ownId ?? idOfFile);
  const lines = text.split("\n");
  const diagnostics = told.map((finding): Diagnostic => {
    const found = diagnosePageFinding(finding, { file, lines }, helps);
    return isOther && finding.rule === "no-code-table" ? { ...found, severity: "warning" } : found;
  });
  const isWhole = told.length === 0;
  if (!spec) return { diagnostics };
  // Where a page says no id, it is made from a file's name.
  const withId = (id: string) => buildService(read(`${id}.rst`).spec ?? spec, file);
  const page = { file, digest, service: buildService(spec, file), isWhole, ...(!hasOwnId && { withId }) };
  return { page, diagnostics };
}

const helps: Readonly<Record<PageFinding["rule"], string>> = {
  "text-lost": "Import with `--lossy` to drop this text, or add the table by hand.",
  "table-left-out": "Check this table by hand: if it lists codes, the spec has none of them.",
  "text-not-kept": "Add it to the spec's `before` or `after` if it matters.",
  "no-code-table": "Give a page that a spec transcribes.",
  "unreadable-page": "Give a page that can be read.",
  "unsaid-cell": "Check this row by hand: a spec cannot express it.",
  "page-not-reproduced": "Compare the spec with the page.",
};
