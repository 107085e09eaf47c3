import { isDeepStrictEqual } from "node:util";
import { buildService } from "../catalogue/buildService.js";
import type { PageService, Table } from "../catalogue/catalogue.js";
import { inlineMarkdown } from "../markdown/printMarkdown.js";
import { type ColumnRole, columnRoles } from "../spec/columns.js";
import type { PageSpec, SaidService } from "../spec/definition.js";
import { lostTexts, textLost, textNotKept } from "./conservation.js";
import { headersOnPage } from "./headerOnPage.js";
import { nameEntries } from "./nameEntries.js";
import type { PageFinding } from "./pageFinding.js";
import { digestOf } from "./pageDigest.js";
import { pageOfReader } from "./pageOfReader.js";
import { pageIdOf, pageIdOfFile } from "./pageIdOf.js";
import type { PageTable } from "./pageTree.js";
import { type Page, type PlacedTable, readPage } from "./readPage.js";
import type { ReadByReader } from "./reader.js";
import type { GivenRoles } from "./recogniseTable.js";
import { surroundingsFromPage, trimBlankLines } from "./surroundingsFromPage.js";
import { tableFromPage } from "./tableFromPage.js";
import { writeTop } from "./rst/writeRst.js";
import { withWriter } from "./withWriter.js";
import { writePage } from "./writePage.js";

export interface ImportedPage {
  /** What the page says, in the order in which a person would write it; absent where it is refused. */
  readonly spec?: PageSpec;
  readonly findings: readonly PageFinding[];
  /** Whether the page itself gives its id, rather than its file. */
  readonly hasOwnId: boolean;
  /** Whether the spec does not say all that the page's tables say. */
  readonly isLossy: boolean;
}

export interface ImportOptions {
  readonly service: SaidService;
  /** The columns' roles, where they cannot be found out. */
  readonly roles?: readonly ColumnRole[];
  /** The tables of the spec of this page: people may have given their columns other roles. */
  readonly known?: readonly Table[];
  /** What the page's file is called, which gives the id of a page that has none. */
  readonly fileName?: string;
  /** The page as a reader of its own format has read it. */
  readonly byReader?: ReadByReader | undefined;
  /** Whether a spec is made that does not say all that the page's tables say. Default: `false`. */
  readonly lossy?: boolean;
}

/**
 * Reads a page as a spec, which says all that its tables of codes say; if it cannot, the page is refused
 * and the findings say why.
 */
export function importPage(pageText: string, options: ImportOptions): ImportedPage {
  const text = pageText.replaceAll("\r\n", "\n");
  const page = readWithRoles(text, options);
  const unreadable = page.unreadable.map((problem): PageFinding => ({ rule: "unreadable-page", ...problem }));
  const ownId = pageIdOf(page.id ?? "") ?? pageIdOf(page.label ?? "");
  const hasOwnId = ownId !== undefined;
  if (page.tables.length === 0) {
    const none = unreadable.length > 0 ? unreadable : refusals(page);
    const findings = [...none, ...leftOutOf({ ...page, refused: [] })];
    return { findings, hasOwnId, isLossy: false };
  }
  const id = ownId ?? pageIdOfFile(options.fileName ?? "", page.format);
  const { spec: whole, findings: unsaid } = specOf(page, id, options.service);
  const service = buildService(whole, "");
  const made = writePage(withWriter(service, options.byReader?.write));
  const isReproduced = made === text;
  const read = isReproduced || page.format === undefined ? whole : withoutTextAround(whole);
  // Of a page that cannot be read, what is lost matters only to those who want the rest all the same.
  const known = options.lossy === true ? unsaid : [...unreadable, ...unsaid];
  // What a reader gives again proves no more than the reader: what it read is compared with its page all the same.
  const isProof = isReproduced && page.format === undefined;
  const lost = [...unreadable, ...unsaid, ...(isProof ? [] : unsaidTexts(page, service, known))];
  const isLossy = lost.length > 0;
  // What is around the tables of a page that no spec gives back is not looked for in its spec.
  const told = [
    ...leftOutOf(page),
    ...(made === undefined || page.format !== undefined || isReproduced
      ? []
      : [...textNotKept(page, service), notReproduced(made, page)]),
  ];
  const findings = [...lost, ...told];
  if (isLossy && options.lossy !== true) return { findings: lost, hasOwnId, isLossy: false };
  const spec = isReproduced ? withDigest(read, text) : read;
  return { spec, findings, hasOwnId, isLossy };
}

/** A page of which no table is recognised is read by what its spec says about tables with the same headers. */
function readWithRoles(text: string, { roles, known = [], byReader }: ImportOptions): Page {
  const read = (given: GivenRoles) => (byReader ? pageOfReader(byReader, given) : readPage(text, given));
  if (roles) return read(() => ({ roles }));
  const inSpec = (headers: readonly string[]) => {
    const table = known.find(({ columns }) => isDeepStrictEqual(headersOnPage(columns), headers));
    return (
      table && {
        kind: table.kind,
        roles: table.columns.map(({ role }) => columnRoles.find((each) => each === role) ?? "other"),
      }
    );
  };
  const page = read((headers, isRecognised) => (isRecognised ? inSpec(headers) : undefined));
  return page.tables.length === 0 && known.length > 0 ? read(inSpec) : page;
}

/** What a spec has no words for; where there is nothing of that kind, what it does not say all the same. */
function unsaidTexts(page: Page, service: PageService, unsaid: readonly PageFinding[]): PageFinding[] {
  const inCells = page.tables.flatMap(({ table }) => unsaidInCells(table));
  return inCells.length > 0 || unsaid.length > 0 ? inCells : lostTexts(page, service);
}

function unsaidInCells({ header, moreHeaders = [], rows }: PageTable): PageFinding[] {
  const second = moreHeaders[0]?.[0];
  const cells = [...(header ?? []), ...moreHeaders.flat(), ...rows.flat()];
  return [
    ...(second
      ? [textLost(second, "A spec has one header row for each table, but this table has several")]
      : []),
    ...cells.flatMap((cell) => [
      ...(cell.columns === undefined
        ? []
        : [textLost(cell, `The cell spans ${cell.columns} columns, but a spec has one text for each`)]),
      ...(cell.unsaid ?? []).map(({ line, message }) => textLost(cell, message, line)),
    ]),
  ];
}

function specOf(
  page: Page,
  pageId: string,
  service: SaidService,
): { spec: PageSpec; findings: PageFinding[] } {
  const label = page.label ?? pageId;
  const findings: PageFinding[] = [];
  let end = Math.min(page.titleLines.end, page.sourceLines.length);
  let titledBefore = 0;
  const names = new Map<string, string>();
  const tables = page.tables.map((placed: PlacedTable) => {
    const rows = tableFromPage(placed.table, placed.recognised);
    for (const finding of rows.findings) findings.push(finding);
    const surroundings = surroundingsFromPage(page, placed, { pageId, previousEnd: end, titledBefore });
    if (surroundings.title !== undefined) titledBefore++;
    end = placed.table.lines.end;
    const { spans, columns, entries } = rows;
    const headless = placed.table.isHeadless ? { headless: true } : {};
    const said = { ...surroundings, ...headless, columns, ...(spans.length > 0 && { spans }), entries };
    const isStatus = placed.recognised.kind === "status-codes";
    return {
      kind: placed.recognised.kind,
      ...said,
      entries: isStatus ? nameEntries(entries, names) : entries,
    };
  });
  const after = trimBlankLines(page.sourceLines.slice(end - 1)).join("\n");
  const top = trimBlankLines(page.sourceLines.slice(0, page.titleLines.start - 1)).join("\n");
  const usualTop = writeTop({ id: pageId, label, title: "" }).join("\n\n");
  const title = inlineMarkdown(page.title ?? [{ type: "text", value: pageId }]);
  const around = {
    ...(page.format !== undefined && { format: page.format }),
    ...(top !== (page.format === undefined ? usualTop : "") && { top }),
    ...(after !== "" && { after }),
  };
  const spec = {
    service,
    page: { id: pageId, ...(label !== pageId && { label }), title, ...around },
    tables,
  } as unknown as PageSpec;
  return { spec, findings };
}

/** The spec without what is around its tables, which only a page that is made again needs. */
function withoutTextAround({ page, tables, ...spec }: PageSpec): PageSpec {
  const { top: _top, after: _after, ...about } = page;
  const without = tables.map(({ before: _before, ...table }) => table);
  return { ...spec, page: about, tables: without };
}

/** The spec with the SHA-256 of the page, after its title, as a person would write it. */
function withDigest(spec: PageSpec, text: string): PageSpec {
  const { id, label, title, ...rest } = spec.page;
  const digest = digestOf(text);
  return { ...spec, page: { id, ...(label !== undefined && { label }), title, digest, ...rest } };
}

/** Why none of a page's tables is taken. */
function refusals({ refused, sourceLines, titleLines }: Page): PageFinding[] {
  const message = "The page has no table of codes";
  if (refused.length === 0) {
    const help = "Give a page that has a table.";
    const line = Math.min(titleLines.end, sourceLines.length);
    return [{ rule: "no-code-table", line, message: `${message}: it has no table.`, help }];
  }
  return refused.map(({ line, reason }) => ({
    rule: "no-code-table",
    line,
    message: `${message}: ${reason}.`,
  }));
}

/** What is beside the tables of codes and may hold codes as well. */
function leftOutOf({ refused, leftOut = [] }: Page): PageFinding[] {
  const doubtful = refused.filter(({ isDoubtful }) => isDoubtful);
  const tables = doubtful.map(({ line, reason }) => ({
    line,
    message: `The table is not read as a table of codes: ${reason}.`,
  }));
  return [...tables, ...leftOut].map((found) => ({ rule: "table-left-out", ...found }));
}

/** The first line at which the page made from the spec is another. */
function notReproduced(made: string, { sourceLines }: Page): PageFinding {
  const lines = made.split("\n");
  const differs = sourceLines.findIndex((line, index) => line !== lines[index]);
  const line = differs === -1 ? sourceLines.length : differs + 1;
  const message =
    "From here on, the page made from the spec differs in layout only, so no digest is recorded.";
  return { rule: "page-not-reproduced", line, message };
}
