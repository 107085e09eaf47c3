import { buildService } from "../catalogue/buildService.js";
import { headOf } from "../catalogue/conventions.js";
import { joinSpecs, type SpecService } from "../catalogue/catalogue.js";
import { serviceData } from "../catalogue/serviceData.js";
import { defineSpec, serviceSaidIn, type Spec } from "../spec/definition.js";
import type { Path } from "../spec/yamlSource.js";
import { type Change, makeChanges, type RowPlace } from "./change.js";
import { type Difference, differences, isSameButForm, withChange } from "./differences.js";
import { type Compared, diffServices, nameChanges, type ServiceDiff } from "./diffServices.js";
import { type SpecPart, specParts } from "./specParts.js";

/**
 * Completes the changes between two specs field by field. Each field that differs is tried alone, in the
 * old spec, so that nobody has to list the fields that there are:
 *
 * - If it changes the generated data, the changes of level `none` that report it become fixes.
 * - If no change reports it, it becomes a change of its own; not so between a spec and a page, because a
 *   page does not know what people add to a spec.
 */
export function compareFields(
  before: Spec,
  after: Spec,
  { changes, rows }: ServiceDiff,
  compared: Compared,
  { fields, case: nameCase }: SpecService,
): Change[] {
  const change = makeChanges(serviceSaidIn(after).id);
  const changesOf = changesByRow(changes);
  const fixes = new Set<Change>();
  const unreported: Change[] = [];
  for (const part of specParts(before, after, rows)) {
    const ofPart = changesOf(part.row?.place);
    for (const difference of differences(part.before, part.after)) {
      if (ofPart.some((each) => isAbout(each, difference))) continue;
      const alone = tryAlone(part, difference, compared, { fields, case: nameCase });
      const reporting = ofPart.filter((each) => alone.changes.some((seen) => isAlike(each, seen)));
      if (alone.isGenerated) reporting.forEach((each) => fixes.add(each));
      const isReported = reporting.length > 0 || compared === "spec-and-page";
      if (isReported || (isSameButForm(difference) && !alone.isGenerated)) continue;
      const fieldChanged = change("field-changed", detailsOf(part, difference));
      const declared = fields.find(({ name }) => part.row && name === difference.path[0])?.level;
      const rated = declared === undefined ? fieldChanged : { ...fieldChanged, level: declared };
      unreported.push(rated);
      if (alone.isGenerated && declared === undefined) fixes.add(rated);
    }
  }
  return [...changes, ...unreported].map((each) =>
    each.level === "none" && fixes.has(each) ? { ...each, level: "fix" } : each,
  );
}

/** Whether a change tells all there is to know of a field: most do, and trying it would cost a third more time. */
function isAbout({ kind, field, level }: Change, { path }: Difference): boolean {
  if (kind === "replaced" && path[0] === "retired") return true;
  return field !== undefined && path.length === 1 && field === path[0] && level !== "none";
}

/** What the old spec becomes with one of the fields that differ. */
function tryAlone(
  { spec, pathInSpec }: SpecPart,
  { path, after }: Difference,
  compared: Compared,
  { fields, case: nameCase }: Pick<SpecService, "fields" | "case">,
): { readonly changes: readonly Change[]; readonly isGenerated: boolean } {
  const parsed = defineSpec(fields).safeParse(withChange(spec, [...pathInSpec, ...path], after));
  // A field that is not valid without others that differ: nobody knows what it does alone.
  if (!parsed.success) return { changes: [], isGenerated: true };
  const built = (each: Spec) => buildService(each, "", fields, headOf([serviceSaidIn(each)], nameCase));
  const [old, now] = [built(spec), built(parsed.data)];
  const names = compared === "specs" ? nameChanges(old, now) : [];
  return {
    changes: [...names, ...diffServices(old, now, { compared }).changes],
    isGenerated:
      JSON.stringify(serviceData(joinSpecs([old]))) !== JSON.stringify(serviceData(joinSpecs([now]))),
  };
}

/** The changes of each row, and for no row those that are about none. */
function changesByRow(changes: readonly Change[]): (row?: RowPlace) => readonly Change[] {
  const keyOf = (row?: RowPlace) => (row ? `${row.table} ${row.entry}` : "");
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(keyOf(change.row));
    if (group) group.push(change);
    else groups.set(keyOf(change.row), [change]);
  }
  return (row) => groups.get(keyOf(row)) ?? [];
}

/** Whether two changes report the same of the same row, or both of none. */
function isAlike(a: Change, b: Change): boolean {
  const isOfRow = a.row !== undefined;
  return a.kind === b.kind && a.code === b.code && a.field === b.field && isOfRow === (b.row !== undefined);
}

function detailsOf({ row, path: place }: SpecPart, { path, before, after }: Difference) {
  return {
    ...(row && { code: row.code, row: row.place }),
    field: fieldName(row ? path : [...place, ...path]),
    path: [...place, ...path],
    ...(before !== undefined && { before: textOf(before) }),
    ...(after !== undefined && { after: textOf(after) }),
  };
}

/** @example fieldName(["tables", 0, "number"]) // "tables[0].number" */
function fieldName(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === "number" || !/^\w+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
