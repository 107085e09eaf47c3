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
 * Never from its place in the table, so that adding an entry renames no other.
 */
export function statusCodeName(code: string, message: string | undefined): string {
  return identifierFrom(message ?? reasonPhrase(code) ?? "");
}

/**
 * The name of an error code, from the code itself: messages of error codes are sentences, many
 * codes share one, and one code may have several.
 *
 * @example errorCodeName("APIG.2000") // "Apig2000"
 * @example errorCodeName("111500032") // "Code111500032"
 */
export function errorCodeName(code: string): string {
  const name = identifierFrom(code);
  return /^[0-9]/.test(name) ? `Code${name}` : name;
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
