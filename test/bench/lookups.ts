import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { apigStatusMessages } from "../../generated/apig/index.js";
import { codesModule, lookupProgram } from "./lookupProgram.js";
import { type Summary, summaryOf } from "./statistics.js";
import type { Usage } from "./subjects.js";

const rounds = 9;

const known = Object.keys(apigStatusMessages).map(Number);
/** Codes that none of the packages knows. */
const unknown = [110, 120, 150, 210, 230, 250, 290, 310, 350, 390, 433, 445, 460, 480, 515, 540, 560, 590];

/** The codes that are looked up one after the other. */
export interface CodeStream {
  readonly name: string;
  readonly codes: readonly number[];
  /** After how many codes the stream starts again: a processor learns 2,048 branches by heart, not 65,536. */
  readonly length: number;
}

export const codeStreams: readonly CodeStream[] = [
  { name: "known codes, foreseeable", codes: known, length: 2048 },
  { name: "unknown codes, foreseeable", codes: unknown, length: 2048 },
  { name: "mixed codes, foreseeable", codes: [...known, ...unknown], length: 2048 },
  { name: "known codes, random", codes: known, length: 65_536 },
  { name: "unknown codes, random", codes: unknown, length: 65_536 },
  { name: "mixed codes, random", codes: [...known, ...unknown], length: 65_536 },
];

/** One way to look up, in nanoseconds a lookup, and as a ratio to the `switch` of the same round. */
export interface LookupTime {
  readonly time: Summary;
  readonly ratio: Summary;
}

export interface Candidate {
  readonly specifier: string;
  readonly usage: Usage;
}

/** The yardstick: what one would write by hand. */
export const byHand: Candidate = {
  specifier: "./switch.mjs",
  usage: { imports: "{ byHand }", of: (code) => `byHand(${code})` },
};

/**
 * Times each candidate. A process for each candidate, stream and round, as in a shared process the
 * first candidate is inlined and the others are not, which makes a difference of up to three times.
 */
export async function timeLookups(
  candidates: readonly Candidate[],
  folder: string,
): Promise<ReadonlyMap<CodeStream, ReadonlyMap<Candidate, LookupTime>>> {
  await writeFile(join(folder, "switch.mjs"), switchModule());
  const programs: { path: string; stream: CodeStream; candidate: Candidate; times: number[] }[] = [];
  for (const [streamIndex, stream] of codeStreams.entries()) {
    const codesName = `codes-${streamIndex}.mjs`;
    await writeFile(join(folder, codesName), codesModule(stream.codes, stream.length));
    for (const [index, candidate] of candidates.entries()) {
      const path = join(folder, `lookup-${streamIndex}-${index}.mjs`);
      await writeFile(path, lookupProgram(candidate.specifier, candidate.usage, `./${codesName}`));
      programs.push({ path, stream, candidate, times: [] });
    }
  }
  for (let round = 0; round < rounds; round++) {
    for (const { path, times } of programs) {
      const { stdout } = await promisify(execFile)(process.execPath, [path]);
      times.push(Number(stdout));
    }
  }
  return new Map(
    codeStreams.map((stream) => {
      const ofStream = programs.filter((program) => program.stream === stream);
      const yardstick = ofStream.find(({ candidate }) => candidate === byHand)?.times ?? [];
      return [
        stream,
        new Map(ofStream.map(({ candidate, times }) => [candidate, compare(times, yardstick)])),
      ];
    }),
  );
}

function compare(times: readonly number[], yardstick: readonly number[]): LookupTime {
  const ratios = times.map((time, round) => time / (yardstick[round] ?? NaN));
  return { time: summaryOf(times), ratio: summaryOf(ratios) };
}

function switchModule(): string {
  const cases = Object.entries(apigStatusMessages).map(
    ([code, message]) => `case ${code}: return ${JSON.stringify(message)};`,
  );
  return `export function byHand(code) { switch (code) { ${cases.join(" ")} default: return undefined; } }`;
}
