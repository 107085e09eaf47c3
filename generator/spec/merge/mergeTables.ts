import { isDeepStrictEqual } from "node:util";
import { columnRole, columnRoles } from "../columns.js";
import type { TableKind } from "../fields.js";
import { fieldsOfPage, type SpecColumn, type SpecEntry, type SpecTable } from "../definition.js";
import { type Data, isData } from "../isData.js";
import { keepPlaces } from "../rewrite/keepPlaces.js";
import { matchEntries } from "./matchEntries.js";
import { matchTables } from "./matchTables.js";
import { mergeEntry } from "./mergeEntry.js";
import { mergeFields } from "./mergeFields.js";
import type { Origins } from "../rewrite/rewriteYaml.js";
import { tableRows } from "./tableRows.js";

/** The tables of a spec with what their page says now. */
interface MergedTables {
  readonly tables: readonly unknown[];
  readonly origins: Origins;
  readonly entries: EntryCounts;
}

/** The numbers of entries by what happened to them; each entry is counted once. */
export interface EntryCounts {
  /** New on the page. */
  readonly added: number;
  /** Changed on the page, or listed there again. */
  readonly altered: number;
  /** No longer on the page. */
  readonly retired: number;
  /** Unchanged, including those that were retired before. */
  readonly kept: number;
}

/** An item of a new list, and the index that it had in the old one. */
interface Item<Value> {
  readonly value: Value;
  readonly from: number | undefined;
}

/** Merges what the tables of a page say into those of a spec, as they were read. */
export function mergeTables(
  was: readonly unknown[],
  said: readonly SpecTable[],
  retiredSince: string,
): MergedTables {
  const [rowsBefore, rowsNow] = [was.map(tableRows), said.map(tableRows)];
  const tableBefore = matchTables(rowsBefore, rowsNow);
  const places = matchEntries(rowsBefore, rowsNow, tableBefore);
  const moved = new Set<unknown>();
  const origins = new Map<readonly unknown[], readonly (number | undefined)[]>();
  const entries = { added: 0, altered: 0, retired: 0, kept: 0 };
  const names = namesOfErrorCodes(was);

  const onPage = said.map((table, index) => {
    const declared = declaredColumns(table);
    return table.entries.map((entry, row): Item<Data> => {
      const place = places[index]?.[row];
      const before = place && entriesOf(was[place.table])[place.entry];
      if (!place || !isData(before)) {
        entries.added++;
        return { value: newEntry(entry, table.kind), from: undefined };
      }
      const value = mergeEntry(before, entry, declared);
      entries[value === before ? "kept" : "altered"]++;
      const isInPlace = place.table === tableBefore[index];
      if (!isInPlace) moved.add(before);
      return { value, from: isInPlace ? place.entry : undefined };
    });
  });
  const tables = keepPlaces(was.length, tableBefore).map((placed) =>
    "left" in placed ? tableOf(placed.left) : tableOf(tableBefore[placed.item], placed.item),
  );
  // A table whose rows are all in other tables now has nothing left to say.
  return { tables: list(tables.filter(({ value }) => entriesOf(value).length > 0)), origins, entries };

  function tableOf(from: number | undefined, index?: number): Item<unknown> {
    const before = from === undefined ? undefined : was[from];
    const items = index === undefined ? [] : (onPage[index] ?? []);
    const old = entriesOf(before);
    const froms = items.map((item) => item.from);
    const merged = keepPlaces(old.length, froms).flatMap(
      (placed): readonly Item<unknown>[] | Item<unknown> => {
        if ("item" in placed) return items[placed.item] ?? [];
        const entry = old[placed.left];
        return moved.has(entry) ? [] : [{ value: retired(entry), from: placed.left }];
      },
    );
    const head = mergeHead(before, index === undefined ? undefined : said[index]);
    return { value: { ...head, entries: list(merged) }, from };
  }

  function newEntry({ code, ...texts }: SpecEntry, kind: TableKind): Data {
    const name = kind === "error-codes" ? names.get(code) : undefined;
    return { code, ...(name !== undefined && { name }), ...texts };
  }

  function retired(entry: unknown): unknown {
    if (!isData(entry) || entry["retired"] !== undefined) {
      entries.kept++;
      return entry;
    }
    entries.retired++;
    return { ...entry, retired: retiredSince };
  }

  function list(items: readonly Item<unknown>[]): readonly unknown[] {
    const values = items.map(({ value }) => value);
    origins.set(
      values,
      items.map(({ from }) => from),
    );
    return values;
  }
}

function entriesOf(table: unknown): readonly unknown[] {
  const entries = isData(table) ? table["entries"] : undefined;
  return Array.isArray(entries) ? entries : [];
}

/** What a table says besides its entries. */
function mergeHead(was: unknown, said: SpecTable | undefined): Data {
  if (!said) return isData(was) ? was : {};
  const { entries: _entries, ...head } = said;
  if (!isData(was)) return head;
  const columns = isSameColumns(head.kind, was["columns"], head.columns) ? was["columns"] : head.columns;
  return mergeFields(was, { ...head, columns }, (field) => fieldsOfPage.table.includes(field));
}

/** The declared fields that columns of a table hold. */
function declaredColumns({ columns = [] }: SpecTable): ReadonlySet<string> {
  const roles = columns.flatMap((column) => (typeof column === "string" ? [] : Object.keys(column)));
  return new Set(roles.filter((role) => !columnRoles.some((each) => each === role)));
}

/** A column may give a role that its header tells, too. */
function isSameColumns(kind: TableKind, was: unknown, said: readonly SpecColumn[] = []): boolean {
  const withRole = (column: unknown) =>
    typeof column === "string" ? { [columnRole(kind, column) ?? ""]: column } : column;
  return Array.isArray(was) && isDeepStrictEqual(was.map(withRole), said.map(withRole));
}

/**
 * The names that people gave error codes: another entry of the code needs the same name. A code that has
 * several is a mistake that a rule tells.
 */
function namesOfErrorCodes(tables: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  const entries = tables
    .filter((table) => isData(table) && table["kind"] === "error-codes")
    .flatMap(entriesOf)
    .filter(isData);
  return new Map(entries.filter(({ name }) => name !== undefined).map(({ code, name }) => [code, name]));
}
