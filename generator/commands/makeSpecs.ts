import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Choice, Wishes } from "../import/chooseSpecs.js";
import type { CodePage } from "../import/codePage.js";
import type { ValidSpec } from "../import/knownSpec.js";
import { newSpecs } from "../import/newSpecs.js";
import type { Outcome } from "../import/importedSpec.js";
import { updateSpec } from "../import/updateSpec.js";
import { statIfThere } from "../sources/disk.js";
import type { ImportProject } from "./importProject.js";

interface MakeOptions {
  readonly cwd: string;
  /** The spec that a page goes into, where it is given. */
  readonly into?: string;
  /** Since when a code is retired that the page lacks. Default: today. */
  readonly retiredSince?: string;
}

/** The specs of all pages that have a place, in the order of the pages. */
export function makeSpecs(
  choices: readonly Choice[],
  project: ImportProject,
  wishes: Pick<Wishes, "serviceOf">,
  options: MakeOptions,
): Outcome[] {
  const newPages = choices.flatMap(({ page, into }) => (into === "new" ? [page] : []));
  const made = makeNew(newPages, project, wishes, options);
  return choices.map(({ page, into, diagnostics }) => {
    const outcome = typeof into === "object" ? update(page, into, project, options) : made.get(page.file);
    return { page: page.file, ...outcome, diagnostics: [...diagnostics, ...(outcome?.diagnostics ?? [])] };
  });
}

function update(
  page: CodePage,
  spec: ValidSpec,
  { known, conventions }: ImportProject,
  { cwd, into, retiredSince }: MakeOptions,
): Outcome {
  const { id } = spec.checked.service;
  const siblings = known.flatMap(({ file, checked }) =>
    file !== spec.file && checked?.service.id === id ? checked.service : [],
  );
  return updateSpec(page, spec, {
    siblings,
    conventions,
    // With its byte order mark, which reading it as a spec takes away.
    existing: readFileSync(resolve(cwd, spec.file), "utf8"),
    retiredSince: retiredSince ?? new Date().toISOString().slice(0, 10),
    isMeant: into !== undefined,
  });
}

function makeNew(
  pages: readonly CodePage[],
  { out, schema, known, conventions }: ImportProject,
  { serviceOf }: Pick<Wishes, "serviceOf">,
  { cwd }: MakeOptions,
): Map<string, Outcome> {
  const folder = resolve(cwd, out);
  // In lower case: some disks have one file for both spellings.
  const names = new Set(statIfThere(folder) ? readdirSync(folder).map((name) => name.toLowerCase()) : []);
  const outcomes = newSpecs(pages, {
    serviceOf,
    conventions,
    existing: known.flatMap(({ checked }) => checked?.service ?? []),
    folder: out,
    isTaken: (name) => names.has(name.toLowerCase()),
    schema,
  });
  return new Map(outcomes.map((outcome) => [outcome.page, outcome]));
}
