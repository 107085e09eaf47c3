import { byHand, type Candidate, codeStreams, type LookupTime, timeLookups } from "./lookups.js";
import { showSummary } from "./statistics.js";
import type { Subject } from "./subjects.js";
import { nothing, type Row } from "./table.js";

/** What all times have in them: the loop that looks up, with nothing to look up. */
const loopAlone: Candidate = { ...byHand, usage: { ...byHand.usage, of: () => `"OK"` } };

/** The times of message lookups: of each package in the table, and of every way to look up beside it. */
export async function lookupRows(
  subjects: readonly Subject[],
  folder: string,
): Promise<{ readonly rows: readonly Row[]; readonly ways: readonly Row[] }> {
  const waysOf = subjects.map(({ specifier, lookups }) => lookups.map((usage) => ({ specifier, usage })));
  const candidates = [loopAlone, byHand, ...waysOf.flat()];
  const measured = await timeLookups(candidates, folder);
  const rows: Row[] = [];
  for (const stream of codeStreams) {
    const timeOf = (candidate: Candidate) => present(measured.get(stream)?.get(candidate));
    const functions = waysOf.map((ways) =>
      fastest(ways.filter(({ usage }) => usage.isMap !== true).map((way) => timeOf(way))),
    );
    const [own, ...others] = functions;
    const isFastest = others.every((other) => !other || (own && own.time.median < other.time.median));
    rows.push(
      {
        figure: `lookup function, ${stream.name}: ns`,
        cells: functions.map((each) => (each ? showSummary(each.time, 1) : nothing)),
        target: { text: "< every peer's", isReached: isFastest },
      },
      {
        figure: `lookup function, ${stream.name}: times the switch's`,
        cells: functions.map((each) => (each ? showSummary(each.ratio, 2) : nothing)),
        target: { text: "<= 1.3", isReached: own !== undefined && own.ratio.median <= 1.3 },
      },
    );
  }
  const ways = candidates.map((candidate) => ({
    figure: showCandidate(candidate),
    cells: codeStreams.map((stream) => showSummary(present(measured.get(stream)?.get(candidate)).time, 1)),
  }));
  return { rows, ways };
}

function showCandidate(candidate: Candidate): string {
  if (candidate === loopAlone) return "the loop alone";
  if (candidate === byHand) return "a switch";
  const { of, isThrowing } = candidate.usage;
  return `${of("code")}${isThrowing === true ? ", caught where it throws" : ""}`;
}

function fastest(times: readonly LookupTime[]): LookupTime | undefined {
  return times.toSorted((a, b) => a.time.median - b.time.median)[0];
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("A lookup was not measured.");
  return value;
}
