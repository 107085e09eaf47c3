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
import { specJsonSchema } from "../spec/specJsonSchema.js";
import type { ResolvedConfig } from "./config.js";
import type { LoadedService, MadeOfAll, ServiceSummary } from "./loadServices.js";
import type { SpecSource } from "./readSpecs.js";
import { version } from "./version.js";

/** The command that brings the output in step again. */
export const generateCommand = "npx statusgen generate";

/** What files are made of. */
interface OutputInput {
  readonly services: readonly LoadedService[];
  readonly config: ResolvedConfig;
  /** As an earlier run made them. */
  readonly ofAll: MadeOfAll | undefined;
}

/** How the output folder stands, and what was found out about each service on the way. */
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
  { services, config, ofAll }: OutputInput,
  actual: ActualOutput,
  differs: (file: OutputFile) => boolean,
): Promise<MadeOutput | undefined> {
  const { enumStyle, prettier, emitters } = config;
  const header = { version, command: generateCommand };
  const names = pageNames(services.map(({ summary }) => summary));
  const options: EmitOptions = {
    ...header,
    enumStyle,
    prettier,
    pageNames: names,
    specSchema: specJsonSchema,
  };
  const isInPlace = (file: ExpectedFile) => isAsExpected(actual.files.get(file.path), file);
  const expected: ExpectedFile[] = [];
  const known: [SpecSource, ServiceSummary][] = [];

  for (const loaded of services) {
    const { summary } = loaded;
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
  if (!expectAll([manifestFile(expected, headerLines(header))])) return undefined;
  inOrder();
  return {
    output: compareOutput(expected, actual),
    files: expected,
    services: known,
    ofAll: { files: filesOfAll, digest },
    ...(parts && {
      parts: new Map(services.map(({ summary }, index) => [summary.partsDigest, parts[index] ?? {}])),
    }),
  };

  function inOrder(): void {
    expected.sort((a, b) => compareText(a.path, b.path));
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
