import type { Random } from "../torture/random.js";

/**
 * Words of which no two are the same, so that one that is lost, moved or doubled is seen without
 * reading anything.
 */
export class Words {
  #count = 0;

  next(): string {
    return `w${this.#count++}z`;
  }
}

/** The words of a text that `Words` made. */
export function wordsIn(text: string): string[] {
  return text.match(/w[0-9]+z/g) ?? [];
}

/** Whether something happens that happens in so many of a hundred cases. */
export function chance(random: Random, percent: number): boolean {
  return random.below(100) < percent;
}
