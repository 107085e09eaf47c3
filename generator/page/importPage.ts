import { createHash } from "node:crypto";
import { buildService } from "../catalogue/buildService.js";
import { inlineMarkdown } from "../markdown/printMarkdown.js";
import type { ColumnRole } from "../spec/columns.js";
import type { Spec } from "../spec/definition.js";
import { surroundingsFromPage, trimBlankLines } from "./surroundingsFromPage.js";
import { lineBeyondLimits } from "./pageLimits.js";
import { nameEntries } from "./nameEntries.js";
import type { PageFinding } from "./pageFinding.js";
import { type Page, readPage } from "./readPage.js";
import { tableFromPage } from "./tableFromPage.js";
import { writePage } from "./writePage.js";

export interface ImportedPage {
  /** What the page says, in the order in which a person would write it; absent where it is refused. */
  readonly spec?: Spec;
  readonly findings: readonly PageFinding[];
}

export interface ImportOptions {
  readonly service: Spec["service"];
  /** The columns' roles, where they cannot be found out. */
  readonly roles?: readonly ColumnRole[];
}

/** Reads a page as a spec. What cannot be said in a spec is a finding, never lost silently. */
export function importPage(pageText: string, { service, roles }: ImportOptions): ImportedPage {
  const text = pageText.replaceAll("\r\n", "\n");
  const page = readPageSafely(text, roles);
  if ("findings" in page) return page;
  if (page.tables.length === 0) return { findings: refusals(page) };

  const pageId = page.id ?? page.label ?? "page";
  const label = page.label ?? pageId;
  const findings: PageFinding[] = [];
  let end = page.bodyStart;
  let titledBefore = 0;
  const names = new Map<string, string>();
  const tables = page.tables.map((placed) => {
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
  const digest = `sha256:${createHash("sha256").update(text).digest("hex")}`;
  const head = {
    id: pageId,
    ...(label !== pageId && { label }),
    title: inlineMarkdown(page.title ?? [{ type: "text", value: pageId }]),
  };
  const spec = {
    service,
    page: { ...head, digest, ...(after !== "" && { after }) },
    tables,
  } as unknown as Spec;
  return { spec, findings: [...findings, ...notReproduced(spec, page)] };
}

function readPageSafely(
  text: string,
  roles: readonly ColumnRole[] | undefined,
): Page | { findings: PageFinding[] } {
  const beyond = lineBeyondLimits(text.split("\n"));
  if (beyond !== undefined) {
    const message =
      "The page cannot be parsed: it has a line of over 50,000 characters, or over 20,000 marks.";
    return { findings: [{ rule: "unreadable-page", line: beyond, message }] };
  }
  try {
    return readPage(text, roles);
  } catch {
    // The parser throws on what it does not understand, and seldom says where it is.
    const line = firstUnreadableLine(text.split("\n"));
    const message = "The page cannot be parsed here: it is no reStructuredText, or a table is malformed.";
    return { findings: [{ rule: "unreadable-page", line, message }] };
  }
}

/** The last line of the shortest beginning of a page that cannot be parsed. */
function firstUnreadableLine(lines: readonly string[]): number {
  let [readable, unreadable] = [0, lines.length];
  while (unreadable - readable > 1) {
    const middle = Math.floor((readable + unreadable) / 2);
    if (isReadable(lines.slice(0, middle).join("\n"))) readable = middle;
    else unreadable = middle;
  }
  return unreadable;
}

function isReadable(text: string): boolean {
  try {
    readPage(text);
    return true;
  } catch {
    return false;
  }
}

/** Why none of a page's tables is taken. */
function refusals({ refused, bodyStart }: Page): PageFinding[] {
  const message = "The page has no table of codes";
  if (refused.length === 0)
    return [{ rule: "no-code-table", line: bodyStart, message: `${message}: it has no table.` }];
  return refused.map(({ line, reason }) => ({
    rule: "no-code-table",
    line,
    message: `${message}: ${reason}.`,
  }));
}

/** The first line at which the page made from the spec is another. */
function notReproduced(spec: Spec, { sourceLines }: Page): PageFinding[] {
  const made = writePage(buildService(spec, "")).split("\n");
  const differs = sourceLines.findIndex((line, index) => line !== made[index]);
  if (differs === -1 && made.length === sourceLines.length) return [];
  const line = differs === -1 ? sourceLines.length : differs + 1;
  const message = `The page made from the spec differs from here on, so its digest cannot prove them equal.`;
  return [{ rule: "page-not-reproduced", line, message }];
}
