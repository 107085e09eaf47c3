import { isIdentifier, isLikelyStatus, numberIn } from "../codeCell.js";

/** A code with what is said beside it. */
export interface SpokenCode {
  readonly codes: readonly string[];
  /** What is in the same markup as the code, as in `**404 Not Found**: text`; Markdown. */
  readonly within: string;
  /** What follows, or in a heading comes before: `Too far (-32012)`; Markdown. */
  readonly beside: string;
}

/** Words that are codes in some places only. */
export interface CertainCodes {
  /** Whether any number is one, as in a list of which each item begins with one. */
  readonly isNumbered: boolean;
  /** Whether a name in a code span is one, as `invalid_request` below "Error codes"; elsewhere, it may be anything's. */
  readonly isNamed: boolean;
}

const separator = /^\s*(?:[:\u2013\u2014|=]|-+(?=\s)|-+$)?\s*/;
const number = /^(?:-?[0-9]{3,10}|-[0-9]{1,10}|0x[0-9A-Fa-f]+)$/;

/**
 * The codes that a heading or an item of a list begins with or ends in, as `404 Not Found`,
 * `` `KEY_LOST` / `KEY_BENT` ``, `Too far (-32012)`; `undefined` where it has none.
 *
 * @param markdown - one line
 * @param certain - what else is certain to be a code
 */
export function codesInText(markdown: string, certain: CertainCodes): SpokenCode | undefined {
  const [whole = "", , inside = ""] = /^(\*\*|\*)(?!\s)(.+?)\1(?![\p{L}\p{N}])/u.exec(markdown) ?? [];
  if (whole === "") return codesAtStart(markdown, certain) ?? codeAtEnd(markdown, certain);
  const spoken = codesAtStart(inside, certain) ?? codeAtEnd(inside, certain);
  return (
    spoken && {
      codes: spoken.codes,
      within: spoken.beside,
      beside: withoutSeparator(markdown.slice(whole.length)),
    }
  );
}

function codesAtStart(markdown: string, certain: CertainCodes): SpokenCode | undefined {
  const codes: string[] = [];
  let left = markdown;
  for (;;) {
    const [whole = "", ticks, spanned, plain = ""] =
      /^(?:(`+)\s*(.+?)\s*\1|([^\s:,()|]+))(?=$|[\s,:/(|-])/.exec(left) ?? [];
    const code = spanned ?? plain.replaceAll(/\\(?=[_*])/g, "");
    if (whole === "" || !isSpokenCode(code, ticks !== undefined, certain)) break;
    codes.push(code);
    left = left.slice(whole.length);
    const more = /^\s*(?:\/|,|\||and|or)\s+(?=\S)/.exec(left)?.[0] ?? "";
    if (more === "" || !codesAtStart(left.slice(more.length), certain)) break;
    left = left.slice(more.length);
  }
  if (codes.length === 0) return undefined;
  const [, inBrackets] = /^\s*\(([^()]+)\)\s*$/.exec(left) ?? [];
  return { codes, within: "", beside: inBrackets ?? withoutSeparator(left) };
}

function codeAtEnd(markdown: string, { isNamed }: CertainCodes): SpokenCode | undefined {
  const [, beside = "", ticks, code = ""] = /^(.*\S)\s*[([](`?)([^\s()[\]`]+)\2[)\]]$/.exec(markdown) ?? [];
  return isSpokenCode(code, ticks === "`", { isNamed, isNumbered: false })
    ? { codes: [code], within: "", beside }
    : undefined;
}

/** Whether a word can only be meant as a code; in a code span, names of anything can be. */
function isSpokenCode(word: string, isSpan: boolean, { isNumbered, isNamed }: CertainCodes): boolean {
  if (numberIn(word) !== undefined || number.test(word)) return isNumbered || number.test(word);
  if (
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[A-Z][A-Za-z]*[-_.]?[0-9]{2,}$|^[A-Z][A-Za-z]*(?:[.-]\w+)*[.-][0-9]{2,}$/.test(
      word,
    )
  )
    return true;
  if (/^[A-Z]\w*(?:Error|Exception|Fault|Failure)$/.test(word)) return true;
  // `Retry-After` and the like are headers.
  return isSpan && isNamed && isIdentifier(word) && !/^[A-Z][a-z]*(?:-[A-Z]\w*)+$/.test(word);
}

/** Whether a code is an HTTP status. */
export function isSpokenStatus(code: string): boolean {
  return /^[1-5][0-9]{2}$/.test(code) && isLikelyStatus(code);
}

function withoutSeparator(text: string): string {
  return text.replace(separator, "").trim();
}
