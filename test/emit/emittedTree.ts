import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Catalogue } from "../../generator/catalogue/catalogue.js";
import { pageNames } from "../../generator/catalogue/pageNames.js";
import { jsonSchemas } from "../../generator/project/jsonSchemas.js";
import { loadCatalogue, type SpecFile } from "../../generator/project/loadCatalogue.js";
import { compareText } from "../../generator/diagnostics/diagnostic.js";
import { type EnumStyle, type OutputFile } from "../../generator/emit/emitter.js";
import { type EmitterName, emitterNames } from "../../generator/emit/emitters.js";
import { runEmitters } from "../../generator/commands/runEmitters.js";
import { builtInFields } from "../../generator/spec/fields.js";
import { repository } from "../testProject.js";
import { isOfPage } from "../../generator/catalogue/catalogue.js";

/** The specs of both real pages, and those that show what these two pages do not have. */
export const fixtureSpecs: readonly SpecFile[] = [
  ...["spec/apig.yaml", "spec/functiongraph.yaml"],
  ...readdirSync(join(repository, "test/fixtures/emit"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `test/fixtures/emit/${name}`),
].map((path) => ({
  file: `spec/${basename(path)}`,
  text: readFileSync(join(repository, path), "utf8"),
}));

/** The catalogue of specs that are known to be valid. */
export function catalogueOf(specs: readonly SpecFile[]): Catalogue {
  const { catalogue, diagnostics } = loadCatalogue(specs);
  if (!catalogue) throw new Error(JSON.stringify(diagnostics, null, 2));
  return catalogue;
}

export function fixtureCatalogue(): Catalogue {
  return catalogueOf(fixtureSpecs);
}

/** A version of its own, so that a release changes no snapshot. */
export const header = { version: "1.2.3", command: "npx statusgen generate" };

/** The options of the emitters that have some. */
export const ownOptions: Partial<Record<EmitterName, unknown>> = {
  openapi: { version: "1.0.0" },
  problems: { type: "https://example.com/errors/{service}/{code}#{anchor}" },
};

/** What the emitters make of a catalogue, with Prettier's default options. */
export async function emitTree(
  { services }: Catalogue,
  enumStyle: EnumStyle = "enum",
  names: readonly EmitterName[] = emitterNames,
  head = header,
): Promise<OutputFile[]> {
  const pages = pageNames(
    services.flatMap(({ id, specs }) =>
      specs.filter(isOfPage).map(({ specFile, page }) => ({ file: specFile, id, pageId: page.id })),
    ),
  );
  const options = {
    ...head,
    enumStyle,
    importExtension: "js" as const,
    prettier: {},
    pageNames: pages,
    schemas: () => jsonSchemas(builtInFields),
  };
  const surroundings = { cwd: repository, configFile: "", isInPlace: () => false };
  const uses = names.map((use) => ({ use, options: ownOptions[use] }));
  const emitters = await runEmitters(uses, options, surroundings);
  const files = await Promise.all(services.map((service) => emitters.service(service)));
  const parts = await Promise.all(services.map((service) => emitters.parts(service)));
  const all = [...files.flat(), ...(await emitters.all(parts))];
  return all.sort((a, b) => compareText(a.path, b.path));
}
