import { diagnose, diagnoseFinding } from "../rules/diagnose.js";
import { type Diagnostic, hasError, sortDiagnostics, type SourceTexts } from "../diagnostics/diagnostic.js";
import { pageDigest as digestOf } from "../page/pageDigest.js";
import { pageRules } from "../rules/pageRules.js";
import { pageDigest } from "../rules/lint/pageDigest.js";
import { type CheckedPageSpec, hasPage } from "../rules/rule.js";
import { comparePage } from "../compare/comparePage.js";
import { type MatchedPage, matchPages } from "../compare/matchPages.js";
import type { PageDifference } from "../compare/pageDifference.js";
import { type FetchLimits, fetchLimits } from "../sources/fetchPage.js";
import { nothingOnline, onlineSpecs, sourceOf } from "./onlineSpecs.js";
import { loadPages } from "./loadPages.js";
import type { ResolvedConfig } from "../project/config.js";
import { type ExitCode, loadProject, type ProjectOptions } from "../project/project.js";

export interface VerifyOptions extends ProjectOptions {
  /** Files, folders and URLs of pages. Default: none; the digests that the specs record are verified. */
  readonly pages?: readonly string[];
  /** Whether to fetch the pages whose addresses the specs record, instead of `pages`. Default: `false`. */
  readonly online?: boolean;
  /** Whether pages may be fetched by http. Default: `false`. */
  readonly allowHttp?: boolean;
}

/** A finding of `verify`, with both texts if the page and its spec differ. */
export interface PageDiagnostic extends Diagnostic {
  /** The page's text according to the spec, as Markdown. */
  readonly inSpec?: string;
  /** The text on the page, as Markdown. */
  readonly onPage?: string;
}

/** A spec that was compared with its page, or with the digest of its page; a spec without a page is not. */
export interface VerifiedSpec {
  /** The spec's path, relative to the project. */
  readonly spec: string;
  /** The page's path or URL; absent if the digest was used instead. */
  readonly page?: string;
  /**
   * `proven`: the spec reproduces the page byte for byte; `equal`: page and spec agree, but not byte for byte;
   * `different`: they differ; `unproven`: there was neither a page nor a digest to compare with.
   */
  readonly state: "proven" | "equal" | "different" | "unproven";
  /** Where the spec differs from the page on purpose. */
  readonly deviations: readonly RecordedDeviation[];
}

export interface RecordedDeviation {
  /** The code of the entry. */
  readonly code: string;
  /** The field that was corrected. */
  readonly field: string;
  /** The text on the page, as Markdown. */
  readonly original: string;
  /** Why the spec differs from the page. */
  readonly reason: string;
}

export interface VerifyResult {
  /** 0 specs and pages agree; 1 they differ; 2 a spec, the config or a page cannot be read. */
  readonly exitCode: ExitCode;
  /** All differences, and the mistakes in specs, pages and config. */
  readonly diagnostics: readonly PageDiagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** What was compared. */
  readonly specs: readonly VerifiedSpec[];
}

/**
 * Compares the specs with the vendor's pages: entry by entry if pages are given, otherwise by the digests
 * that the specs record. Writes nothing.
 *
 * @throws if the machine fails, for example if a folder cannot be read
 * @example
 * ```ts
 * const { exitCode, diagnostics } = await verify({ pages: ["docs/status_codes.rst"] });
 * ```
 */
export async function verify(options: VerifyOptions = {}): Promise<VerifyResult> {
  const { pages = [], online = false, allowHttp = false } = options;
  const { catalogue, config, cwd, diagnostics, sources, specs: all } = await loadProject(options);
  const specs = all.filter(hasPage);
  if (!catalogue) return { exitCode: 2, diagnostics, sources, specs: [] };
  const places = online ? onlineSpecs(all).map(sourceOf) : pages;
  if (online && places.length === 0)
    return { exitCode: 2, diagnostics: [...diagnostics, nothingOnline(config.spec)], sources, specs: [] };
  const limits = { ...fetchLimits, allowHttp, ...(online && { privateHosts: config.sources.allow }) };
  const found =
    places.length === 0 ? proveDigests(specs) : await comparePages({ cwd, places, limits, config }, specs);
  return {
    exitCode: found.isUnreadable ? 2 : hasError(found.diagnostics) ? 1 : 0,
    diagnostics: sortDiagnostics([...diagnostics, ...found.diagnostics]),
    sources: new Map([...sources, ...(found.sources ?? [])]),
    specs: found.specs,
  };
}

interface Found {
  readonly diagnostics: readonly PageDiagnostic[];
  readonly specs: readonly VerifiedSpec[];
  /** The pages' texts. */
  readonly sources?: SourceTexts;
  /** Whether there is a page that cannot be compared with any spec. */
  readonly isUnreadable?: boolean;
}

/** Each spec's recorded digest against the page made from the spec. */
function proveDigests(specs: readonly CheckedPageSpec[]): Found {
  const findings = specs.map((spec) => [...pageDigest.check(spec)]);
  return {
    diagnostics: specs.flatMap((spec, index) => [
      ...(findings[index] ?? []).map((finding) => diagnoseFinding(pageDigest, finding, spec.source)),
      ...(spec.service.page.digest === undefined ? [withoutDigest(spec)] : []),
    ]),
    specs: specs.map((spec, index) => {
      const isProven = findings[index]?.length === 0;
      const state = isProven ? "proven" : "different";
      return { ...verified(spec), state: spec.service.page.digest === undefined ? "unproven" : state };
    }),
  };
}

function withoutDigest({ source }: CheckedPageSpec): Diagnostic {
  const message = "The spec records no digest of its page, so it cannot be verified without the page.";
  const help =
    "Verify it with `--page`. Import records a digest if the spec reproduces the page byte for byte.";
  return diagnoseFinding(pageRules["page-without-digest"], { path: ["page"], message, help }, source);
}

interface Places {
  readonly cwd: string;
  readonly places: readonly string[];
  readonly limits: FetchLimits;
  readonly config: Pick<ResolvedConfig, "readers">;
}

async function comparePages(
  { cwd, places, limits, config }: Places,
  specs: readonly CheckedPageSpec[],
): Promise<Found> {
  const expected = new Set(specs.map(({ service }) => service.page.id));
  const read = await loadPages(cwd, places, expected, limits, config.readers);
  const { matched, without, notGiven } = matchPages(read.pages, specs);
  const compared = matched.map(compare);
  // With a single page nobody expects the others; with several, one may have been forgotten.
  const isSinglePage = places.length === 1 && !read.isFolder;
  const diagnostics: PageDiagnostic[] = [
    ...read.diagnostics,
    ...without.map(({ file }) => withoutSpec(file)),
    ...(isSinglePage ? [] : notGiven.map(withoutPage)),
    ...compared.flatMap((each) => each.diagnostics),
  ];
  return {
    diagnostics,
    specs: compared.flatMap((each) => each.specs),
    sources: read.sources,
    isUnreadable: hasError(read.diagnostics.filter(({ rule }) => rule !== "unsaid-cell")),
  };
}

function compare({ page, spec }: MatchedPage): Found {
  const { service, source } = spec;
  const isProven = digestOf(service) === page.digest;
  const read = page.withId?.(service.page.id) ?? page.service;
  const differences = isProven ? [] : comparePage(service, read);
  const found = differences.map(({ inSpec, onPage, ...finding }: PageDifference) => ({
    ...diagnoseFinding(finding.rule, finding, source),
    ...(inSpec !== undefined && { inSpec }),
    ...(onPage !== undefined && { onPage }),
  }));
  const isEqual = differences.length === 0 && page.isWhole;
  return {
    diagnostics: isEqual ? bytesChanged({ page, spec }) : found,
    specs: [
      {
        ...verified(spec),
        page: page.file,
        state: isProven ? "proven" : isEqual ? "equal" : "different",
      },
    ],
  };
}

/** The page says the same, but it is not the one whose digest the spec has. */
function bytesChanged({ page, spec: { service, source } }: MatchedPage): Diagnostic[] {
  if (service.page.digest === undefined || service.page.digest === page.digest) return [];
  const message = `The spec agrees with the page ${page.file}, but the page does not have this digest: its layout or white space changed.`;
  const help = `Record its digest if it is the current page: ${page.digest}.`;
  return [diagnoseFinding(pageRules["page-bytes"], { path: ["page", "digest"], message, help }, source)];
}

function verified({ service }: CheckedPageSpec): Pick<VerifiedSpec, "spec" | "deviations"> {
  const deviations = service.tables.flatMap(({ entries }) =>
    [...entries]
      .filter(({ retired }) => retired === undefined)
      .flatMap(({ code, deviations: recorded }) => recorded.map((deviation) => ({ code, ...deviation }))),
  );
  return { spec: service.specFile, deviations };
}

function withoutSpec(file: string): Diagnostic {
  const message =
    "No spec transcribes this page: none has its id, and no spec without a given page has half of its rows.";
  return diagnose(
    pageRules["page-without-spec"],
    file,
    message,
    "Create a spec with `npx statusgen import`.",
  );
}

function withoutPage({ source, service }: CheckedPageSpec): Diagnostic {
  const message = `The page of this spec, ${service.page.id}, is not among the given pages.`;
  const help = "Give this page as well; without it, the spec was not compared with anything.";
  return diagnoseFinding(pageRules["page-not-given"], { path: ["page", "id"], message, help }, source);
}
