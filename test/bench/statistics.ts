/** What many measurements of one thing come to. */
export interface Summary {
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

export function summaryOf(values: readonly number[]): Summary {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => {
    const value = sorted[Math.round((sorted.length - 1) * share)];
    if (value === undefined) throw new Error("Nothing was measured.");
    return value;
  };
  return { median: at(0.5), lowerQuartile: at(0.25), upperQuartile: at(0.75) };
}

/** A summary as text: the median, and between which values the middle half lies. */
export function showSummary({ median, lowerQuartile, upperQuartile }: Summary, digits: number): string {
  return `${median.toFixed(digits)} (${lowerQuartile.toFixed(digits)}–${upperQuartile.toFixed(digits)})`;
}

/** Numbers from 0 up to, not including, 1: the same ones for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
