import * as z from "zod";
import { isTooMuch } from "../markdown/textBudget.js";

/** What the output folder holds beside the folders of the services. */
export const namesOfOutput = ["docs", "index", "json", "pages", "rfc9110", "schema"] as const;

/** Patterns of the spec language's text-like values. */
export const patterns = {
  serviceId: new RegExp(
    `^(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|${namesOfOutput.join("|")})$)(?=.{1,100}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$`,
  ),
  prefix: /^[A-Z][A-Za-z0-9]*$/,
  identifier: /^[A-Za-z_$][A-Za-z0-9_$]*$/,
  // A file's name: not the page's own `.html`, none that Windows keeps for itself, none too long for a disk.
  pageId:
    /^(?!(?:[Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][0-9]|[Ll][Pp][Tt][0-9])(?:\.|$))(?!.*\.html$)[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
  digest: /^sha256:[0-9a-f]{64}$/,
  // One line: a path or an address.
  source: /^(?=.*\S)[^\n\r]*$/,
  // The characters of a URI (RFC 3986), so that it says what it shows.
  permalink: /^https:\/\/[\w.~-]+(?::[0-9]+)?(?:[/?#](?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/,
  url: /^https?:\/\/[\w.~-]+(?::[0-9]+)?(?:[/?#](?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/,
  // A code, a list of codes, a class of codes, or a word or a dash for what is not listed.
  statusCode:
    /^(?:[1-5][0-9]{2}(?:(?: ?[/,] ?| or )[1-5][0-9]{2})*|[1-5](?:xx|XX|\*xx\*)|[A-Za-z][A-Za-z /]*|[-\u2013\u2014])$/,
  // Codes and classes with whatever words a page has beside them (`404 Not Found`), or that there is none.
  status:
    /^(?:(?=[^0-9]*[0-9])(?:[^0-9]|[1-5](?:[0-9]{2}(?![0-9])|(?=xx|XX|\*xx\*)))+|[-\u2013\u2014]|[Nn]\/?[Aa]|[Nn]one)$/,
  // A version, such as `1.2`, `v3`, `2.0.0-beta.1`, or a date: a year, a month or a day.
  retired:
    /^(?:v?(?:[0-9]{1,3}(?:\.[0-9]+)*|[0-9]{4}(?:\.[0-9]+)+)(?:-[A-Za-z][0-9A-Za-z.-]*)?|[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?)$/,
  // `0` is a title without a number.
  number: /^[0-9]+$/,
  indent: /^[1-9][0-9]{0,2}$/,
  format: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  text: /\S/,
} as const;

/** What is to be written where a value does not match its pattern: what `lint` and editors say. */
const forms: Readonly<Record<keyof typeof patterns, string>> = {
  serviceId:
    "Use lower case letters, digits and single hyphens, beginning with a letter: at most 100, and not the name of a folder that is generated, or that Windows reserves.",
  prefix: "Use letters and digits, beginning with a capital letter: FunctionGraph.",
  identifier: "Use letters, digits, _ and $, not beginning with a digit: NotFound.",
  pageId:
    "Use letters, digits, dots, hyphens and underscores, beginning with a letter or a digit: at most 100, without .html, and not a name that Windows reserves, such as con or nul.",
  digest:
    "Write sha256: and the 64 hexadecimal digits that `sha256sum` prints for the page, or leave it out.",
  source: "Write one path relative to the project, or one URL, or leave the field out.",
  permalink:
    "Write the https URL of the page in exactly this revision, without a user name and with special characters percent-encoded, or leave the field out.",
  url: "Write an http or https URL.",
  statusCode:
    "Write three digits, 100 to 599; a table of other codes is of kind error-codes, with `values: number` if they are numbers.",
  status: "Write three digits, 100 to 599, or - if the page gives no status.",
  retired: "Write a version, such as 1.2, v3 or 2.0.0-beta.1, or a date: 2024, 2024-11 or 2024-11-06.",
  number: "Write a whole number, or 0 for a title without a number.",
  indent: "Write a whole number from 1 to 999.",
  format:
    "Write markdown, html, csv or the name of a reader of your own: lower case letters, digits and single hyphens.",
  text: "Write a text, or leave the field out.",
};

const byPattern = new Map(
  Object.entries(patterns).map(([name, { source }]) => [source, forms[name as keyof typeof patterns]]),
);

/** What is to be written where a value does not match a pattern, given by its source. */
export function formOf(pattern: string): string | undefined {
  return byPattern.get(pattern);
}

/** Lists in lists and quotes in quotes, dozens of levels deep: reading and printing them recurses. */
const nestedDeeply = /^(?: *(?:[-*+](?= )|>|\d+[.)](?= ))){24}|^ {100}/m;

export function isNestedDeeply(text: string): boolean {
  return nestedDeeply.test(text);
}

export const text = (description: string, pattern: RegExp = patterns.text) =>
  z
    .string()
    .regex(pattern)
    .refine((value) => !isNestedDeeply(value) && !isTooMuch(value))
    .meta({ description });

/** A part of the page that is nobody's to read, only to write again. */
export const verbatim = (description: string) => z.string().regex(patterns.text).meta({ description });

/**
 * Codes are taken as the text that is in the file, so `404` and `"404"` mean the same and
 * `0400` stays what it is. An editor that reads YAML sees a number there, and must allow it.
 */
export const codeText = (description: string, pattern: RegExp = patterns.text, numbers: NumberRange = {}) =>
  z
    .string()
    .regex(pattern)
    .meta({ description, asWritten: true, ...numbers });

/** A pattern says nothing of numbers: what an editor holds against one. */
interface NumberRange {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
}
