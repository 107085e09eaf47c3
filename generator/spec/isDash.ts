/** Tells whether a cell has only a dash of some length, which says that there is nothing to say. */
export function isDash(text: string): boolean {
  return /^[-\u2010-\u2015\u2212]+$/.test(text);
}
