/**
 * Characters that cannot be seen in a source, or that turn its order round: controls, soft hyphens,
 * zero-width and bidirectional marks, line separators, tags, lone surrogates. Ranges, not Unicode
 * properties: those differ between versions of Node, and so would the output.
 */
const hiddenCharacters =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}\p{Cs}]/gu;

/** Replaces each hidden character of a text; tabs and line feeds stay. */
export function replaceHidden(text: string, replace: (character: string) => string): string {
  return text.replaceAll(hiddenCharacters, replace);
}

/** A text for readers, its hidden characters named: `U+202E`. What joins emoji or letters to one stays. */
export function showHidden(text: string): string {
  return replaceHidden(text, (character) =>
    character === "\u200c" || character === "\u200d" ? character : codePointName(character),
  );
}

/** A name or a sentence for readers, in which a line feed cannot begin a line that looks like one of ours. */
export function showOnOneLine(text: string): string {
  return showHidden(text.replaceAll(/[\t\n]/g, " "));
}

function codePointName(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `U+${number.toString(16).toUpperCase().padStart(4, "0")}`;
}
