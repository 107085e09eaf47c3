import type { SourceRange } from "../diagnostics/diagnostic.js";

/** What the YAML parser found wrong with a text, or what the spec language leaves out of YAML. */
export interface YamlProblem {
  /** The parser's own code, such as `DUPLICATE_KEY`, or one of ours. */
  readonly code: string;
  readonly message: string;
  readonly help: string;
  readonly range: SourceRange;
}

interface Wording {
  readonly message?: string;
  readonly help: string;
}

const oneText = "Write out the value here.";

/** The parser's messages are for programmers who call it; these are for people who write specs. */
const wordings: ReadonlyMap<string, Wording> = new Map<string, Wording>([
  ["ALIAS", { message: "Aliases are not part of the spec language.", help: oneText }],
  ["BAD_SCALAR_START", { help: "Put the text in quotes." }],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    {
      message: "A colon followed by a space begins a mapping, which is not allowed here.",
      help: "Put the text in quotes, or begin the mapping on a new line.",
    },
  ],
  [
    "CONFLICT",
    {
      message: "This is a Git conflict marker.",
      help: "Resolve the conflict, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    },
  ],
  ["DUPLICATE_KEY", { message: "This key is listed twice.", help: "Keep one of the two." }],
  [
    "MULTIPLE_DOCS",
    { message: "A second YAML document begins here.", help: "Put each spec into a separate file." },
  ],
  ["NON_STRING_KEY", { message: "A list or a mapping cannot be a key.", help: "Use text as the key." }],
  [
    "PROTOTYPE_KEY",
    { message: 'The key "__proto__" is not part of the spec language.', help: "Use another key." },
  ],
  ["TOO_DEEP", { message: "This is nested too deeply.", help: "Use fewer levels of lists and mappings." }],
  [
    "TOO_LARGE",
    {
      message: "This file is too large: it has over 300,000 keys, values and signs.",
      help: "Write a separate spec for each page.",
    },
  ],
  [
    "TAB_AS_INDENT",
    {
      message: "A tab is used for indentation.",
      help: "Indent with spaces only; the rest is checked once the file parses.",
    },
  ],
  [
    "TAG_RESOLVE_FAILED",
    { message: "Tags are not part of the spec language.", help: "Remove the tag; put text in quotes." },
  ],
]);

const ordinaryHelp = "Fix the YAML here; other checks run once it parses.";

/** The sentences for a problem that the parser describes as `message`. */
export function wordingOf(code: string, message: string): { message: string; help: string } {
  const sentence = message.trim().replace(/Missing closing (["'])quote/, "The closing $1 is missing");
  const ended = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
  return { message: ended, help: ordinaryHelp, ...wordings.get(code) };
}

/**
 * The stretch of text to underline: the parser often gives one character where a word is wrong, a
 * whole document where its beginning would do, or the end of the file where its last line is meant.
 */
export function spanOfProblem(text: string, code: string, start: number, end: number): [number, number] {
  if (code === "DUPLICATE_KEY") return [start, endOfKey(text, start)];
  if (code === "TAB_AS_INDENT" || code === "TOO_DEEP") return [start, start + 1];
  if (code === "BAD_DQ_ESCAPE") return [start, start + 2];
  const from = firstVisible(text, start);
  const rest = text.slice(from, from + 1000);
  const lineEnd = rest.search(/[\r\n]|$/);
  const isWholeLine = code === "BLOCK_AS_IMPLICIT_KEY" || code === "CONFLICT";
  const length = isWholeLine ? rest.slice(0, lineEnd).trimEnd().length : rest.search(/\s|$/);
  return [from, Math.min(Math.max(end, from + length, from + 1), from + Math.max(1, lineEnd))];
}

/** The next visible character of the line, else the last one before. */
function firstVisible(text: string, start: number): number {
  const next = start + text.slice(start, start + 1000).search(/\S|[\r\n]|$/);
  if (/\S/.test(text.charAt(next))) return next;
  return Math.max(0, text.slice(0, start).trimEnd().length - 1);
}

function endOfKey(text: string, start: number): number {
  const key = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s:]+)/.exec(text.slice(start, start + 200));
  return start + (key?.[0].length ?? 1);
}
