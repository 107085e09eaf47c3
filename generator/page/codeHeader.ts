import { headerWords } from "../spec/headerWords.js";

/**
 * What a header says about the codes that may be below it:
 *
 * - `http`: HTTP statuses, as `HTTP Status Code`
 * - `status code`, `status`, `answer code`: statuses, as `Status Code`, `Status`, `Response Code`, `Returned Value`
 * - `code`: codes, but not of what
 * - `error code`: codes of errors, as `Error Code` or `Error ID`
 * - `error`: errors by their names, or in words, as `Error Type`
 * - `name`: names, but not of what
 * - `other`: codes, statuses or values of anything else, as `Exit Code`, `Task Status`, `Default Value`
 */
export type CodeHeader =
  "http" | "status code" | "status" | "answer code" | "code" | "error code" | "error" | "name" | "other";

const errors = new Set(["error", "err", "fault", "failure", "exception"]);
const answers = new Set(
  "response result return returned ret reply reason api rpc grpc sub numeric".split(" "),
);

/** Whatever follows, these are neither statuses nor errors of a service: `Exit Status Code`. */
const others = new Set(["exit", "process", "default", "expected", "example", "sample"]);

const errorNames =
  /^(?:\w+ )?(?:error|exception|fault)(?: (?:type|name|key|class|constant|symbol|identifier))?$/;
const names = /^(?:name|symbol|symbolic name|constant|constant name)$/;

/**
 * What a header says about the codes below it, or `undefined` where it speaks of none.
 *
 * @example codeHeader("Error Codes") // "error code"
 * @example codeHeader("Country Code") // "other"
 */
export function codeHeader(header: string): CodeHeader | undefined {
  const text = headerWords(header.replaceAll(/\(.*?\)/g, " "));
  const words = text.split(" ");
  const kinds = words.map((word, index) => numberHeader(word, words[index - 1]));
  if (words.some((word) => others.has(word))) return kinds.some(Boolean) ? "other" : undefined;
  if (words.includes("http")) return "http";
  const known = kinds.findLast((kind) => kind !== undefined && kind !== "other");
  if (known) return known;
  if (names.test(text)) return "name";
  if (errorNames.test(text)) return "error";
  return kinds.includes("other") ? "other" : undefined;
}

/** What a word such as `code` says, by the word before it. */
function numberHeader(word: string, before: string | undefined): CodeHeader | undefined {
  if (word === "errno" || word === "sqlstate") return "error code";
  if (before !== undefined && errors.has(before))
    return /^(?:code|number|no|id|value)$/.test(word) ? "error code" : undefined;
  if (!/^(?:code|value|status)$/.test(word)) return undefined;
  if (before === undefined) return word === "value" ? "other" : word === "code" ? "code" : "status";
  if (before === "status") return "status code";
  if (answers.has(before)) return word === "status" ? "status" : "answer code";
  return "other";
}

const subjects = new Set(
  "country territory region city currency language locale airport color colour unit alarm vulnerability cve".split(
    " ",
  ),
);

/** Tells whether a header names what has codes of its own: beside `Country`, a `Code` is that of a country. */
export function isOtherSubject(header: string): boolean {
  return headerWords(header)
    .split(" ")
    .some((word) => subjects.has(word));
}
