import { errorCodesOf, type Service, statusCodesOf, type Table } from "../catalogue/catalogue.js";
import { type Change, type ChangeKind, changeLevels } from "./change.js";
import { matchRows, sharedFields } from "./matchRows.js";
import { bareTextOf, type Row, rowsOf, textOf } from "./rowsOf.js";

/** Every difference between two states of a service: what the pages say, and what the members are called. */
export function diffServices(before: Service, after: Service): Change[] {
  const change = (kind: ChangeKind, details: Omit<Change, "kind" | "level" | "service"> = {}): Change => ({
    kind,
    level: changeLevels[kind],
    service: after.id,
    ...details,
  });
  const kinds: readonly Table["kind"][] = ["status-codes", "error-codes"];
  return [
    ...pageChanges(before, after, change),
    ...kinds.flatMap((kind) => tableChanges(before, after, kind, change)),
    ...nameChanges(before, after, change),
  ];
}

type Make = (kind: ChangeKind, details?: Omit<Change, "kind" | "level" | "service">) => Change;

function pageChanges(before: Service, after: Service, change: Make): Change[] {
  const changed = (kind: ChangeKind, a: string, b: string) =>
    a === b ? [] : [change(kind, { before: a, after: b })];
  const labels = ({ page, tables }: Service) =>
    [page.label, ...tables.flatMap(({ label }) => label ?? [])].join(", ");
  const titles = ({ tables }: Service) => tables.flatMap(({ title }) => title ?? []).join(", ");
  return [
    ...changed("page-renamed", before.page.id, after.page.id),
    ...changed("title-changed", before.page.title, after.page.title),
    ...changed("label-changed", labels(before), labels(after)),
    ...changed("table-title-changed", titles(before), titles(after)),
  ];
}

function tableChanges(before: Service, after: Service, kind: Table["kind"], change: Make): Change[] {
  const [rowsBefore, rowsAfter] = [rowsOf(before, kind), rowsOf(after, kind)];
  const shared = sharedFields(rowsBefore, rowsAfter);
  const { pairs, removed, added } = matchRows(rowsBefore, rowsAfter);
  const headers = ({ tables }: Service) =>
    tables
      .flatMap((table) =>
        table.kind === kind ? [table.columns.map(({ header }) => header).join(" | ")] : [],
      )
      .join("; ");
  const [headersBefore, headersAfter] = [headers(before), headers(after)];
  const isOnBothSides = rowsBefore.length > 0 && rowsAfter.length > 0;
  return [
    ...(isOnBothSides && headersBefore !== headersAfter
      ? [change("columns-changed", { before: headersBefore, after: headersAfter })]
      : []),
    ...removed.map((row) => change("removed", { code: row.code, before: summaryOf(row) })),
    ...added.map((row) => change("added", { code: row.code, after: summaryOf(row) })),
    ...pairs.flatMap(([a, b]) => [...retirement(a, b, change), ...fieldChanges(a, b, shared, change)]),
    ...(isReordered(rowsBefore, rowsAfter) ? [change("reordered")] : []),
  ];
}

function retirement(before: Row, after: Row, change: Make): Change[] {
  const [was, is] = [before.entry.retired, after.entry.retired];
  if (was === undefined && is !== undefined) return [change("retired", { code: after.code, after: is })];
  if (was !== undefined && is === undefined) return [change("revived", { code: after.code, before: was })];
  return [];
}

function fieldChanges(before: Row, after: Row, shared: readonly string[], change: Make): Change[] {
  return shared.flatMap((field) => {
    const [a = "", b = ""] = [before.fields.get(field), after.fields.get(field)];
    return a === b
      ? []
      : [change(fieldChange(field, a, b), { code: after.code, field, before: a, after: b })];
  });
}

function fieldChange(field: string, before: string, after: string): ChangeKind {
  if (textOf(before) === textOf(after)) return "markup-changed";
  if (field === "status") return "status-changed";
  if (bareTextOf(before) === bareTextOf(after)) return "punctuation-changed";
  return field === "message" ? "message-changed" : "reworded";
}

/** Whether the codes that both sides have stand in another order. */
function isReordered(before: readonly Row[], after: readonly Row[]): boolean {
  const codes = (rows: readonly Row[], others: readonly Row[]) => {
    const known = new Set(others.map(({ code }) => code));
    return rows.flatMap(({ code }) => (known.has(code) ? [code] : [])).join("\n");
  };
  return codes(before, after) !== codes(after, before);
}

/** Members that are called something else now. */
function nameChanges(before: Service, after: Service, change: Make): Change[] {
  const names = (service: Service) =>
    new Map([...statusCodesOf(service), ...errorCodesOf(service)].map(({ code, name }) => [code, name]));
  const namesBefore = names(before);
  return [...names(after)].flatMap(([code, name]) => {
    const was = namesBefore.get(code);
    return was === undefined || was === name ? [] : [change("renamed", { code, before: was, after: name })];
  });
}

function summaryOf({ fields }: Row): string {
  return fields.get("message") ?? fields.get("description") ?? [...fields.values()][0] ?? "";
}
