import { reasonPhrase } from "../catalogue/names.js";

/** `404`, `404 Not Found`, `4xx`, `400/404`: what is in a cell where a status code belongs. */
export function isStatusCell(cell: string): boolean {
  return /^[1-5](?:[0-9]{2}|xx)(?:$|\s|[/,;]\s*[\p{L}1-5])/iu.test(cell);
}

/**
 * Tells whether a cell has an HTTP status rather than a number that looks like one: it is registered, a class, or
 * from 400 on, where servers such as nginx and Cloudflare have unregistered ones.
 */
export function isLikelyStatus(cell: string): boolean {
  const status = cell.slice(0, 3);
  return isStatusCell(cell) && (/^(?:[45]|.xx)/i.test(status) || reasonPhrase(status) !== undefined);
}

/** Tells whether a cell has a status and words for it. */
export function isStatusWithPhrase(cell: string): boolean {
  return isStatusCell(cell) && /^[1-5][0-9]{2}\s+[\p{L}(]/u.test(cell);
}

/** Tells whether a cell has a status together with its own standard reason phrase. */
export function isStatusWithItsPhrase(cell: string): boolean {
  const phrase = reasonPhrase(cell.slice(0, 3));
  return phrase !== undefined && squeezed(cell.slice(3)) === squeezed(phrase);
}

/** The whole number that a cell is, or `undefined`. */
export function numberIn(cell: string): number | undefined {
  const text = cell.normalize("NFKC").replace("−", "-");
  return /^[-+]?[0-9]+$/.test(text) ? Number(text) : undefined;
}

/**
 * A word or number that can be a code of a vendor's own: in one piece, or with a number behind a blank, as
 * `ORA 600`. Two or three letters alone are more likely the code of a country, a currency or a language.
 */
export function isOwnCode(cell: string): boolean {
  return (
    numberIn(cell) !== undefined ||
    (/^(?=.*[A-Za-z0-9])[!-~]{1,80}(?<![.,;!?])$|^[A-Za-z]+ [0-9]+$/.test(cell.normalize("NFKC")) &&
      !/^(?:[A-Za-z]{1,3}|(?:CVE|CWE)-[0-9].*)$/i.test(cell))
  );
}

/** A few words without a full stop, which some vendors call a code: `Moved Permanently`. */
export function isWordyCode(cell: string): boolean {
  return isOwnCode(cell) || /^[A-Za-z][\w.:/-]*(?: [\w-]+){0,4}$/.test(cell);
}

/** A name as programs have it: `NoSuchThing`, `no_such_thing`, `NO_SUCH_THING`, `no-such-thing`. */
export function isIdentifier(cell: string): boolean {
  return /^[A-Za-z_$][\w$.:-]*$/.test(cell) && /[a-z0-9][A-Z]|[_.:-]\w|^[A-Z]{4,}$/.test(cell);
}

/**
 * Tells whether texts are the standard reason phrases of many of the codes beside them, and not names of a
 * vendor's own among which some are phrases, too.
 */
export function arePhrasesOf(cells: readonly string[], codes: readonly string[]): boolean {
  const phrases = new Set(codes.map((code) => squeezed(reasonPhrase(code.slice(0, 3)) ?? "")));
  phrases.delete("");
  const isPhrase = (cell: string) => phrases.has(squeezed(cell));
  return share(cells, isPhrase) > 0.3 && share(cells, (cell) => isIdentifier(cell) && !isPhrase(cell)) < 0.3;
}

/** The share of the texts of which something is true; of none where there are none. */
export function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

function squeezed(text: string): string {
  return text.replaceAll(/[^A-Za-z]/g, "").toLowerCase();
}
