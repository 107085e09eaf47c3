import { posix } from "node:path";
import { loadSpec } from "../project/loadCatalogue.js";
import { hasError } from "../diagnostics/diagnostic.js";
import type { Service } from "../catalogue/catalogue.js";
import type { Spec } from "../spec/definition.js";
import { writeSpec } from "../spec/writeSpec.js";
import type { CodePage } from "./codePage.js";
import { newServices } from "./newServices.js";
import { newSpecFiles } from "./newSpecFiles.js";
import type { Outcome, ImportedSpec } from "./importedSpec.js";
import { withSource } from "./updateSpec.js";

export interface NewSpecOptions {
  /** The service, where it is given. */
  readonly service?: Pick<Spec["service"], "id" | "name">;
  /** The services that there are. */
  readonly existing: readonly Service[];
  /** The folder of the specs, relative to the project. */
  readonly folder: string;
  /** Whether that folder has something of a name. */
  readonly isTaken: (name: string) => boolean;
  /** Path of the specs' JSON Schema, relative to the project. */
  readonly schema: string;
}

/** Specs for pages that have none yet. */
export function newSpecs(
  pages: readonly CodePage[],
  { service, existing, folder, isTaken, schema }: NewSpecOptions,
): Outcome[] {
  const services = newServices(
    pages.map(({ file, spec: { page } }) => ({ file, page })),
    existing,
  );
  const asked = pages.map((page) => {
    const own = service ?? services.get(page.file) ?? page.spec.service;
    return { page, source: page.file, service: own, serviceId: own.id };
  });
  const files = newSpecFiles(asked, isTaken);
  return asked.map(({ page, service: own }) => {
    const file = posix.join(folder, files.get(page.file) ?? `${own.id}.yaml`);
    const spec = withSource({ ...page.spec, service: own }, page.file);
    const text = writeSpec(spec, posix.relative(posix.dirname(file), schema));
    const { diagnostics } = loadSpec({ file, text });
    return hasError(diagnostics)
      ? { page: page.file, diagnostics, refused: { file, text } }
      : { page: page.file, diagnostics: [], spec: planned(page, file, text) };
  });
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
