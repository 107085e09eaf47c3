import leven from "leven";

/**
 * ` Did you mean "description"?` for a word that is nearly a known one, else `""`.
 *
 * @example suggestion("desciption", ["code", "description"]) // ' Did you mean "description"?'
 */
export function suggestion(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === undefined ? "" : ` Did you mean "${best}"?`;
}

/** The known word that a word nearly is, without regard to case. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  // As many changes as the word has letters would turn it into anything.
  let bestDistance = Math.min(word.length, Math.max(2, Math.floor(word.length / 3)) + 1);
  for (const candidate of known) {
    const distance = leven(word.toLowerCase(), candidate.toLowerCase(), { maxDistance: bestDistance });
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}
