import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lintSpecs } from "../../generator/catalogue/lintSpecs.js";
import { loadCatalogue } from "../../generator/catalogue/loadCatalogue.js";
import { defaultConfig } from "../../generator/commands/config.js";
import { decoded } from "../../generator/commands/disk.js";
import { expectedOutput } from "../../generator/commands/expectedOutput.js";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.js";
import { formatPretty } from "../../generator/diagnostics/formatPretty.js";
import { importPage } from "../../generator/page/importPage.js";
import { writePage } from "../../generator/page/writePage.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import { mutated } from "./mutate.js";
import { randomNumbers } from "./runs.js";

export interface MutationCounts {
  readonly runs: number;
  readonly successes: number;
  /** Runs that ended in diagnostics. */
  readonly diagnosed: number;
  /** Runs that ended in an exception, or neither in success nor in a diagnostic with a position; which they were. */
  readonly broken: readonly string[];
  /** Runs that took more than two seconds of the processor's time. */
  readonly slow: number;
  readonly slowestMilliseconds: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const specs = ["spec", "test/fixtures/emit"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);
const pages = specs.flatMap((text) => {
  const { catalogue } = loadCatalogue([{ file: "spec/original.yaml", text }]);
  return (catalogue?.services ?? []).map((service) => writePage(service));
});

/** Spoils real specs, and does with each all that `generate` does before it writes. */
export function mutateSpecs(runs: number, seed: number): Promise<MutationCounts> {
  return mutate(runs, seed, specs, async (bytes) => {
    const file = "spec/mutated.yaml";
    const read = decoded(bytes, file);
    return "rule" in read ? [read] : generated(file, read.text);
  });
}

/** Spoils real pages, imports each, and generates from the spec that it gives. */
export function mutatePages(runs: number, seed: number): Promise<MutationCounts> {
  return mutate(runs, seed, pages, async (bytes) => {
    const read = decoded(bytes, "page.rst");
    if ("rule" in read) return [read];
    const { spec, findings } = importPage(read.text, { service: { id: "mutated", name: "Mutated" } });
    const lines = read.text.split("\n").length;
    if (findings.some(({ line }) => !(line >= 1 && line <= lines))) throw new Error("A finding has no line.");
    if (spec) return generated("spec/imported.yaml", writeSpec(spec, "spec.schema.json"));
    if (findings.length === 0) throw new Error("There is neither a spec nor a finding.");
    return findings;
  });
}

/** What is wrong with a spec; where nothing is, everything is made of it, and its paths are looked at. */
async function generated(file: string, text: string): Promise<readonly Diagnostic[]> {
  const { catalogue, specs: checked, diagnostics } = loadCatalogue([{ file, text }]);
  const found = [...diagnostics, ...lintSpecs(checked, {})];
  if (formatPretty(found, new Map([[file, text]]), false).length > 1e6)
    throw new Error("The report is huge.");
  if (found.some(({ range }) => range === undefined)) throw new Error("A diagnostic has no position.");
  if (!catalogue) {
    if (diagnostics.length === 0) throw new Error("There is neither a catalogue nor a diagnostic.");
    return diagnostics;
  }
  const paths = (await expectedOutput(catalogue, defaultConfig)).map(({ path }) => path.toLowerCase());
  if (new Set(paths).size < paths.length) throw new Error("Two files have one path.");
  const outside = paths.find((path) => !/^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/.test(path));
  if (outside !== undefined) throw new Error(`A path is odd: ${outside}`);
  return [];
}

async function mutate(
  runs: number,
  seed: number,
  originals: readonly string[],
  run: (bytes: Uint8Array) => Promise<readonly unknown[]>,
): Promise<MutationCounts> {
  const counts = {
    runs,
    successes: 0,
    diagnosed: 0,
    broken: [] as string[],
    slow: 0,
    slowestMilliseconds: 0,
  };
  for (let index = 0; index < runs; index++) {
    // Of its own for each run, so that one can be repeated alone.
    const random = randomNumbers(seed * 1_000_003 + index);
    const original = originals[Math.floor(random() * originals.length)] ?? "";
    const bytes = mutated(original, originals, random);
    const from = process.cpuUsage();
    try {
      if ((await run(bytes)).length === 0) counts.successes += 1;
      else counts.diagnosed += 1;
    } catch (error) {
      counts.broken.push(`seed ${seed}, run ${index}: ${String(error).slice(0, 300)}`);
    }
    const { user, system } = process.cpuUsage(from);
    const milliseconds = Math.round((user + system) / 1000);
    if (milliseconds > 2000) counts.slow += 1;
    counts.slowestMilliseconds = Math.max(counts.slowestMilliseconds, milliseconds);
  }
  return counts;
}
