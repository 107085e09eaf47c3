/**
 * Characters that docutils counts as one column or as two, depending on the Unicode of its Python: those that are
 * not assigned, and the symbols that Unicode 16 made wide.
 */
const ofSomeWidth = /[\p{Cn}\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\u{1d300}-\u{1d376}]/u;

/** Tells whether a text has characters that docutils does not count in one way only in the columns of a drawn table. */
export function hasUncertainWidth(text: string): boolean {
  return !/^[ -~]*$/.test(text) && (ofSomeWidth.test(text) || hasCombining(text));
}

/**
 * Tells whether a text has characters with a combining class. JavaScript has no property for that, but normalisation
 * reorders such characters.
 */
function hasCombining(text: string): boolean {
  return /\p{M}/u.test(text) && Array.from(text).some(isCombining);
}

export function isCombining(character: string): boolean {
  if (!/\p{M}/u.test(character)) return false;
  const [before, after] = [`\u0345${character}`, `${character}\u0334`];
  return before.normalize("NFD") !== before || after.normalize("NFD") !== after;
}
