import type { PageService, SpecService } from "../catalogue/catalogue.js";
import { rowsOf } from "./rowsOf.js";
import { normalSource } from "../sources/pageSource.js";
import type { CheckedPageSpec } from "../rules/rule.js";

/** A page that was read, as the service that it is the page of. */
export interface ReadPage {
  readonly file: string;
  readonly digest: string;
  readonly service: PageService;
  /** Whether the service has all that the page's tables say. */
  readonly isWhole: boolean;
  /** The service with an id that the page does not say; absent where it says one. */
  readonly withId?: (id: string) => PageService;
}

/** A page and the spec that transcribes it, and how they were brought together. */
export interface MatchedPage {
  readonly page: ReadPage;
  readonly spec: CheckedPageSpec;
}

/**
 * Finds the spec of each page: the one that records it as its source, else the one that has its id;
 * else, since pages get other names, the one with which it shares most rows, and at least half of its own.
 */
export function matchPages(
  pages: readonly ReadPage[],
  specs: readonly CheckedPageSpec[],
): { matched: MatchedPage[]; without: ReadPage[]; notGiven: CheckedPageSpec[] } {
  const named = new Map(pages.flatMap((page) => matchBySource(page, specs) ?? matchById(page, specs)));
  const taken = new Set(named.values());
  const renamed = matchByContent(
    pages.filter((page) => !named.has(page)),
    specs.filter((spec) => !taken.has(spec)),
  );
  const specOf = (page: ReadPage) => named.get(page) ?? renamed.get(page);
  const matched = pages.flatMap((page) => {
    const spec = specOf(page);
    return spec ? [{ page, spec }] : [];
  });
  const given = new Set(matched.map(({ spec }) => spec));
  return {
    matched,
    without: pages.filter((page) => !specOf(page)),
    notGiven: specs.filter((spec) => !given.has(spec)),
  };
}

function matchBySource(
  page: ReadPage,
  specs: readonly CheckedPageSpec[],
): [ReadPage, CheckedPageSpec][] | undefined {
  const recording = specs.find(({ spec }) => normalSource(spec.page.source ?? "") === page.file);
  return recording && [[page, recording]];
}

/** Where several specs name the same page, it is the page of that with which it shares most. */
function matchById(page: ReadPage, specs: readonly CheckedPageSpec[]): [ReadPage, CheckedPageSpec][] {
  const [best] = specs
    .filter(({ service }) => service.page.id === page.service.page.id)
    .map((spec) => ({ spec, shared: sharedRows(page.service, spec.service) }))
    .sort((a, b) => b.shared - a.shared);
  return best ? [[page, best.spec]] : [];
}

/** The closest pairs first; each spec has one page. */
function matchByContent(
  pages: readonly ReadPage[],
  specs: readonly CheckedPageSpec[],
): Map<ReadPage, CheckedPageSpec> {
  const pairs = pages.flatMap((page) => {
    const least = rowKeys(page.service).length / 2;
    return specs
      .map((spec) => ({ page, spec, shared: sharedRows(page.service, spec.service) }))
      .filter(({ shared }) => shared > 0 && shared >= least);
  });
  const matches = new Map<ReadPage, CheckedPageSpec>();
  const taken = new Set<CheckedPageSpec>();
  for (const { page, spec } of pairs.sort((a, b) => b.shared - a.shared)) {
    if (matches.has(page) || taken.has(spec)) continue;
    matches.set(page, spec);
    taken.add(spec);
  }
  return matches;
}

function sharedRows(page: SpecService, spec: SpecService): number {
  const left = new Map<string, number>();
  for (const key of rowKeys(spec)) left.set(key, (left.get(key) ?? 0) + 1);
  return rowKeys(page).filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count > 0;
  }).length;
}

/** Each row as one text: its code, and all that it says. */
function rowKeys(service: SpecService): string[] {
  return (["status-codes", "error-codes"] as const)
    .flatMap((kind) => rowsOf(service, kind, "page"))
    .filter(({ entry }) => entry.retired === undefined)
    .map(({ code, fields }) => [code, ...[...fields.values()].map(({ text }) => text)].join("\n"));
}
