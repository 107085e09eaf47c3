import { pageNames } from "../catalogue/pageNames.js";
import { compareText } from "../diagnostics/diagnostic.js";
import type { EmitOptions, OutputFile } from "../emit/emitter.js";
import { emitAll, emitService, type ServiceParts } from "../emit/emitters.js";
import { headerLines } from "../emit/header.js";
import {
  type ActualOutput,
  type ComparedOutput,
  compareOutput,
  isAsExpected,
} from "../output/compareOutput.js";
import { type ExpectedFile, expectedFile, manifestFile, textDigest } from "../output/manifest.js";
import { largestRead } from "../output/textAt.js";
import type { ResolvedConfig } from "./config.js";
import type { LoadedService, MadeOfAll, ServiceSummary } from "./loadServices.js";
import type { SpecSource } from "./readSpecs.js";
import { jsonSchemas } from "./jsonSchemas.js";
import { version } from "../version.js";

/** The command that brings the output up to date again. */
export const generateCommand = "npx statusgen generate";

/** What files are made of. */
interface OutputInput {
  readonly services: readonly LoadedService[];
  readonly config: ResolvedConfig;
  /** The specs whose services' files are made; all, where it is not given. */
  readonly selection?: ReadonlySet<string>;
  /** As an earlier run made them. */
  readonly ofAll: MadeOfAll | undefined;
}

/** How the output folder is, and what was found out about each service on the way. */
export interface MadeOutput {
  readonly output: ComparedOutput;
  /** Every file that should be there. */
  readonly files: readonly ExpectedFile[];
  /** Each service with its spec. */
  readonly services: readonly (readonly [SpecSource, ServiceSummary])[];
  readonly ofAll: MadeOfAll;
  /** What the files about all services were made of, by its digests; absent where they are as they were. */
  readonly parts?: ReadonlyMap<string, ServiceParts>;
}

/**
 * Makes every file that the output folder should hold, one service after the other, and compares it
 * with what is there. Files of a service whose spec is as it was are not made again where they are
 * still as they were made.
 *
 * @param differs gets each file that is not as it should be; answers whether to go on
 * @returns nothing where it did not go on
 */
export async function makeOutput(
  { services, config, ofAll, selection }: OutputInput,
  actual: ActualOutput,
  differs: (file: OutputFile) => boolean,
): Promise<MadeOutput | undefined> {
  const { enumStyle, importExtension, prettier, emitters } = config;
  const header = { version, command: generateCommand };
  const names = pageNames(services.map(({ summary }) => summary));
  const options: EmitOptions = {
    ...header,
    enumStyle,
    importExtension,
    prettier,
    pageNames: names,
    schemas: jsonSchemas,
  };
  const isInPlace = (file: ExpectedFile) => isAsExpected(actual.files.get(file.path), file);
  const expected: ExpectedFile[] = [];
  const known: [SpecSource, ServiceSummary][] = [];

  for (const loaded of services) {
    const { summary } = loaded;
    if (selection?.has(loaded.source.file) === false) {
      known.push([loaded.source, summary]);
      continue;
    }
    const pageName = names.get(summary.id) ?? summary.pageId;
    const { made } = summary;
    if (made?.pageName === pageName && made.files.every(isInPlace)) {
      expected.push(...made.files);
      known.push([loaded.source, summary]);
      continue;
    }
    const files = expectAll(await emitService(loaded.take(), emitters, options));
    if (!files) return undefined;
    known.push([loaded.source, { ...summary, made: { files, pageName } }]);
  }
  const digest = textDigest(
    JSON.stringify(known.map(([, { id, partsDigest }]) => [partsDigest, names.get(id)])),
  );
  const isSaid = ofAll?.digest === digest && ofAll.files.every(isInPlace);
  const parts = isSaid ? undefined : await Promise.all(services.map((service) => service.parts()));
  const filesOfAll = parts ? expectAll(await emitAll(parts, emitters, options)) : ofAll?.files;
  if (!filesOfAll) return undefined;
  if (isSaid) expected.push(...filesOfAll);
  inOrder();
  const others = selection && filesOfOthers(expected, actual);
  const listed = [...expected, ...(others ?? [])].sort(byPath);
  if (!expectAll([manifestFile(listed, headerLines(header))])) return undefined;
  inOrder();
  return {
    output: comparedOutput(expected, others, actual),
    files: expected,
    services: known,
    ofAll: { files: filesOfAll, digest },
    ...(parts && {
      parts: new Map(services.map(({ summary }, index) => [summary.partsDigest, parts[index] ?? {}])),
    }),
  };

  function inOrder(): void {
    expected.sort(byPath);
  }

  function expectAll(files: readonly OutputFile[]): ExpectedFile[] | undefined {
    const added: ExpectedFile[] = [];
    for (const { path, text } of files) {
      const file = expectedFile({ path, text });
      if (!isInPlace(file) && !differs({ path, text })) return undefined;
      added.push(file);
    }
    expected.push(...added);
    return added;
  }
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
