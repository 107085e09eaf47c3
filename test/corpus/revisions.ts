import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildService } from "../../generator/catalogue/buildService.js";
import type { PageService, Table } from "../../generator/catalogue/catalogue.js";
import type { Change, ChangeKind } from "../../generator/compare/change.js";
import { diffServices } from "../../generator/compare/diffServices.js";
import { importPage } from "../../generator/page/importPage.js";

/** How far the differences found agree with an independent reading of the same two pages. */
export interface RevisionsResult {
  readonly agreeing: number;
  readonly total: number;
  /** One line for each thing that is told otherwise. */
  readonly differences: string[];
}

/** What is expected of one revision, as far as it is compared. */
interface Expected extends PageFlags {
  readonly diffs: readonly ExpectedTable[];
}

interface PageFlags {
  readonly original_name_changed: boolean;
  readonly title_changed: boolean;
  readonly table_titles_changed: boolean;
  readonly labels_changed: boolean;
}

interface ExpectedTable {
  readonly kind: "status-code" | "error-code";
  readonly added: number;
  readonly added_codes: readonly string[];
  readonly removed: number;
  readonly removed_codes: readonly string[];
  readonly changed: number;
  readonly changed_codes: readonly string[];
  readonly same: number;
  readonly headers_changed: boolean;
  readonly reordered: boolean;
  readonly trivial: number;
  readonly restatus: readonly string[];
}

/** How many codes of each kind of change the expectation lists. */
const listedCodes = 12;

/** Compares the two pages of each revision below a folder, and what is found with what is expected. */
export async function compareRevisions(folder: string): Promise<RevisionsResult> {
  const revisions = (await readdir(folder, { recursive: true }))
    .filter((path) => path.endsWith("expected.json"))
    .map((path) => join(path, ".."))
    .sort();
  const compared = await Promise.all(revisions.map((revision) => compareRevision(folder, revision)));
  return {
    agreeing: compared.filter((differences) => differences.length === 0).length,
    total: revisions.length,
    differences: compared.flat(),
  };
}

async function compareRevision(folder: string, revision: string): Promise<string[]> {
  const read = (file: string) => readFile(join(folder, revision, file), "utf8");
  const [oldText, newText, expectedText] = await Promise.all(
    ["old.rst", "new.rst", "expected.json"].map(read),
  );
  const expected = JSON.parse(expectedText ?? "") as Expected;
  const [before, after] = [serviceFrom(oldText ?? ""), serviceFrom(newText ?? "")];
  if (!before || !after) return [`${revision}: ${before ? "the new" : "the old"} page is refused`];
  const { changes } = diffServices(before, after, { compared: "pages" });
  const differences = [
    ...differencesBetween(flagsOf(changes), expected),
    ...expected.diffs.flatMap((table) => differencesBetween(tableOf(before, after, changes, table), table)),
  ];
  return differences.map((difference) => `${revision}: ${difference}`);
}

function serviceFrom(page: string): PageService | undefined {
  const { spec } = importPage(page, { service: { id: "revised", name: "Revised" } });
  return spec && buildService(spec, "");
}

function flagsOf(changes: readonly Change[]): PageFlags {
  const has = (kind: ChangeKind) => changes.some((change) => change.kind === kind);
  return {
    original_name_changed: has("page-renamed"),
    title_changed: has("title-changed"),
    table_titles_changed: has("table-title-changed"),
    labels_changed: has("label-changed"),
  };
}

/** What was found, in the words of the expectation. */
function tableOf(
  before: PageService,
  after: PageService,
  all: readonly Change[],
  { kind }: ExpectedTable,
): ExpectedTable {
  const [codesBefore, codesAfter] = [before, after].map((service) => codesOf(tablesOf(service, kind)));
  const [indexBefore, indexAfter] = [indexesOf(codesBefore ?? []), indexesOf(codesAfter ?? [])];
  const isOnBothSides = (code: string) => indexBefore.has(code) && indexAfter.has(code);
  const isOfKind = ({ code }: Change) => code === undefined || indexBefore.has(code) || indexAfter.has(code);
  const codesOfChanges = (...kinds: ChangeKind[]) =>
    all.filter((change) => kinds.includes(change.kind) && isOfKind(change)).flatMap(({ code }) => code ?? []);
  const added = codesOfChanges("added", "row-added");
  const removed = codesOfChanges("removed", "row-removed");
  const rows = rowsOf(all.filter((change) => textChanges.includes(change.kind) && isOfKind(change)));
  const changed = rows.flatMap(([first]) => first?.code ?? []);
  changed.sort((a, b) => (indexBefore.get(a) ?? 0) - (indexBefore.get(b) ?? 0));
  // Where one side has a column more, its rows differ in more than punctuation.
  const isSameShape = rolesOf(before, kind) === rolesOf(after, kind);
  const isTrivial = (row: readonly Change[]) => row.every((each) => each.kind === "punctuation-changed");
  return {
    kind,
    added: added.length,
    added_codes: added.slice(0, listedCodes),
    removed: removed.length,
    removed_codes: removed.slice(0, listedCodes),
    changed: changed.length,
    changed_codes: changed.slice(0, listedCodes),
    same: (codesBefore ?? []).length - removed.length - changed.length,
    headers_changed: all.some((change) => change.kind === "columns-changed"),
    // The expectation also counts a code with one row more or less as reordered; diff does not.
    reordered:
      all.some((change) => change.kind === "reordered") || [...added, ...removed].some(isOnBothSides),
    trivial: isSameShape ? rows.filter(isTrivial).length : 0,
    restatus: codesOfChanges("status-changed"),
  };
}

const textChanges: readonly ChangeKind[] = [
  "message-changed",
  "reworded",
  "punctuation-changed",
  "status-changed",
];

function tablesOf({ tables }: PageService, kind: ExpectedTable["kind"]): Table[] {
  return tables.filter((table) => table.kind === `${kind}s`);
}

function codesOf(tables: readonly Table[]): string[] {
  return tables.flatMap(({ entries }) => [...entries].map(({ code }) => code));
}

/** Where each code is first. */
function indexesOf(codes: readonly string[]): Map<string, number> {
  return new Map(codes.map((code, index) => [code, index] as const).reverse());
}

function rolesOf(service: PageService, kind: ExpectedTable["kind"]): string {
  const columns = tablesOf(service, kind).flatMap((table) => table.columns);
  return [...new Set(columns.map(({ role, header }) => (role === "other" ? header : role)))].sort().join();
}

/** The changes of each row: two rows may have one code. */
function rowsOf(changes: readonly Change[]): Change[][] {
  const rows = new Map<string, Change[]>();
  for (const change of changes) {
    const row = JSON.stringify(change.row);
    rows.set(row, [...(rows.get(row) ?? []), change]);
  }
  return [...rows.values()];
}

function differencesBetween<Told extends object>(found: Told, expected: Told): string[] {
  return Object.entries(found).flatMap(([what, value]) => {
    const wanted: unknown = new Map(Object.entries(expected)).get(what);
    const [a, b] = [JSON.stringify(value), JSON.stringify(wanted)];
    return a === b ? [] : [`${what} is ${a}, expected ${b}`];
  });
}
