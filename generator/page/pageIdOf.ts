/** Names that Windows keeps for itself, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * A text as the id of a page, which names a file: letters, digits, `.`, `_` and `-`; `undefined` where
 * nothing of it is left.
 *
 * @example pageIdOf("Error Codes") // "Error-Codes"
 */
export function pageIdOf(text: string): string | undefined {
  const id = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9._-]+/g, "-")
    .replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, "")
    .replaceAll(/(?:\.html)+$/gi, "")
    .slice(0, 100);
  if (id === "") return undefined;
  return reserved.test(id) ? `page-${id}` : id;
}

/**
 * The id of a page that says none: what its file is called.
 *
 * @param format of the page, if it is another one than reStructuredText; then any ending is left out
 */
export function pageIdOfFile(name: string, format?: string): string {
  return pageIdOf(name.replace(format === undefined ? /\.rst$/i : /\.[a-z0-9]+$/i, "")) ?? "page";
}
