import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { defaultConfig } from "../../generator/project/config.js";
import { lintSpecs } from "../../generator/project/lintSpecs.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { formatPretty } from "../../generator/diagnostics/formatPretty.js";
import { enumStyles } from "../../generator/emit/emitter.js";
import { importPage } from "../../generator/page/importPage.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import { emitTree } from "../emit/emittedTree.js";
import { hostileSpec } from "../emit/hostileSpecs.js";
import { mutated, mutatedData } from "./mutate.js";
import { Random } from "./random.js";

/** What came of many mutated files. A run is named by its seed and number, which give it again. */
export interface MutationCounts {
  runs: number;
  /** Runs that gave output. */
  successes: number;
  /** Runs that ended in findings instead. */
  diagnostics: number;
  /** Runs that broke off. */
  readonly exceptions: { readonly run: string; readonly error: string }[];
  /** Runs with a finding that has no place, or a place outside its file. */
  readonly withoutPosition: { readonly run: string; readonly finding: string }[];
  readonly overTwoSeconds: { readonly run: string; readonly milliseconds: number }[];
  slowestMilliseconds: number;
  peakMegabytes: number;
}

/** What a run ended in: findings without a place are told as texts. */
interface Outcome {
  readonly isSuccess: boolean;
  readonly placeless: readonly string[];
}

const repository = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Reads, checks, lints and emits mutated specs.
 *
 * @param first - the number of the first run: `mutateSpecs(1, seed, k)` is run k of a seed alone
 */
export async function mutateSpecs(runs: number, seed: number, first = 0): Promise<MutationCounts> {
  const generated = fc.sample(hostileSpec, { numRuns: 40, seed }).map((text) => Buffer.from(text));
  const valid = [...filesBelow("spec", ".yaml"), ...filesBelow("test/fixtures/emit", ".yaml"), ...generated];
  // Of those in the tests, most have a mistake already.
  const specs = [...valid, ...valid, ...valid, ...valid, ...filesBelow("test", ".yaml")];
  // The first spec that is emitted loads the compiler, which takes a second and is none of the spec's.
  await ofSpecText(String(valid[0]), new Random(seed, first));
  return counted(runs, seed, first, (random) => {
    const isByStructure = random.below(3) > 0;
    return isByStructure
      ? ofSpecText(withMutatedData(valid, random), random)
      : ofSpec(mutated(specs, random), random);
  });
}

/** Imports mutated pages, writes them as specs, and reads, checks, lints and emits those. */
export function mutatePages(runs: number, seed: number, first = 0): Promise<MutationCounts> {
  const pages = [...filesBelow("generated/pages", ".rst"), ...filesBelow("test", ".rst")];
  return counted(runs, seed, first, (random) => ofPage(mutated(pages, random), random));
}

function withMutatedData(valid: readonly Buffer[], random: Random): string {
  let data: unknown = parse((random.of(valid) ?? "").toString());
  for (let left = random.of([1, 1, 2, 3]); left > 0; left--) data = mutatedData(data, random);
  return stringify(data) || "null";
}

function filesBelow(folder: string, ending: string): Buffer[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending) && !path.includes("node_modules"))
    .sort()
    .map((path) => readFileSync(join(repository, folder, path)))
    .filter(({ length }) => length > 0);
}

async function counted(
  runs: number,
  seed: number,
  first: number,
  run: (random: Random) => Promise<Outcome>,
): Promise<MutationCounts> {
  const counts: MutationCounts = {
    runs,
    successes: 0,
    diagnostics: 0,
    exceptions: [],
    withoutPosition: [],
    overTwoSeconds: [],
    slowestMilliseconds: 0,
    peakMegabytes: 0,
  };
  for (let number = first; number < first + runs; number++) {
    const name = `seed ${seed}, run ${number}`;
    const start = process.cpuUsage();
    try {
      const { isSuccess, placeless } = await run(new Random(seed, number));
      counts[isSuccess ? "successes" : "diagnostics"]++;
      const [finding] = placeless;
      if (finding !== undefined) counts.withoutPosition.push({ run: name, finding });
    } catch (error) {
      counts.exceptions.push({
        run: name,
        error: String(error instanceof Error ? error.stack : error).slice(0, 500),
      });
    }
    // Of the processor, which others may use, too.
    const { user, system } = process.cpuUsage(start);
    const milliseconds = Math.round((user + system) / 1000);
    if (milliseconds > 2000) counts.overTwoSeconds.push({ run: name, milliseconds });
    counts.slowestMilliseconds = Math.max(counts.slowestMilliseconds, milliseconds);
  }
  counts.peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return counts;
}

/** `undefined` where the bytes are no text, which is a finding about the whole file. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function ofSpec(bytes: Buffer, random: Random): Promise<Outcome> {
  const text = textOf(bytes);
  return text === undefined ? { isSuccess: false, placeless: [] } : ofSpecText(text, random);
}

async function ofSpecText(text: string, random: Random): Promise<Outcome> {
  const file = "spec/mutated.yaml";
  const { catalogue, specs, diagnostics } = loadCatalogue([{ file, text }]);
  const found = [...diagnostics, ...lintSpecs(specs, defaultConfig)];
  const sources = new Map([[file, text]]);
  formatPretty(found.slice(0, 50), sources, { color: true });
  const lines = text.split("\n");
  const placeless = found
    .filter((each) => !isInside(each, lines))
    .map(({ rule, message }) => `${rule}: ${message}`);
  if (!catalogue) {
    return { isSuccess: false, placeless: found.length === 0 ? ["nothing was found"] : placeless };
  }
  await emitTree(catalogue, random.of(enumStyles));
  return { isSuccess: true, placeless };
}

function isInside({ range }: Diagnostic, lines: readonly string[]): boolean {
  if (!range) return false;
  const { line, column } = range.start;
  return line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1;
}

async function ofPage(bytes: Buffer, random: Random): Promise<Outcome> {
  const text = textOf(bytes);
  if (text === undefined) return { isSuccess: false, placeless: [] };
  const { spec, findings } = importPage(text, { service: { id: "mutated", name: "Mutated" } });
  const { length } = text.split("\n");
  const outside = findings
    .filter(({ line }) => !(line >= 1 && line <= length))
    .map(({ rule }) => `${rule} has no line`);
  if (!spec) return { isSuccess: false, placeless: findings.length === 0 ? ["nothing was found"] : outside };
  const { isSuccess, placeless } = await ofSpecText(writeSpec(spec, "spec.schema.json"), random);
  return { isSuccess, placeless: [...outside, ...placeless] };
}
