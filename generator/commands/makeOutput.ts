import { resolve } from "node:path";
import { pageNames } from "../catalogue/pageNames.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { EmitOptions, OutputFile } from "../emit/emitter.js";
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
import type { MadeForOutput, MadeOfAll, ProjectMemory } from "../project/projectMemory.js";
import { outputsOf } from "../project/config.js";
import type { RunningEmitters } from "./runEmitters.js";

/** The command that brings the output up to date again. */
export const generateCommand = "npx statusgen generate";

/** How an output folder is, and all that was made for it. */
export interface MadeOutput {
  /** The folder, relative to the project. */
  readonly folder: string;
  readonly output: ComparedOutput;
  /** In the order of the input's services. */
  readonly services: readonly MadeForOutput[];
  readonly ofAll: MadeOfAll;
}

/** What files are compared with and handed to. */
interface Target {
  /** Of the output folders. */
  readonly index: number;
  readonly isInPlace: (file: ExpectedFile) => boolean;
  /** The files that should be there; what is not in its place is handed on. */
  readonly expected: (files: readonly OutputFile[]) => ExpectedFile[];
  /** The emitters, which are loaded where one has to run. */
  readonly emitters: () => Promise<RunningEmitters>;
}

/**
 * Makes the files of all output folders, and compares them with what is there.
 *
 * @param actualOf reads an output folder
 * @param differs gets each file that is not as it should be, and the place of its folder in the config
 * @throws CodeFailure where an emitter of people's own fails
 */
export async function makeOutputs(
  input: ValidInput,
  actualOf: (folder: string) => Promise<ActualOutput>,
  differs: (file: OutputFile, output: number, actual: ActualOutput) => void,
): Promise<MadeOutput[]> {
  const made: MadeOutput[] = [];
  for (const [index, folder] of outputsOf(input.config).entries()) {
    const actual = await actualOf(resolve(input.cwd, folder));
    const output = await makeOutput(input, index, actual, (file) => {
      differs(file, index, actual);
    });
    made.push(output);
  }
  return made;
}

/**
 * Makes the files that an output folder should hold, one service after the other, and compares them with
 * what is there. What an earlier run made is not made again where it is in its place.
 *
 * @param index of the folder, among those of the config
 * @param differs gets each file that is not as it should be
 */
async function makeOutput(
  input: ValidInput,
  index: number,
  actual: ActualOutput,
  differs: (file: OutputFile) => void,
): Promise<MadeOutput> {
  const { memory, selection } = input;
  const options = emitOptions(input);
  const target = targetOf(input, index, options, actual, differs);
  const services: MadeForOutput[] = [];
  for (const service of input.services) {
    services.push(await makeService(service, isAbout(service, selection), memory, options, target));
  }
  const known = memory.ofAll(index);
  const digest = textDigest(
    JSON.stringify(services.map(({ made: { partsDigest, pageNames } }) => [partsDigest, pageNames])),
  );
  const files =
    known?.digest === digest && known.files.every(target.isInPlace)
      ? known.files
      : target.expected(
          await (await target.emitters()).all(await Promise.all(services.map(({ parts }) => parts()))),
        );
  const made = services.filter((_, place) => isAbout(input.services[place], selection));
  const expected = [...made.flatMap((service) => service.made.files), ...files].sort(byPath);
  const others = selection && filesOfOthers(expected, actual);
  const manifest = await makeManifest([...expected, ...(others ?? [])].sort(byPath), known, options, target);
  return {
    folder: outputsOf(input.config)[index] ?? "",
    output: comparedOutput([...expected, manifest.file].sort(byPath), others, actual),
    services,
    ofAll: { files, digest, manifest },
  };
}

/** Whether a run is about a service: about one of its specs at least. */
function isAbout(service: LoadedService | undefined, selection: ReadonlySet<string> | undefined): boolean {
  return (
    selection === undefined || (service?.specs.some(({ source }) => selection.has(source.file)) ?? false)
  );
}

function emitOptions({ services, config }: ValidInput): Omit<EmitOptions, "own"> {
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

function targetOf(
  { cwd, config, configFile = "" }: ValidInput,
  index: number,
  options: Omit<EmitOptions, "own">,
  { files }: ActualOutput,
  differs: (file: OutputFile) => void,
): Target {
  const isInPlace = (file: ExpectedFile) => isAsExpected(files.get(file.path), file);
  let emitters: Promise<RunningEmitters> | undefined;
  return {
    index,
    isInPlace,
    expected: (made) =>
      made.map((file) => {
        const expected = expectedFile(file);
        if (!isInPlace(expected)) differs(file);
        return expected;
      }),
    emitters: () => (emitters ??= load()),
  };

  async function load(): Promise<RunningEmitters> {
    const { runEmitters } = await import("./runEmitters.js");
    const folder = outputsOf(config)[index];
    const uses = config.emitters.filter(({ output = config.output }) => output === folder);
    const surroundings = { cwd, configFile, isInPlace: (file: OutputFile) => isInPlace(expectedFile(file)) };
    return runEmitters(uses, options, surroundings);
  }
}

/** @param isAbout whether the run is about the service; of others, only their parts are needed */
async function makeService(
  loaded: LoadedService,
  isAbout: boolean,
  memory: ProjectMemory,
  options: Omit<EmitOptions, "own">,
  target: Target,
): Promise<MadeForOutput> {
  const made = loaded.made?.[target.index];
  const pageNames = loaded.specs.map(({ source }) => options.pageNames.get(source.file) ?? "");
  const isMade = made?.pageNames.every((name, index) => name === pageNames[index]) ?? false;
  if (made && isMade && (!isAbout || made.files.every(target.isInPlace))) {
    const parts = async () =>
      memory.parts(made.partsDigest) ?? (await target.emitters()).parts(await loaded.service());
    return { made, parts };
  }
  const service = await loaded.service();
  const emitters = await target.emitters();
  const files = isAbout ? target.expected(await emitters.service(service)) : [];
  const parts = await emitters.parts(service);
  const partsDigest = textDigest(JSON.stringify(parts));
  return { made: { pageNames, files, partsDigest }, parts: () => Promise.resolve(parts) };
}

/** The manifest, which is made again only if it says something else or is not in its place. */
async function makeManifest(
  files: readonly ExpectedFile[],
  known: MadeOfAll | undefined,
  options: Omit<EmitOptions, "own">,
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
