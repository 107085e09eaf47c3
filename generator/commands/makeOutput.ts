import { pageNames } from "../catalogue/pageNames.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { EmitOptions, OutputFile } from "../emit/emitter.js";
import { emitAll, emitService, partsOf } from "../emit/emitters.js";
import {
  type ActualOutput,
  type ComparedOutput,
  compareOutput,
  isAsExpected,
} from "../output/compareOutput.js";
import { type ExpectedFile, expectedFile, manifestFile, textDigest } from "../output/manifest.js";
import { largestRead } from "../output/textAt.js";
import { version } from "../version.js";
import { fieldsWith } from "../project/declaredFields.js";
import { jsonSchemas } from "../project/jsonSchemas.js";
import type { ValidInput } from "../project/loadInput.js";
import type { LoadedService } from "../project/loadedService.js";
import type { MadeOfAll, MadeService } from "../project/projectMemory.js";

/** The command that brings the output up to date again. */
export const generateCommand = "npx statusgen generate";

/** How the output folder is, and all that was made. */
export interface MadeOutput {
  readonly output: ComparedOutput;
  readonly services: readonly MadeService[];
  readonly ofAll: MadeOfAll;
}

/** What files are compared with and handed to. */
interface Target {
  readonly isInPlace: (file: ExpectedFile) => boolean;
  /** The files that should be there; what is not in its place is handed on. */
  readonly expected: (files: readonly OutputFile[]) => ExpectedFile[];
}

/**
 * Makes the files that the output folder should hold, one service after the other, and compares them with
 * what is there. What an earlier run made is not made again where it is in its place.
 *
 * @param differs gets each file that is not as it should be
 */
export async function makeOutput(
  input: ValidInput,
  actual: ActualOutput,
  differs: (file: OutputFile) => void,
): Promise<MadeOutput> {
  const { config, memory, selection } = input;
  const options = emitOptions(input);
  const target = targetOf(actual, differs);
  const services: MadeService[] = [];
  for (const service of input.services) {
    services.push(await makeService(service, isAbout(service, selection), input, options, target));
  }
  const known = memory.ofAll();
  const digest = textDigest(
    JSON.stringify(services.map(({ made: { partsDigest, pageNames } }) => [partsDigest, pageNames])),
  );
  const files =
    known?.digest === digest && known.files.every(target.isInPlace)
      ? known.files
      : target.expected(
          await emitAll(await Promise.all(services.map(({ parts }) => parts())), config.emitters, options),
        );
  const made = services.filter((service) => isAbout(service, selection));
  const expected = [...made.flatMap((service) => service.made.files), ...files].sort(byPath);
  const others = selection && filesOfOthers(expected, actual);
  const manifest = await makeManifest([...expected, ...(others ?? [])].sort(byPath), known, options, target);
  return {
    output: comparedOutput([...expected, manifest.file].sort(byPath), others, actual),
    services,
    ofAll: { files, digest, manifest },
  };
}

/** Whether a run is about a service: about one of its specs at least. */
function isAbout({ specs }: LoadedService, selection: ReadonlySet<string> | undefined): boolean {
  return selection === undefined || specs.some(({ source }) => selection.has(source.file));
}

function emitOptions({ services, config }: ValidInput): EmitOptions {
  const { enumStyle, importExtension, prettier } = config;
  const header = { version, command: generateCommand };
  return {
    ...header,
    enumStyle,
    importExtension,
    prettier,
    pageNames: pageNames(
      services.flatMap(({ head: { id }, specs }) =>
        specs.flatMap(({ source: { file }, pageId }) => (pageId === undefined ? [] : [{ file, id, pageId }])),
      ),
    ),
    schemas: () => jsonSchemas(fieldsWith(config.fields)),
  };
}

function targetOf({ files }: ActualOutput, differs: (file: OutputFile) => void): Target {
  const isInPlace = (file: ExpectedFile) => isAsExpected(files.get(file.path), file);
  return {
    isInPlace,
    expected: (made) =>
      made.map((file) => {
        const expected = expectedFile(file);
        if (!isInPlace(expected)) differs(file);
        return expected;
      }),
  };
}

/** @param isAbout whether the run is about the service; of others, only their parts are needed */
async function makeService(
  loaded: LoadedService,
  isAbout: boolean,
  { config: { emitters }, memory }: ValidInput,
  options: EmitOptions,
  target: Target,
): Promise<MadeService> {
  const { made, service } = loaded;
  const pageNames = loaded.specs.map(({ source }) => options.pageNames.get(source.file) ?? "");
  const isMade = made?.pageNames.every((name, index) => name === pageNames[index]) ?? false;
  if (made && isMade && (!isAbout || made.files.every(target.isInPlace))) {
    const parts = async () => memory.parts(made.partsDigest) ?? (await partsOf(await service(), emitters));
    return { ...loaded, made, parts };
  }
  const catalogued = await service();
  const files = isAbout ? target.expected(await emitService(catalogued, emitters, options)) : [];
  const parts = await partsOf(catalogued, emitters);
  const partsDigest = textDigest(JSON.stringify(parts));
  return { ...loaded, made: { pageNames, files, partsDigest }, parts: () => Promise.resolve(parts) };
}

/** The manifest, which is made again only if it says something else or is not in its place. */
async function makeManifest(
  files: readonly ExpectedFile[],
  known: MadeOfAll | undefined,
  options: EmitOptions,
  target: Target,
): Promise<MadeOfAll["manifest"]> {
  const digest = textDigest(JSON.stringify(files));
  if (known?.manifest.digest === digest && target.isInPlace(known.manifest.file)) return known.manifest;
  const { headerLines } = await import("../emit/header.js");
  const [file] = target.expected([manifestFile(files, headerLines(options))]);
  if (!file) throw new Error("There is one file for one manifest.");
  return { file, digest };
}

function byPath(a: ExpectedFile, b: ExpectedFile): number {
  return compareText(a.path, b.path);
}

/** What the manifest says about files that this run is not about; it goes on saying so. */
function filesOfOthers(expected: readonly ExpectedFile[], { files, manifest }: ActualOutput): ExpectedFile[] {
  const made = new Set(expected.map(({ path }) => path));
  return [...manifest].flatMap(([path, digests]) => {
    if (made.has(path)) return [];
    const found = files.get(path)?.digest(largestRead) ?? "";
    const digest = digests.has(found) ? found : [...digests][0];
    return digest === undefined ? [] : [{ path, digest, size: largestRead }];
  });
}

/** Compares the files that this run is about. */
function comparedOutput(
  expected: readonly ExpectedFile[],
  others: readonly ExpectedFile[] | undefined,
  actual: ActualOutput,
): ComparedOutput {
  if (!others) return compareOutput(expected, actual);
  const compared = compareOutput([...expected, ...others], actual);
  const isAbout = new Set(expected.map(({ path }) => path));
  return { ...compared, files: compared.files.filter(({ path }) => isAbout.has(path)) };
}
