import fc from "fast-check";
import { importPage } from "../../generator/page/importPage.js";
import { edits } from "../page/edits.js";
import type { CorpusPage } from "./readCorpus.js";

/** What came of importing pages with random edits. */
export interface FuzzMeasure {
  readonly runs: number;
  /** Runs that gave a spec, or a finding with a line. */
  readonly answered: number;
  readonly longestMilliseconds: number;
  readonly differences: readonly string[];
}

/** Imports randomly edited pages; the same `seed` gives the same edits. */
export function fuzzPages(pages: readonly CorpusPage[], runs: number, seed: number): FuzzMeasure {
  const samples = fc.sample(fc.tuple(fc.constantFrom(...pages), edits), { numRuns: runs, seed });
  const differences: string[] = [];
  let longestMilliseconds = 0;
  for (const [{ name, text }, edit] of samples) {
    const edited = edit(text);
    const start = performance.now();
    const answer = answerOf(edited);
    longestMilliseconds = Math.max(longestMilliseconds, performance.now() - start);
    if (answer !== "") differences.push(`${name}, edited: ${answer}`);
  }
  return { runs, answered: runs - differences.length, longestMilliseconds, differences };
}

function answerOf(text: string): string {
  try {
    const { spec, findings } = importPage(text, { service: { id: "fuzzed", name: "Fuzzed" } });
    return spec !== undefined || findings.some(({ line }) => line >= 1) ? "" : "neither a spec nor a finding";
  } catch (error) {
    return `an exception: ${String(error)}`;
  }
}
