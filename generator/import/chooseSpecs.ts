import { diagnose, firstLineOf } from "../rules/diagnose.js";
import { buildService } from "../catalogue/buildService.js";
import { compareText, type Diagnostic } from "../diagnostics/diagnostic.js";
import { pageRules } from "../rules/pageRules.js";
import type { SaidService } from "../spec/definition.js";
import type { CodePage } from "./codePage.js";
import { isValid, type KnownSpec, specToMatch, type ValidSpec } from "./knownSpec.js";
import { hasPage } from "../rules/rule.js";
import { type Match, matchSpecs, type UnclearReason } from "./matchSpecs.js";
import { comparedRows } from "./rowsInCommon.js";

/** What the caller says about where a page belongs. */
export interface Wishes {
  /** The file of the page's spec. */
  readonly into?: string;
  /** Whether the page is to have a spec of its own. */
  readonly new?: boolean;
  readonly service?: SaidService;
  /** The service of a page that gets a new spec, where it is known. */
  readonly serviceOf: (page: CodePage) => SaidService | undefined;
}

/** A page and where it goes: into a spec that is there, into a new one, or, with an error, nowhere. */
export interface Choice {
  readonly page: CodePage;
  readonly into?: ValidSpec | "new";
  readonly diagnostics: readonly Diagnostic[];
}

/** Which pages there are. */
export interface Presence {
  /** The sources of the pages of this call. */
  readonly given: ReadonlySet<string>;
  /** Whether there still is a page at a source; unknown of an address, which is not fetched for this. */
  readonly isThere: (source: string) => boolean | "unknown";
}

/** Chooses for each page the spec that it goes into, and says why where that cannot be told. */
export function chooseSpecs(
  pages: readonly CodePage[],
  known: readonly KnownSpec[],
  presence: Presence,
  wishes: Wishes,
): Choice[] {
  const matches =
    wishes.into === undefined && !wishes.new ? matchAll(pages, known, presence, wishes) : undefined;
  return pages.map((page) => {
    const match = matches?.get(page.file);
    if (match?.kind === "unclear") return refused(page, unclear(page, match));
    const file = match?.kind === "known" ? match.spec.file : wishes.into;
    const spec = known.find((each) => each.file === file);
    if (spec) return intoKnown(page, spec, wishes);
    return asNew(page, known, wishes, match);
  });
}

function matchAll(
  pages: readonly CodePage[],
  known: readonly KnownSpec[],
  { given, isThere }: Presence,
  { service }: Wishes,
): ReadonlyMap<string, Match> {
  const specs = known.flatMap(({ file, checked }) => {
    if (!checked || !hasPage(checked)) return [];
    // Who names the service says that its page has moved, if it has.
    const isNamed = checked.service.id === service?.id;
    return [specToMatch({ file, ...checked }, isNamed ? () => false : isThere)];
  });
  const toMatch = pages.map(({ file, spec, hasOwnId }) => ({
    file,
    id: spec.page.id,
    hasOwnId,
    rows: () => comparedRows(buildService(spec, file)),
  }));
  return matchSpecs(toMatch, specs, given);
}

function intoKnown(page: CodePage, spec: KnownSpec, { service }: Wishes): Choice {
  if (!isValid(spec)) return { page, diagnostics: spec.diagnostics };
  const { id } = spec.checked.service;
  if (service && service.id !== id) {
    const message = `The page belongs to ${spec.file}, whose service is "${id}", not "${service.id}".`;
    const help = "Leave out `--service`, or change the service's id in the spec first.";
    return refused(page, diagnose(pageRules["ambiguous-spec"], firstLineOf(page.file), message, help));
  }
  return { page, into: spec, diagnostics: [] };
}

function asNew(
  page: CodePage,
  known: readonly KnownSpec[],
  { serviceOf }: Wishes,
  match: Match | undefined,
): Choice {
  const service = serviceOf(page)?.id;
  // The page may be that of a spec of its service that is not valid.
  const unread = known.filter(
    (spec) => !spec.checked || (spec.checked.service.id === service && !isValid(spec)),
  );
  if (match && unread.length > 0) {
    const files = listOf(unread.map(({ file }) => file));
    const message = `It is unclear whether the page has a spec, because ${files} cannot be read.`;
    const found = diagnose(
      pageRules["ambiguous-spec"],
      firstLineOf(page.file),
      message,
      "Fix the mistakes in what cannot be read.",
    );
    return { page, diagnostics: [found, ...unread.flatMap(({ diagnostics }) => diagnostics)] };
  }
  const [alike] = match?.kind === "new" ? filesOf(match.alike) : [];
  return { page, into: "new", diagnostics: alike === undefined ? [] : [sharing(page, alike)] };
}

function sharing(page: CodePage, alike: string): Diagnostic {
  const { id } = page.spec.page;
  const message = `The page gets a new spec, although ${alike} has its id "${id}" and some of its entries, because the page of that spec still exists.`;
  const help = `If this is a new version of that page, delete the new spec and import the page with \`--into ${alike}\`.`;
  return diagnose(pageRules["shared-page-id"], firstLineOf(page.file), message, help);
}

function unclear(page: CodePage, { reason, specs }: Extract<Match, { kind: "unclear" }>): Diagnostic {
  const files = reason === "replaced" ? specs.map(({ file }) => file) : filesOf(specs);
  const help = `Import the page by itself, with \`--into ${files.at(-1) ?? ""}\` to update that spec, or with \`--new\` to create another one.`;
  return diagnose(
    pageRules["ambiguous-spec"],
    firstLineOf(page.file),
    messages[reason](page, files, specs[0]?.source ?? ""),
    help,
  );
}

type MessageOf = (page: CodePage, files: readonly string[], source: string) => string;

const messages: Readonly<Record<UnclearReason, MessageOf>> = {
  several: (_page, files) => `The page may belong to any of ${listOf(files)}.`,
  contested: (_page, files) =>
    `Judging by their entries, several of the given pages may belong to ${listOf(files)}.`,
  replaced: ({ spec }, [own = "", ...rivals]) =>
    rivals.length === 0
      ? `${own} records this file as its page, but the page has another id, "${spec.page.id}", and few of its entries.`
      : `${own} records this file as its page, but most entries of the page are in ${listOf(rivals)}.`,
  address: (_page, files, source) =>
    `${listOf(files)} has the page's entries, but is the spec of ${source}, which may be another page.`,
};

function refused(page: CodePage, found: Diagnostic): Choice {
  return { page, diagnostics: [found] };
}

function filesOf(specs: readonly { readonly file: string }[]): string[] {
  return specs.map(({ file }) => file).sort(compareText);
}

/** @example listOf(["a", "b", "c"]) // "a, b and c" */
function listOf(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`;
}
