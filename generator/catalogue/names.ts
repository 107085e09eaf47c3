import { httpStatusCodes } from "./httpStatusCodes.js";

/** How names are written: `pascal` for `NotFound`, `constant` for `NOT_FOUND`. */
export const nameCases = ["pascal", "constant"] as const;
export type NameCase = (typeof nameCases)[number];

/**
 * The identifier that a text gives, or `""` where it gives none. In PascalCase, words that are all capitals become
 * capitalised, and words with capitals inside stay as they are.
 *
 * @example identifierFrom("Non-Authoritative Information") // "NonAuthoritativeInformation"
 * @example identifierFrom("OK") // "Ok"
 * @example identifierFrom("NotFound") // "NotFound"
 * @example identifierFrom("Can't do") // "CantDo"
 * @example identifierFrom("NoSuchBucket: gone", "constant") // "NO_SUCH_BUCKET_GONE"
 */
export function identifierFrom(text: string, nameCase: NameCase = "pascal"): string {
  const words =
    text
      .normalize("NFKD")
      .replaceAll(/[\u0300-\u036f'’]/g, "")
      .match(/[A-Za-z0-9]+/g) ?? [];
  if (nameCase === "pascal") return words.map(capitalised).join("");
  return words.flatMap(partsOfWord).join("_").toUpperCase();
}

/** @example partsOfWord("DNSZoneName2") // ["DNS", "Zone", "Name2"] */
function partsOfWord(word: string): string[] {
  return word.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
}

function capitalised(word: string): string {
  const rest = word.slice(1);
  return word.charAt(0).toUpperCase() + (/[a-z]/.test(word) ? rest : rest.toLowerCase());
}

/**
 * The name of an HTTP status: from its message, else from its standard reason phrase, else `""`.
 * Never from its place in the table, so that adding an entry renames no other. `(Unused)`, as the registry
 * says about several statuses, is no phrase.
 */
export function statusCodeName(
  code: string,
  message: string | undefined,
  nameCase: NameCase = "pascal",
): string {
  const isPhrase = message !== undefined && !/^\(unused\)$/i.test(message);
  return identifierFrom((isPhrase ? message : reasonPhrase(code)) ?? "", nameCase);
}

/**
 * The name that a code gives itself. By default, error codes have it: their messages are sentences, many codes share
 * one, and one code may have several.
 *
 * @example nameFromCode("APIG.2000") // "Apig2000"
 * @example nameFromCode("111500032") // "Code111500032"
 * @example nameFromCode("-1") // "Minus1"
 * @example nameFromCode("APIG.2000", "constant") // "APIG_2000"
 */
export function nameFromCode(code: string, nameCase: NameCase = "pascal"): string {
  return withoutLeadingDigit(identifierFrom(withSignsInWords(code.normalize("NFKC")), nameCase), nameCase);
}

/**
 * The name that a message gives a code, or `""` if it has no letters or digits.
 *
 * @example nameFromMessage("Unknown channel") // "UnknownChannel"
 */
export function nameFromMessage(message: string, nameCase: NameCase = "pascal"): string {
  return withoutLeadingDigit(identifierFrom(message, nameCase), nameCase);
}

function withoutLeadingDigit(name: string, nameCase: NameCase): string {
  if (!/^[0-9]/.test(name)) return name;
  return nameCase === "pascal" ? `Code${name}` : `CODE_${name}`;
}

/** A sign before a number tells it from the number without; a hyphen behind a letter or digit does not. */
function withSignsInWords(code: string): string {
  return code
    .replaceAll(/(?<![\p{L}\p{N})\]-])[-\u2010-\u2015\u2212](?=\.?[0-9])/gu, " Minus ")
    .replaceAll(/(?<![\p{L}\p{N})\]+])\+(?=\.?[0-9])/gu, " Plus ");
}

/** The standard reason phrase of an HTTP status code, or `undefined` where the registry has none. */
export function reasonPhrase(code: string): string | undefined {
  return httpStatusCodes.get(code)?.phrase;
}

/**
 * A prefix as the beginning of a variable's name.
 *
 * @example variablePrefix("FunctionGraph") // "functionGraph"
 * @example variablePrefix("DNSZone") // "dnsZone"
 */
export function variablePrefix(prefix: string): string {
  return prefix.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (capitals) => capitals.toLowerCase());
}
