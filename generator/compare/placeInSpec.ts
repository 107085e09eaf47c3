import type { SourceRange } from "../diagnostics/diagnostic.js";
import type { CheckedSpec } from "../rules/rule.js";
import type { Path } from "../spec/yamlSource.js";
import type { Change, ChangeKind } from "./change.js";

/** Where a change of a spec is in its file: the row's field, or the key that it is about. */
export function placeInSpec(spec: CheckedSpec, change: Change): SourceRange | undefined {
  const path = change.path ?? (change.row ? pathInRow(spec, change) : pathsOfKinds[change.kind]);
  return path && spec.source.rangeOf(path);
}

function pathInRow({ spec, indexes }: CheckedSpec, { kind, field, row }: Change): Path | undefined {
  if (!row) return undefined;
  const place = indexes[row.table];
  const index = place?.entries[row.entry]?.index;
  const entry = spec.tables[row.table]?.entries[row.entry];
  if (!place || index === undefined || !entry) return undefined;
  const path = ["tables", place.table, "entries", index];
  if (kind === "renamed") return [...path, entry.name === undefined ? "code" : "name"];
  if (kind === "retired" || kind === "replaced") return [...path, "retired"];
  if (field === undefined) return [...path, "code"];
  if (kind === "deviation-changed" && entry.deviations) return [...path, "deviations"];
  if (Object.hasOwn(entry, field)) return [...path, field];
  return entry.other && Object.hasOwn(entry.other, field) ? [...path, "other", field] : [...path, "code"];
}

const pathsOfKinds: Partial<Record<ChangeKind, Path>> = {
  "service-added": ["service", "id"],
  "service-id-changed": ["service", "id"],
  "prefix-changed": ["service", "prefix"],
  "name-changed": ["service", "name"],
  "page-renamed": ["page", "id"],
  "title-changed": ["page", "title"],
  "label-changed": ["page", "label"],
};
