import { fromMarkdown } from "mdast-util-from-markdown";
import type { RootContent } from "mdast";

/** A backslash before a sign, or a character reference as the printer writes it. */
const escape = /(\\[!-/:-@[-`{-~]|&#x[0-9A-F]{1,5};)/;

/** What after a `<` makes HTML of it, and so needs no parser to tell: vendors write `<name>` often. */
const isTag = /^\/?[A-Za-z][A-Za-z0-9-]*>/;

/**
 * Each needed escape costs its paragraph a few parses, of about 10 µs for each sign. With more work than this,
 * in signs parsed, the escapes that are left stay.
 */
const mostWork = 150;

/**
 * A paragraph without the escapes that change nothing for its readers. The printer looks at each sign by
 * itself and escapes all that could mean something; only the parser knows which of them do. The parser here
 * is that of all of CommonMark, of which a spec has a part: at run time, others read its texts.
 *
 * @example fewestEscapes(String.raw`\[a\_b] \*c\*`) // String.raw`[a_b] \*c*`
 */
export function fewestEscapes(paragraph: string): string {
  const pieces = paragraph.split(escape);
  const places = pieces.flatMap((piece, index) =>
    index % 2 === 0 || (piece === "\\<" && isTag.test(pieces[index + 1] ?? "")) ? [] : index,
  );
  if (places.length === 0) return paragraph;
  let parsesLeft = Math.max(3, mostWork / places.length);
  const meaning = meaningOf(paragraph);

  /** Removes the escapes at these places that are not needed, and gives the places of the others. */
  const remove = (from: readonly number[]): number[] => {
    if (parsesLeft-- <= 0) return [...from];
    const escapes = from.map((place) => pieces[place] ?? "");
    for (const place of from) pieces[place] = signOf(pieces[place] ?? "");
    if (meaningOf(pieces.join("")) === meaning) return [];
    for (const [index, place] of from.entries()) pieces[place] = escapes[index] ?? "";
    if (from.length === 1) return [...from];
    const middle = Math.floor(from.length / 2);
    // From the end, so that of two marks the first keeps its escape.
    const needed = remove(from.slice(middle));
    return [...remove(from.slice(0, middle)), ...needed];
  };

  // One that was needed may no longer be, once others are gone.
  for (let left = places, needed = remove(places); needed.length < left.length;) {
    left = needed;
    needed = needed.flatMap((place) => remove([place]));
  }
  return pieces.join("");
}

function meaningOf(markdown: string): string {
  return treeText(fromMarkdown(markdown).children);
}

/** What an escape stands for. */
function signOf(escaped: string): string {
  return escaped.startsWith("\\")
    ? escaped.slice(1)
    : String.fromCodePoint(Number.parseInt(escaped.slice(3, -1), 16));
}

/** A tree as a text, to be compared: without where its nodes are in their Markdown. */
export function treeText(blocks: readonly RootContent[]): string {
  return JSON.stringify(blocks, (key, value: unknown) => (key === "position" ? undefined : value));
}
