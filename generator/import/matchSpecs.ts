import { type ComparedRow, likeness, type Likeness, likenessOf } from "./rowsInCommon.js";

/** A page to be imported, as far as it tells which spec is its own. */
export interface PageToMatch {
  /** Its path, relative to the project, or its address. */
  readonly file: string;
  readonly id: string;
  /** Whether the page says its id, so that it is not made from the file's name. */
  readonly hasOwnId: boolean;
  /** Called only where sources and ids leave a doubt. */
  readonly rows: () => readonly ComparedRow[];
}

/** A spec that may be a page's. */
export interface SpecToMatch {
  readonly file: string;
  /** The id of its page. */
  readonly id: string;
  readonly hasOwnId: boolean;
  /** Where its page was read. */
  readonly source?: string;
  /** Whether there still is a page at the source; unknown of an address, which is not fetched for this. */
  readonly isSourceThere: boolean | "unknown";
  readonly rows: () => readonly ComparedRow[];
}

/** Which spec a page belongs to. */
export type Match =
  | { readonly kind: "known"; readonly spec: SpecToMatch }
  /** None. Those `alike` have its id and rows of it, but their own pages are still there. */
  | { readonly kind: "new"; readonly alike: readonly SpecToMatch[] }
  | Unclear;

/** A page that must not be imported before somebody says where to. */
interface Unclear {
  readonly kind: "unclear";
  readonly reason: UnclearReason;
  readonly specs: readonly SpecToMatch[];
}

/**
 * - `several`: several specs fit the page
 * - `contested`: several pages fit the spec
 * - `replaced`: the first spec records the page's source, but the page looks like another one
 * - `address`: the spec fits, but records an address where its page may still be
 */
export type UnclearReason = "several" | "contested" | "replaced" | "address";

/** A page and the spec that it would take, were there no other pages. */
interface Proposal {
  readonly page: PageToMatch;
  readonly match: Match;
  /** How well they fit. */
  readonly rank: number;
}

type Compare = (page: PageToMatch, spec: SpecToMatch) => Likeness;

/**
 * Finds the spec of each page of one call. A page belongs to the spec that records its source, unless it
 * looks like another page; else to the one that has its id and a row of it; else, where page or spec has
 * no id of its own, to the one that holds most of its rows. A spec whose page is still elsewhere stays
 * with that page.
 *
 * All pages are looked at together, so their order does not matter; and because a spec stays with the
 * page that is there, pages imported one by one get the same specs as pages imported together.
 *
 * @param given - the sources of all pages of the call, also of those that have no code table
 */
export function matchSpecs(
  pages: readonly PageToMatch[],
  specs: readonly SpecToMatch[],
  given: ReadonlySet<string>,
): ReadonlyMap<string, Match> {
  const compare = rememberedComparison();
  const matches = new Map<string, Match>();
  const replaced = new Map<string, Unclear>();
  for (const page of pages) {
    const match = matchBySource(page, pages, specs, compare);
    if (match?.kind === "unclear" && match.reason === "replaced") replaced.set(page.file, match);
    else if (match) matches.set(page.file, match);
  }
  const isReplaced = ({ source }: SpecToMatch) => source !== undefined && replaced.has(source);
  const isKept = (spec: SpecToMatch) => spec.isSourceThere === true && !isReplaced(spec);
  const free = specs.filter((spec) => !given.has(spec.source ?? "") || isReplaced(spec));
  const proposals = pages
    .filter(({ file }) => !matches.has(file))
    .map((page) => {
      const least = replaced.has(page.file) ? likeness.most : likeness.some;
      return propose(page, free, { least, isKept, compare });
    });
  const won = new Map(proposals.flatMap((proposal) => wonBy(proposal, proposals)));
  for (const { page, match } of proposals) {
    const before = replaced.get(page.file);
    // The page at a spec's source is another one only if the spec's own page was found elsewhere.
    const isOpen = before?.specs.some((spec) => spec.source === page.file && !won.has(spec));
    matches.set(page.file, before && isOpen && match.kind !== "known" ? before : settled(page, match, won));
  }
  return matches;
}

/** What becomes of a proposal: a spec that fits another page better is not this one's, and no other is. */
function settled(page: PageToMatch, match: Match, won: ReadonlyMap<SpecToMatch, PageToMatch>): Match {
  if (match.kind === "unclear" && match.specs.every((spec) => won.has(spec)))
    return { kind: "new", alike: [] };
  if (match.kind !== "known") return match;
  const { spec } = match;
  const winner = won.get(spec);
  if (!winner) return { kind: "unclear", reason: "contested", specs: [spec] };
  if (winner !== page) return { kind: "new", alike: [] };
  if (spec.isSourceThere === "unknown") return { kind: "unclear", reason: "address", specs: [spec] };
  return { kind: "known", spec };
}

/** The spec that records a page's source; `replaced` where the page looks like another one. */
function matchBySource(
  page: PageToMatch,
  pages: readonly PageToMatch[],
  specs: readonly SpecToMatch[],
  compare: Compare,
): Match | undefined {
  const recording = specs.filter(({ source }) => source === page.file);
  if (recording.length === 0) return undefined;
  const spec = onlyBest(
    recording,
    (each) => compare(page, each) * 2 + Number(each.id === page.id),
    () => false,
  );
  if (!spec) return { kind: "unclear", reason: "several", specs: recording };
  const rivals = specs.filter((each) => each !== spec && isRival(each, page, spec, pages, compare));
  const isOther = hasOtherId(page, spec) && compare(page, spec) < likeness.most;
  if (rivals.length === 0 && !isOther) return { kind: "known", spec };
  return { kind: "unclear", reason: "replaced", specs: [spec, ...rivals] };
}

/**
 * Whether a page looks more like the page of a rival than like that of the spec that records its source,
 * as where files were renamed. A spec whose own page is given too is no rival.
 */
function isRival(
  rival: SpecToMatch,
  page: PageToMatch,
  spec: SpecToMatch,
  pages: readonly PageToMatch[],
  compare: Compare,
): boolean {
  const isById = rival.id === page.id && spec.id !== page.id;
  if (!isById && (hasOtherId(page, rival) || compare(page, spec) >= likeness.most)) return false;
  if (compare(page, rival) < Math.max(likeness.most, compare(page, spec))) return false;
  return !pages.some(
    (other) =>
      other.file === rival.source && !hasOtherId(other, rival) && compare(other, rival) >= likeness.most,
  );
}

function propose(
  page: PageToMatch,
  free: readonly SpecToMatch[],
  { least, isKept, compare }: { least: Likeness; isKept: (spec: SpecToMatch) => boolean; compare: Compare },
): Proposal {
  const withId = free.filter((spec) => spec.id === page.id && compare(page, spec) >= least);
  const byId = withId.filter((spec) => !isKept(spec) || isNewVersion(page, spec, compare));
  const byRows = () =>
    free.filter((spec) => !isKept(spec) && !hasOtherId(page, spec) && compare(page, spec) >= likeness.most);
  const isById = byId.length > 0;
  const fitting = isById ? byId : byRows();
  if (fitting.length === 0) return { page, match: { kind: "new", alike: withId }, rank: 0 };
  const spec = onlyBest(
    fitting,
    (each) => compare(page, each),
    (each) => isById && isNear(page, each),
  );
  if (!spec) return { page, match: { kind: "unclear", reason: "several", specs: fitting }, rank: 0 };
  return { page, match: { kind: "known", spec }, rank: compare(page, spec) + (isById ? likeness.all : 0) };
}

/**
 * Whether a page is a later version of one that is still there: within a folder an id names one page.
 * In another folder it may be another service's; vendors call several pages `ErrorCode`, and two
 * services may even have most rows in common. A mere copy is no new version.
 */
function isNewVersion(page: PageToMatch, spec: SpecToMatch, compare: Compare): boolean {
  return isInSameFolder(page, spec) && compare(page, spec) === likeness.most;
}

/** The spec that is proposed and its page, where no other page has as good a claim. */
function wonBy(proposal: Proposal, proposals: readonly Proposal[]): [SpecToMatch, PageToMatch][] {
  const { page, match } = proposal;
  if (match.kind !== "known") return [];
  const claims = proposals.filter((each) => each.match.kind === "known" && each.match.spec === match.spec);
  const best = onlyBest(
    claims,
    ({ rank }) => rank,
    (claim) => claim.rank > likeness.all && isNear(claim.page, match.spec),
  );
  return best === proposal ? [[match.spec, page]] : [];
}

/** The one of highest rank; of several, the one that is near. */
function onlyBest<Each>(
  all: readonly Each[],
  rankOf: (each: Each) => number,
  isNear: (each: Each) => boolean,
): Each | undefined {
  const highest = Math.max(...all.map(rankOf));
  const best = all.filter((each) => rankOf(each) === highest);
  const [only, ...others] = best.length === 1 ? best : best.filter(isNear);
  return others.length === 0 ? only : undefined;
}

function hasOtherId(page: PageToMatch, spec: SpecToMatch): boolean {
  return page.hasOwnId && spec.hasOwnId && page.id !== spec.id;
}

/** Whether the page's file may be the spec's, renamed in its folder, or moved with the folder. */
function isNear(page: PageToMatch, spec: SpecToMatch): boolean {
  const end = (path: string) => path.split("/").slice(-2).join("/");
  return isInSameFolder(page, spec) || end(page.file) === end(spec.source ?? "");
}

function isInSameFolder({ file }: PageToMatch, { source }: SpecToMatch): boolean {
  return source !== undefined && folderOf(source) === folderOf(file);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** Comparing rows reads their Markdown, so a page is compared with a spec once. */
function rememberedComparison(): Compare {
  const rows = new Map<PageToMatch | SpecToMatch, readonly ComparedRow[]>();
  const known = new Map<PageToMatch, Map<SpecToMatch, Likeness>>();
  const rowsOf = (each: PageToMatch | SpecToMatch) => {
    const found = rows.get(each) ?? each.rows();
    rows.set(each, found);
    return found;
  };
  return (page, spec) => {
    const ofPage = known.get(page) ?? new Map<SpecToMatch, Likeness>();
    known.set(page, ofPage);
    const found = ofPage.get(spec) ?? likenessOf(rowsOf(page), rowsOf(spec));
    ofPage.set(spec, found);
    return found;
  };
}
