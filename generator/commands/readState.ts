import { diagnosePageFinding } from "../rules/diagnose.js";
import { buildService } from "../catalogue/buildService.js";
import { loadCatalogue } from "../project/loadCatalogue.js";
import { identifierFrom } from "../catalogue/names.js";
import type { Change } from "../compare/change.js";
import type { StateService } from "../compare/stateService.js";
import { placeInSpec } from "../compare/placeInSpec.js";
import { placesInPage } from "../compare/placeInPage.js";
import { type Diagnostic, hasError, sortDiagnostics, type SourceRange } from "../diagnostics/diagnostic.js";
import type { Conventions } from "../catalogue/conventions.js";
import type { PageSpec } from "../spec/definition.js";
import type { WatchedReader } from "../project/ownCode/ownReaders.js";
import { inItsFormat } from "./pageFormat.js";
import { readStateFiles, type StateFile } from "./readStateFiles.js";

/** A service of a state, and where its changes are. */
export interface PlacedService extends StateService {
  readonly file: string;
  /** Absent where the file is not on disk. */
  readonly rangeOf?: (change: Change) => SourceRange | undefined;
}

/** All services of one state; with an error among its diagnostics, not all of them. */
export interface State {
  readonly services: readonly PlacedService[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly (readonly [file: string, text: string])[];
}

/** Reads one of the two states that are compared: specs, pages, or a git revision of either. */
export async function readState(
  cwd: string,
  given: string,
  conventions: Conventions,
  readers: readonly WatchedReader[],
): Promise<State> {
  const { kind, files, isOnDisk, diagnostics } = await readStateFiles(cwd, given, readers);
  const read = kind === "spec" ? readSpecs(files, conventions) : await readPages(files, readers);
  return {
    services: read.services.map(({ rangeOf, ...service }) => ({
      ...service,
      ...(isOnDisk && { rangeOf }),
    })),
    diagnostics: sortDiagnostics([...diagnostics, ...read.diagnostics]),
    sources: files.map(({ file, text }) => [file, text]),
  };
}

interface ReadServices {
  readonly services: readonly (PlacedService & Pick<Required<PlacedService>, "rangeOf">)[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readSpecs(
  files: readonly Pick<StateFile, "file" | "path" | "text">[],
  conventions: Conventions,
): ReadServices {
  const { catalogue, specs, diagnostics } = loadCatalogue(files, conventions);
  const services = new Map(catalogue?.services.map((service) => [service.id, service]));
  const paths = new Map(files.map(({ file, path }) => [file, path]));
  const read = specs.map((spec) => {
    const { id, name, prefix, names } = spec.service;
    const whole = services.get(id);
    return {
      origin: "spec" as const,
      service: spec.service,
      ...(whole && { whole }),
      // What all specs of the service say of it, wherever they say it.
      spec: { ...spec.spec, service: { id, name, prefix, ...(names && { names }) } },
      file: spec.source.file,
      path: paths.get(spec.source.file) ?? "",
      rangeOf: (change: Change) => placeInSpec(spec, change),
    };
  });
  return { services: read, diagnostics };
}

/** A page that has no table of codes is passed over in a folder that has others. */
async function readPages(
  files: readonly StateFile[],
  readers: readonly WatchedReader[],
): Promise<ReadServices> {
  // The parser of pages takes long to load, and specs need none.
  const { importPage } = await import("../page/importPage.js");
  const formatted = files.map(async (file) => ({ ...file, page: await inItsFormat(file, file, readers) }));
  const read = (await Promise.all(formatted)).map(({ file, path, text, page }) => {
    if ("rule" in page) return { diagnostics: [page] };
    const { byReader } = page;
    const name = path.replace(/\.[a-z0-9]+$/i, "");
    const lines = text.split("\n");
    const { spec, findings, hasOwnId } = importPage(text, { service: { id: name, name }, byReader });
    const diagnostics = findings
      .filter(({ rule }) => rule !== "page-not-reproduced")
      .map((finding) => diagnosePageFinding(finding, { file, lines }, helps));
    if (!spec) return { diagnostics };
    const service = { ...buildService(spec, file), prefix: identifierFrom(name) };
    return {
      diagnostics,
      service: {
        origin: "page" as const,
        service,
        spec: saidByPage(spec),
        isNameless: !hasOwnId,
        file,
        path,
        rangeOf: placesInPage(text, service, byReader),
      },
    };
  });
  const services = read.flatMap(({ service }) => service ?? []);
  const diagnostics = read
    .flatMap((each) => each.diagnostics)
    .filter(({ rule }) => services.length === 0 || rule !== "no-code-table");
  return { services, diagnostics };
}

/** A page names no service, and its digest says no more than that its bytes differ. */
function saidByPage({ page: { digest: _digest, ...page }, tables }: PageSpec): PageSpec {
  return { service: { id: "page", name: "Page" }, page, tables };
}

/** Tells whether a state can be compared. */
export function isReadable({ diagnostics }: State): boolean {
  return !hasError(diagnostics);
}

const check = "Compare pages that have tables of status or error codes, and check this line of the page.";
const helps = {
  "no-code-table": check,
  "unreadable-page": check,
  "unsaid-cell": check,
  "text-lost": check,
  "table-left-out": check,
  "text-not-kept": check,
  "page-not-reproduced": check,
};
