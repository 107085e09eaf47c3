import { Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { Spec, SpecEntry } from "./definition.js";
import { styleNodes } from "./writeSpec.js";
import { parseYaml } from "./yamlSource.js";

type Data = Readonly<Record<string, unknown>>;

/** What people add to an entry, and no page says. */
const ownFields = new Set(["name", "retired", "deviations"]);

/**
 * The text of an existing spec with what a page says now. What people added stays: names, comments,
 * deviations, retired codes; only what the page changed is changed. A code that the page no longer
 * lists is retired, since `retiredSince`; one that it lists again is so no longer.
 */
export function mergeSpec(existing: string, imported: Spec, retiredSince: string): string {
  const document = parseDocument(existing);
  const before = parseYaml("", existing).data as { page?: Data; tables?: readonly Data[] } | undefined;
  let isChanged = mergeFields(document, ["page"], before?.page ?? {}, imported.page, () => false);
  const tables = before?.tables ?? [];
  const unmatched = new Set(tables.keys());
  for (const table of imported.tables) {
    const index = [...unmatched].find((each) => tables[each]?.["kind"] === table.kind);
    if (index === undefined) {
      document.addIn(["tables"], styled(document, table));
      isChanged = true;
      continue;
    }
    unmatched.delete(index);
    const { entries, ...fields } = table;
    const isEntries = (key: string) => key === "entries";
    const isTableChanged = mergeFields(document, ["tables", index], tables[index] ?? {}, fields, isEntries);
    const existingEntries = (tables[index]?.["entries"] ?? []) as readonly Data[];
    const areEntriesChanged = mergeEntries(document, index, existingEntries, entries, retiredSince);
    isChanged ||= isTableChanged || areEntriesChanged;
  }
  for (const index of unmatched) {
    const entries = (tables[index]?.["entries"] ?? []) as readonly Data[];
    isChanged = retireAll(document, index, entries, retiredSince) || isChanged;
  }
  return isChanged ? document.toString({ lineWidth: 0, flowCollectionPadding: false }) : existing;
}

function mergeFields(
  document: Document,
  path: readonly unknown[],
  before: Data,
  after: Data,
  isOther: (key: string) => boolean,
): boolean {
  let isChanged = false;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isOther(key) || isSame(before[key], after[key])) continue;
    if (after[key] === undefined) document.deleteIn([...path, key]);
    else document.setIn([...path, key], styled(document, after[key], key));
    isChanged = true;
  }
  return isChanged;
}

function mergeEntries(
  document: Document,
  table: number,
  before: readonly Data[],
  after: readonly SpecEntry[],
  retiredSince: string,
): boolean {
  const sequence = document.getIn(["tables", table, "entries"]) as YAMLSeq;
  const items = [...sequence.items];
  const left = new Set(before.keys());
  let isChanged = false;
  const merged = after.map((entry) => {
    const index = bestMatch(before, left, entry) ?? -1;
    const item = items[index];
    if (!isMap(item)) return styled(document, entry);
    left.delete(index);
    isChanged = mergeEntry(document, item, before[index] ?? {}, entry) || isChanged;
    return item;
  });
  for (const index of left) {
    const item = items[index];
    if (!isMap(item)) continue;
    isChanged = retire(document, item, before[index] ?? {}, retiredSince) || isChanged;
    const previous = items.slice(0, index).findLast((each) => merged.includes(each as YAMLMap));
    merged.splice(merged.indexOf(previous as YAMLMap) + 1, 0, item);
  }
  isChanged ||= merged.some((item, index) => item !== items[index]);
  sequence.items = merged;
  return isChanged;
}

/** Of the entries that are left, the one of the same code that has most in common. */
function bestMatch(before: readonly Data[], left: ReadonlySet<number>, entry: Data): number | undefined {
  const common = (index: number) =>
    Object.keys(entry).filter((key) => isSame(before[index]?.[key], entry[key])).length;
  const candidates = [...left].filter((index) => before[index]?.["code"] === entry["code"]);
  return candidates.sort((a, b) => common(b) - common(a))[0];
}

/** Takes over what the page says, save where a deviation corrects just that. */
function mergeEntry(document: Document, item: YAMLMap, before: Data, after: Data): boolean {
  let isChanged = false;
  if (before["retired"] !== undefined) {
    item.delete("retired");
    isChanged = true;
  }
  const deviations = (before["deviations"] ?? {}) as Readonly<
    Record<string, { original?: unknown } | undefined>
  >;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (ownFields.has(key)) continue;
    const deviation = deviations[key];
    const onPage = after[key];
    if (isSame(deviation ? deviation.original : before[key], onPage)) continue;
    isChanged = true;
    if (deviation && (onPage === undefined || isSame(before[key], onPage)))
      item.deleteIn(["deviations", key]);
    else if (deviation) item.setIn(["deviations", key, "original"], styled(document, onPage, key));
    if (onPage === undefined) item.delete(key);
    else if (!deviation) item.set(key, styled(document, onPage, key));
  }
  const kept = item.get("deviations");
  if (isMap(kept) && kept.items.length === 0) item.delete("deviations");
  return isChanged;
}

function retireAll(document: Document, table: number, entries: readonly Data[], since: string): boolean {
  const sequence = document.getIn(["tables", table, "entries"]);
  if (!isSeq(sequence)) return false;
  return sequence.items
    .map((item, index) => isMap(item) && retire(document, item, entries[index] ?? {}, since))
    .includes(true);
}

function retire(document: Document, item: YAMLMap, before: Data, since: string): boolean {
  if (before["retired"] !== undefined) return false;
  item.set("retired", document.createNode(since));
  return true;
}

function styled(document: Document, value: unknown, key = ""): YAMLMap {
  const wrapper = new Document({ [key]: value });
  styleNodes(wrapper);
  const pair = (wrapper.contents as unknown as YAMLMap).items[0];
  return (pair?.value ?? document.createNode(value)) as YAMLMap;
}

/** Compares data; a text at the end of a block has a line break that says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  const comparable = (value: unknown) =>
    JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? each.trimEnd() : each));
  return comparable(a) === comparable(b);
}
