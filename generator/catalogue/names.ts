import { httpStatusCodes } from "./httpStatusCodes.js";

/**
 * The identifier that a text gives in PascalCase, or `""` where it gives none. Words that are all
 * capitals become capitalised; words with capitals inside stay as they are.
 *
 * @example identifierFrom("Non-Authoritative Information") // "NonAuthoritativeInformation"
 * @example identifierFrom("OK") // "Ok"
 * @example identifierFrom("NotFound") // "NotFound"
 * @example identifierFrom("Can't do") // "CantDo"
 */
export function identifierFrom(text: string): string {
  const words =
    text
      .normalize("NFKD")
      .replaceAll(/[\u0300-\u036f'’]/g, "")
      .match(/[A-Za-z0-9]+/g) ?? [];
  return words.map(capitalised).join("");
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
export function statusCodeName(code: string, message: string | undefined): string {
  const isPhrase = message !== undefined && !/^\(unused\)$/i.test(message);
  return identifierFrom((isPhrase ? message : reasonPhrase(code)) ?? "");
}

/**
 * The name that a code gives itself. By default, error codes have it: their messages are sentences, many codes share
 * one, and one code may have several.
 *
 * @example nameFromCode("APIG.2000") // "Apig2000"
 * @example nameFromCode("111500032") // "Code111500032"
 * @example nameFromCode("-1") // "Minus1"
 */
export function nameFromCode(code: string): string {
  return withoutLeadingDigit(identifierFrom(withSignsInWords(code.normalize("NFKC"))));
}

/**
 * The name that a message gives a code, or `""` if it has no letters or digits.
 *
 * @example nameFromMessage("Unknown channel") // "UnknownChannel"
 */
export function nameFromMessage(message: string): string {
  return withoutLeadingDigit(identifierFrom(message));
}

function withoutLeadingDigit(name: string): string {
  return /^[0-9]/.test(name) ? `Code${name}` : name;
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
