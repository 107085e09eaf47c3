import { inEnglish } from "./headerLanguages.js";

/**
 * A header as it is compared: its words in English, in lower case and in the singular, without markup, punctuation
 * and `and`.
 *
 * @example headerWords("**HTTP Status-Codes**") // "http status code"
 * @example headerWords("errorCode(s)") // "error code"
 * @example headerWords("Código de erro") // "error code"
 */
export function headerWords(header: string): string {
  const words =
    header
      .normalize("NFKC")
      .replaceAll(/\((e?s)\)|['’]/gi, "$1")
      .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu, " ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return inEnglish(words.map(singular).filter((word) => word !== "and")).join(" ");
}

function singular(word: string): string {
  if (word === "statuses") return "status";
  return /(?:ss|us|is)$/.test(word) ? word : word.replace(/ies$/, "y").replace(/(?<=.{2})s$/, "");
}
