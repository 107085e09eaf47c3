/**
 * Tells whether a text has characters with a combining class. JavaScript has no property for that, but normalisation
 * reorders such characters.
 */
export function hasCombining(text: string): boolean {
  return /\p{M}/u.test(text) && Array.from(text).some(isCombining);
}

export function isCombining(character: string): boolean {
  if (!/\p{M}/u.test(character)) return false;
  const [before, after] = [`\u0345${character}`, `${character}\u0334`];
  return before.normalize("NFD") !== before || after.normalize("NFD") !== after;
}
