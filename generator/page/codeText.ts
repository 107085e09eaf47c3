/**
 * A code without the signs that make it a reference, which are markup around it: `` `E.1`_ ``.
 */
export function withoutReferenceSigns(text: string): string {
  return text.replace(/^`([^`]+)`__?$/, "$1");
}

/** References to footnotes and citations, and substitutions, which are no part of a code. */
const notes = /\s*(?:\[[^\]\s]+\]_|\|[^|]+\|_{0,2})(?![\p{L}\p{N}])/gu;

/** The references and substitutions in a code, as the page writes them. */
export function notesIn(text: string): string[] {
  return text.match(notes)?.map((note) => note.trim()) ?? [];
}

/** A code without what the page has around it and beside it. */
export function bareCode(text: string): string {
  return withoutReferenceSigns(text).replaceAll(notes, "");
}
