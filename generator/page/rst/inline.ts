import type { PhrasingContent } from "mdast";
import { escapeMark, joined, merged, restored, textNode, unescaped } from "./inlineText.js";
import { closes, follows, precedes } from "./punctuation.js";

/**
 * Inline markup as Markdown, recognised as docutils recognises it. What Markdown cannot say stays as
 * the page has it, signs and all: substitutions, footnotes, names of references.
 *
 * @param refuse - is told of texts whose role has no counterpart, such as superscripts
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
 */
export function parseInline(source: string, refuse: Refuse = () => undefined): PhrasingContent[] {
  const text = source.replaceAll(/\\([^]?)/g, `${escapeMark}$1`);
  const find = endFinder(text);
  const nodes: PhrasingContent[] = [];
  let done = 0;
  // docutils goes on after each sign as at the beginning of a text.
  let origin = 0;
  for (let at = 0; at < text.length;) {
    const step = markupAt({ text, at, isFirst: at === origin, find, refuse });
    if (step.node) {
      nodes.push(textNode(text.slice(done, at)), step.node);
      done = step.end;
    }
    if (step.isSign) origin = step.end;
    at = step.end;
  }
  nodes.push(textNode(text.slice(done)));
  return merged(nodes);
}

type Refuse = (message: string) => void;

interface Place {
  readonly refuse: Refuse;
  readonly text: string;
  readonly at: number;
  /** Whether the text begins here, or goes on after a sign. */
  readonly isFirst: boolean;
  readonly find: EndFinder;
}

interface Step {
  /** What is here, if it is markup. */
  readonly node?: PhrasingContent;
  readonly isSign?: boolean;
  /** Where to look on. */
  readonly end: number;
}

/** Where the first end string after a position begins and ends. */
type EndFinder = (
  end: EndString,
  from: number,
) => { readonly index: number; readonly end: number } | undefined;

interface EndString {
  readonly pattern: RegExp;
  /** What may belong to the end string beside the pattern, and must match right behind it. */
  readonly suffix?: RegExp;
}

/** Looks for end strings; where there is none after a position, there is none further on either. */
function endFinder(text: string): EndFinder {
  const none = new Set<EndString>();
  return (end, from) => {
    if (none.has(end)) return undefined;
    const { pattern, suffix } = end;
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const { index } = match;
      const stop = index + match[0].length;
      if (suffix) suffix.lastIndex = stop;
      const longer = stop + (suffix?.exec(text)?.[0].length ?? 0);
      if (follows(text[longer])) return { index, end: longer };
      if (follows(text[stop])) return { index, end: stop };
      pattern.lastIndex = index + 1;
    }
    none.add(end);
    return undefined;
  };
}

/** What ends a construct: not after white space and, save in a literal, not after a backslash. */
const ends = {
  strong: { pattern: /(?<![\s\0])\*\*/g },
  emphasis: { pattern: /(?<![\s\0])\*/g },
  literal: { pattern: /(?<!\s)``/g },
  target: { pattern: /(?<![\s\0])`/g },
  substitution: { pattern: /(?<![\s\0])\|_{0,2}/g },
  interpreted: {
    pattern: /(?<!(?<!\0)[\s\0])`/g,
    suffix: /(?::[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*:)?_{0,2}/uy,
  },
} satisfies Record<string, EndString>;

/** The markup that begins at a position, and where to look for the next. */
function markupAt(place: Place): Step {
  const { text, at, isFirst } = place;
  const character = text[at] ?? "";
  if (character === escapeMark) return { end: at + 2 };
  if (!/[*`_|[:]/.test(character)) return wordAt(place);
  if (!isFirst && !precedes(text[at - 1])) return { end: at + 1 };
  const two = text.slice(at, at + 2);
  if (two === "**") return between(place, 2, ends.strong, strong);
  if (character === "*") return between(place, 1, ends.emphasis, emphasis);
  if (two === "``") return between(place, 2, ends.literal, inlineCode);
  if (two === "_`") return targetAt(place);
  if (character === "|" && two !== "||") return between(place, 1, ends.substitution, asWritten);
  if (character === "[") return footnoteAt(text, at);
  if (character === "`" || character === ":") return interpretedAt(place);
  return { end: at + 1 };
}

type Maker = (value: string, raw: string) => PhrasingContent;

const strong: Maker = (value) => ({ type: "strong", children: [textNode(value)] });
const emphasis: Maker = (value) => ({ type: "emphasis", children: [textNode(value)] });
const asWritten: Maker = (_, raw) => ({ type: "text", value: raw });
/** In a literal, a backslash is one. */
const inlineCode: Maker = (value) => ({ type: "inlineCode", value: restored(value) });

/** Markup from one sign to another; a sign that begins none is text. */
function between(place: Place, length: number, end: EndString, make: Maker): Step {
  const { text, at, find } = place;
  const start = at + length;
  if (/\s/.test(text[start] ?? "")) return { end: start };
  const match = isQuoted(place, start) ? undefined : find(end, start);
  if (!match || match.index === start) return { end: start, isSign: true };
  const node = make(text.slice(start, match.index), restored(text.slice(at, match.end)));
  return { node, end: match.end, isSign: true };
}

/** A place that references lead to, which Markdown has no counterpart for. */
function targetAt(place: Place): Step {
  const step = between(place, 2, ends.target, asWritten);
  if (step.node) place.refuse("A spec cannot express a target inside a text.");
  return step;
}

/** A sign between matching quotes or brackets, as in `"*"`, begins no markup. */
function isQuoted({ text, at, isFirst }: Place, start: number): boolean {
  return !isFirst && closes(text[at - 1] ?? "", text[start] ?? "");
}

const word = /[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*(?:__?)?|[^]/uy;

/** A word is passed as a whole; with the underscore that makes it a reference, it stays as it is written. */
function wordAt({ text, at }: Place): Step {
  word.lastIndex = at;
  const found = word.exec(text)?.[0] ?? "";
  const end = at + Math.max(1, found.length);
  return { end, isSign: found.length > 1 && found.endsWith("_") && follows(text[end]) };
}

const footnote =
  /\[(?:[0-9]+|#(?:[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*)?|\*|[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*)\]_/uy;

/** A reference to a footnote or a citation, as it is written. */
function footnoteAt(text: string, at: number): Step {
  footnote.lastIndex = at;
  const raw = footnote.exec(text)?.[0] ?? "";
  if (raw === "" || !follows(text[at + raw.length])) return { end: at + 1 };
  return { node: { type: "text", value: raw }, end: at + raw.length, isSign: true };
}

const role = /:([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*):(?=`(?!`))/uy;

/** A text with a role before or behind it, or a reference with its words in backquotes. */
function interpretedAt(place: Place): Step {
  const { text, at, find, refuse } = place;
  role.lastIndex = at;
  const prefix = text[at] === ":" ? role.exec(text) : undefined;
  if (prefix === null) return { end: at + 1 };
  const start = at + (prefix?.[0].length ?? 0) + 1;
  if (/[\s`]/.test(text[start] ?? "")) return { end: start };
  const match = !prefix && isQuoted(place, start) ? undefined : find(ends.interpreted, start);
  if (!match || match.index === start) return { end: start, isSign: true };
  const value = text.slice(start, match.index);
  const raw = restored(text.slice(at, match.end));
  const suffix = text.slice(match.index + 1, match.end);
  return { node: interpretedNode(value, raw, prefix?.[1], suffix, refuse), end: match.end, isSign: true };
}

function interpretedNode(
  value: string,
  raw: string,
  prefix: string | undefined,
  suffix: string,
  refuse: Refuse,
): PhrasingContent {
  const isReference = suffix.endsWith("_");
  const behind = suffix.startsWith(":") ? suffix.slice(1, -1) : undefined;
  const isContradiction = (prefix !== undefined && suffix !== "") || (isReference && behind !== undefined);
  if (isContradiction) return asWritten(value, raw);
  return isReference ? phraseReference(value, raw) : interpreted(value, prefix ?? behind, refuse);
}

/** Between angle brackets at the end, where a reference leads: an address, or another reference. */
const embedded = /(?:^|(?<![ \n])[ \n]+)<(?!\s)((?:[^<>\0]|\0[^])+)(?<![\s\0])>$/;

function phraseReference(value: string, raw: string): PhrasingContent {
  const match = embedded.exec(value);
  const target = match?.[1];
  if (target === undefined || (target.endsWith("_") && !target.endsWith(`${escapeMark}_`)))
    return asWritten(value, raw);
  const address = unescaped(target.replaceAll(/(?<!\0)\s+/g, ""));
  const url = /^[^\s:/@]+@[^\s:/@]+$/.test(address) ? `mailto:${address}` : address;
  const label = value.slice(0, match?.index);
  if (label === "") return { type: "text", value: address };
  return { type: "link", url, children: [textNode(label)] };
}

/** Roles of docutils and Sphinx that say what a text is, and leave it as it is. */
const plainRoles = new Set(
  (
    "title title-reference t ref numref doc any term abbr acronym guilabel menuselection kbd command file " +
    "samp dfn program option envvar mimetype newsgroup regexp makevar manpage mailheader token download"
  ).split(" "),
);

/** What stands for a text with a role: markup, a link to a label, or the text alone. */
function interpreted(value: string, name: string | undefined, refuse: Refuse): PhrasingContent {
  if (name === "literal" || name === "code") return { type: "inlineCode", value: joined(unescaped(value)) };
  if (name === "strong") return strong(value, "");
  if (name === "emphasis") return emphasis(value, "");
  // A name with a colon is that of a domain, such as `:http:statuscode:`.
  if (name !== undefined && !plainRoles.has(name) && !name.includes(":"))
    refuse(`A spec cannot express the role \`:${name}:\`.`);
  const [, label, target] = /^([^]*?)\s*<([^<>]+)>$/.exec(unescaped(value)) ?? [];
  if (name !== "ref" || !label || target === undefined) return textNode(value);
  return { type: "link", url: `#${target}`, children: [{ type: "text", value: joined(label) }] };
}
