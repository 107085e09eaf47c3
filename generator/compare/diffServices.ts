import { type SpecService, type Table, type Entry } from "../catalogue/catalogue.js";
import { errorCodesOf, statusCodesOf } from "../catalogue/codes.js";
import { type Change, type MakeChange, makeChanges, type RowPlace } from "./change.js";
import { pageChanges } from "./pageChanges.js";
import { type MatchedRows, matchRows, sharedFields } from "./matchRows.js";
import { rowChanges } from "./rowChanges.js";
import { type Row, rowsOf, type Words } from "./rowsOf.js";

/**
 * What is compared. `specs`: what is generated from either, names of members included. `pages`: what the
 * pages say, and the names that would be made from it. `spec-and-page`: what the pages say; a page knows
 * neither of names that a spec gives nor of codes that it retires.
 */
export type Compared = "specs" | "pages" | "spec-and-page";

const kinds: readonly Table["kind"][] = ["status-codes", "error-codes"];

/** How two states of a service differ, and which rows of theirs belong together. */
export interface ServiceDiff {
  readonly changes: readonly Change[];
  readonly rows: MatchedRows["pairs"];
}

interface DiffOptions {
  readonly compared?: Compared;
  /** All tables of the service in either state, if its specs are compared one by one. Default: what is compared. */
  readonly whole?: Whole;
}

interface Whole {
  readonly before: Tables;
  readonly after: Tables;
}
type Tables = Pick<SpecService, "tables" | "case">;

/** Compares two states of a service, or of one of its specs: what the pages say, and what the members are called. */
export function diffServices(
  before: SpecService,
  after: SpecService,
  { compared = "specs", whole = { before, after } }: DiffOptions = {},
): ServiceDiff {
  const change = makeChanges(after.id);
  const tables = kinds.map((kind) => diffTables(before, after, kind, { compared, whole }, change));
  const rows = tables.flatMap((each) => each.rows);
  return {
    changes: [
      ...pageChanges(before, after, change),
      ...tables.flatMap(({ changes }) => changes),
      ...(isReordered(rows) ? [change("reordered")] : []),
    ],
    rows,
  };
}

/** What changed in what a service is called. */
export function nameChanges(before: SpecService, after: SpecService): Change[] {
  const change = makeChanges(after.id);
  const changed = (kind: "service-id-changed" | "prefix-changed" | "name-changed", a: string, b: string) =>
    a === b ? [] : [change(kind, { before: a, after: b })];
  return [
    ...changed("service-id-changed", before.id, after.id),
    ...changed("prefix-changed", before.prefix, after.prefix),
    ...changed("name-changed", before.name, after.name),
  ];
}

function diffTables(
  before: SpecService,
  after: SpecService,
  kind: Table["kind"],
  { compared, whole }: Required<DiffOptions>,
  change: MakeChange,
): ServiceDiff {
  const words: Words = compared === "specs" ? "spec" : "page";
  const [rowsBefore, rowsAfter] = [rowsOf(before, kind, words), rowsOf(after, kind, words)];
  const [membersBefore, membersAfter] = [membersOf(whole.before, kind), membersOf(whole.after, kind)];
  const shared = sharedFields(rowsBefore, rowsAfter);
  const { pairs, removed, added } = matchRows(rowsBefore, rowsAfter);
  // A code that a spec retires is on no page, which is nothing new.
  const counts = ({ entry }: Row) => compared !== "spec-and-page" || entry.retired === undefined;
  const isNews = (row: Row, members: ReadonlyMap<string, Member>) =>
    membersOfRow(row).some((code) => !members.has(code));
  const ofRows = pairs.flatMap(([a, b]) => rowChanges(a, b, shared, words, change));
  const replacements = new Set(ofRows.flatMap((each) => (each.kind === "replaced" ? each.after : [])));
  // The code that takes the place of another is told together with that.
  const isReplacement = ({ entry }: Row) =>
    replacements.has(String(entry.kind === "error-code" ? entry.value : entry.values[0]));
  const changes = [
    ...columnChanges(before, after, kind, change),
    ...removed.filter(counts).map((row) => {
      const isMemberGone = isNews(row, membersAfter);
      return change(isMemberGone ? "removed" : "row-removed", { code: row.code, before: summaryOf(row) });
    }),
    ...added
      .filter((row) => counts(row) && !isReplacement(row))
      .map((row) => {
        const isMemberNew = isNews(row, membersBefore);
        const details = { code: row.code, after: summaryOf(row), row: row.place };
        return change(isMemberNew ? "added" : "row-added", details);
      }),
    ...(compared === "spec-and-page" ? [] : renamings(membersBefore, membersAfter, rowsAfter, change)),
    ...ofRows,
  ];
  return { changes, rows: pairs };
}

/** The members that a row stands for, by their codes: one, none (`4xx`), or several (`400/404`). */
function membersOfRow({ code, entry }: Row): readonly string[] {
  return entry.kind === "error-code" ? [code] : entry.values.map(String);
}

function columnChanges(
  before: SpecService,
  after: SpecService,
  kind: Table["kind"],
  change: MakeChange,
): Change[] {
  const headers = ({ tables }: SpecService) =>
    tables
      .filter((table) => table.kind === kind)
      .map(({ columns }) => columns.map(({ header }) => header).join(" | "))
      .join("; ");
  const [headersBefore, headersAfter] = [headers(before), headers(after)];
  const isOnOneSide = headersBefore === "" || headersAfter === "";
  return isOnOneSide || headersBefore === headersAfter
    ? []
    : [change("columns-changed", { before: headersBefore, after: headersAfter })];
}

/** Members that are called something else now, or have another value. */
function renamings(
  before: ReadonlyMap<string, Member>,
  after: ReadonlyMap<string, Member>,
  rowsAfter: readonly Row[],
  change: MakeChange,
): Change[] {
  const places = new Map(rowsAfter.map(({ entry, place }) => [entry, place]));
  return [...after].flatMap(([code, { name, value, entry }]) => {
    const was = before.get(code);
    if (!was) return [];
    const row = places.get(entry);
    // The first entry of a code gives its name, and may be in another spec.
    if (!row) return [];
    const about = { code, row };
    return [
      ...(was.name === name ? [] : [change("renamed", { ...about, before: was.name, after: name })]),
      ...(was.value === value
        ? []
        : [
            change("value-changed", {
              ...about,
              before: JSON.stringify(was.value),
              after: JSON.stringify(value),
            }),
          ]),
    ];
  });
}

/** Whether the rows that both sides have are in another order, or divided into tables at other places. */
function isReordered(rows: MatchedRows["pairs"]): boolean {
  const inOrder = [...rows].sort(([, a], [, b]) => comparePlaces(a.place, b.place));
  return inOrder.some(([{ place: old }, { place: now }], index) => {
    const above = inOrder[index - 1];
    if (!above) return false;
    const [oldAbove, nowAbove] = [above[0].place, above[1].place];
    const isDivided = (oldAbove.table === old.table) !== (nowAbove.table === now.table);
    return isDivided || comparePlaces(oldAbove, old) > 0;
  });
}

function comparePlaces(a: RowPlace, b: RowPlace): number {
  return a.table - b.table || a.entry - b.entry;
}

function summaryOf({ fields }: Row): string {
  const first = fields.get("message") ?? fields.get("description") ?? [...fields.values()][0];
  return first?.markdown ?? "";
}

/** A member of what is generated, and the entry that gives it. */
interface Member {
  readonly name: string;
  /** As it is on the wire. */
  readonly value: string | number;
  readonly entry: Entry;
}

/** The members that a service's tables of one kind give, by code. */
function membersOf(service: Tables, kind: Table["kind"]): Map<string, Member> {
  const codes = kind === "status-codes" ? statusCodesOf(service) : errorCodesOf(service);
  return new Map(codes.map(({ code, name, value, entries: [entry] }) => [code, { name, value, entry }]));
}
