/** The id of a code's anchor in the documents: it needs no escape in a link, and is another one for each text. */
export function anchorId(value: string): string {
  return value
    .replaceAll("~", "~7e")
    .replaceAll(/[^A-Za-z0-9._~-]/gu, (sign) => `~${(sign.codePointAt(0) ?? 0).toString(16)}`);
}
