import { posix } from "node:path";
import { loadSpec } from "../project/loadCatalogue.js";
import { hasError } from "../diagnostics/diagnostic.js";
import { buildService } from "../catalogue/buildService.js";
import type { SpecService } from "../catalogue/catalogue.js";
import { type Conventions, serviceHeads } from "../catalogue/conventions.js";
import { type PageSpec, type SaidService, serviceSaidIn } from "../spec/definition.js";
import { writeSpec } from "../spec/writeSpec.js";
import type { CodePage } from "./codePage.js";
import { namedAlike } from "./namedAlike.js";
import { titleFrom } from "./serviceOfPage.js";
import { newServices } from "./newServices.js";
import { newSpecFiles } from "./newSpecFiles.js";
import type { Outcome, ImportedSpec } from "./importedSpec.js";
import { withSource } from "./updateSpec.js";

export interface NewSpecOptions {
  /** The service of a page, where it is known. */
  readonly serviceOf: (page: CodePage) => SaidService | undefined;
  /** The services as their specs have them. */
  readonly existing: readonly SpecService[];
  readonly conventions: Conventions;
  /** The folder of the specs, relative to the project. */
  readonly folder: string;
  /** Whether that folder has something of a name. */
  readonly isTaken: (name: string) => boolean;
  /** Path of the specs' JSON Schema, relative to the project. */
  readonly schema: string;
}

/** Specs for pages that have none yet. */
export function newSpecs(pages: readonly CodePage[], options: NewSpecOptions): Outcome[] {
  const { serviceOf, existing, conventions, folder, isTaken, schema } = options;
  const given = new Map(pages.map((page) => [page, serviceOf(page)]));
  const madeUp = newServices(
    pages.filter((page) => !given.get(page)).map(({ file, spec: { page } }) => ({ file, page })),
    [
      ...existing,
      ...serviceHeads(
        [...given.values()].flatMap((each) => each ?? []),
        conventions,
      ).values(),
    ],
  );
  const asked = pages.map((page) => {
    const service = given.get(page) ?? madeUp.get(page.file) ?? serviceSaidIn(page.spec);
    return { page, source: page.file, service, serviceId: service.id };
  });
  const isNew = (id: string) => !existing.some((service) => service.id === id);
  const files = newSpecFiles(asked, isNew, isTaken);
  const siblings = [...existing];
  return asked.map(({ page, service }) => {
    const { id } = service;
    const file = posix.join(folder, files.get(page.file) ?? `${id}.yaml`);
    const ofService = siblings.filter((each) => each.id === id);
    const said = { ...page.spec, service: saidService(service, ofService[0], conventions) };
    const spec = withSource(namedAlike(said, ofService, conventions), page.file);
    siblings.push(buildService(spec, file, conventions.fields, ofService[0]));
    const text = writeSpec(spec, posix.relative(posix.dirname(file), schema));
    const { diagnostics } = loadSpec({ file, text }, conventions);
    return hasError(diagnostics)
      ? { page: page.file, diagnostics, refused: { file, text } }
      : { page: page.file, diagnostics: [], spec: planned(page, file, text) };
  });
}

/** What a new spec says of its service: the id alone if its name is known already. */
function saidService(
  { id, name, ...said }: SaidService,
  sibling: SpecService | undefined,
  { services }: Conventions,
): PageSpec["service"] {
  const known = sibling?.name ?? new Map(Object.entries(services)).get(id)?.name;
  if (known !== undefined && (name === undefined || name === known)) return id;
  return { id, name: name ?? titleFrom(id), ...said };
}

function planned({ file: page, spec }: CodePage, file: string, text: string): ImportedSpec {
  const added = spec.tables.reduce((sum, { entries }) => sum + entries.length, 0);
  const isReproduced = spec.page.digest !== undefined;
  return {
    page,
    file,
    text,
    state: "new",
    entries: { added, altered: 0, retired: 0, kept: 0 },
    isReproduced,
  };
}
