import type { YAMLMap, YAMLSeq } from "yaml";
import { isAlike } from "./alignItems.js";
import type { Data } from "../isData.js";
import { keepPlaces } from "./keepPlaces.js";
import { printItem, printPair } from "./printYaml.js";
import {
  columnOf,
  commentLines,
  dashesOf,
  type Edit,
  type EditValue,
  endOf,
  endOfLines,
  keyOf,
  startOfLine,
  startOf,
  startOfLines,
  withEdits,
  type YamlText,
} from "./yamlText.js";

/** The edits by which a mapping that is written in lines says other data, some of whose keys it has. */
export function blockMapEdits(source: YamlText, map: YAMLMap, was: Data, now: Data, edit: EditValue): Edit[] {
  const pairs = map.items.map((pair) => ({ pair, key: keyOf(pair), start: startOf(pair), end: endOf(pair) }));
  const column = columnOf(source.text, pairs[0]?.start ?? 0);
  const kept = pairs.findIndex(({ key }) => Object.hasOwn(now, key));
  const edits: Edit[] = [];
  if (kept > 0) {
    // What comes first may be behind the dash of a list: there the next that stays comes to be.
    const [start, end] = [pairs[0]?.start ?? 0, pairs[kept]?.start ?? 0];
    const text = (commentLines(source, start, end, column) + " ".repeat(column)).slice(column);
    edits.push({ start, end, text });
  }
  for (const { pair, key, start, end } of pairs.slice(kept)) {
    const [before, after] = [was[key], now[key]];
    const lines = { start: startOfLine(source.text, start), end: endOfLines(source, end, column) };
    if (!Object.hasOwn(now, key))
      edits.push({ ...lines, text: commentLines(source, start, lines.end, column) });
    else if (before !== after && isAlike(before, after))
      edits.push(...edit(pair.value, before, after, { key, column, inFlow: false }));
    else if (before !== after) {
      const text = commentLines(source, start, lines.end, column) + printPair(source, key, after, column);
      edits.push({ start, end: lines.end, text: text.slice(column) });
    }
  }
  const at = endOfLines(source, pairs.at(-1)?.end ?? 0, column);
  for (const [key, value] of Object.entries(now)) {
    if (!Object.hasOwn(was, key))
      edits.push({ start: at, end: at, text: printPair(source, key, value, column) });
  }
  return edits;
}

/** The edits by which a list that is written in lines says other data; `from` tells which items were which. */
export function blockSeqEdits(
  source: YamlText,
  seq: YAMLSeq,
  was: readonly unknown[],
  now: readonly unknown[],
  from: readonly (number | undefined)[],
  edit: EditValue,
): Edit[] {
  const { text } = source;
  const dashes = dashesOf(seq);
  const column = columnOf(text, dashes[0] ?? 0);
  const edits = now.map((value, index) => {
    const old = from[index];
    const isSame = old === undefined || was[old] === value;
    return isSame ? [] : edit(seq.items[old], was[old], value, { key: "", column, inFlow: false });
  });
  if (from.length === was.length && from.every((old, index) => old === index)) return edits.flat();

  const chunks = chunksOf(source, seq, dashes, column);
  const pieces = keepPlaces(was.length, from).map((placed, index): Piece => {
    const old = "left" in placed ? placed.left : from[placed.item];
    if (old === undefined || !chunks[old]) {
      const value = "item" in placed ? now[placed.item] : undefined;
      return {
        text: printItem(source, value, column, columnOf(text, startOf(seq.items[0]))),
        isSpaced: false,
      };
    }
    const { start, end } = chunks[old];
    if ("left" in placed) return { text: commentLines(source, start, end, column), isSpaced: true };
    if (old > 0 || index === 0)
      return { text: withEdits(text, edits[placed.item] ?? [], start, end), isSpaced: old > 0 };
    // Comments above the first item may be indented like what comes before it now, and become a part of that.
    const dash = startOfLine(text, dashes[0] ?? 0);
    const comments = { start, end: dash, text: commentLines(source, start, dash, column) };
    return { text: withEdits(text, [comments, ...(edits[placed.item] ?? [])], start, end), isSpaced: false };
  });
  const space = chunks[1] ? blankLines(text.slice(chunks[1].start, chunks[1].end)) : "";
  return [{ start: chunks[0]?.start ?? 0, end: chunks.at(-1)?.end ?? 0, text: joined(pieces, space) }];
}

/** The lines of an item, and whether they begin with the blank lines that part it from the one above. */
interface Piece {
  readonly text: string;
  readonly isSpaced: boolean;
}

function joined(pieces: readonly Piece[], space: string): string {
  return pieces
    .map(({ text, isSpaced }, index) => {
      if (index === 0) return isSpaced ? text.slice(blankLines(text).length) : text;
      return isSpaced ? text : space + text;
    })
    .join("");
}

/** The lines of each item of a list, with the blank lines and comments above it. */
function chunksOf(source: YamlText, { items }: YAMLSeq, dashes: readonly number[], column: number) {
  const ends = items.map((item) => endOfLines(source, endOf(item), column));
  const first = startOfLines(source, dashes[0] ?? 0);
  return ends.map((end, index) => ({ start: ends[index - 1] ?? first, end }));
}

/** The blank lines that a text begins with. */
function blankLines(text: string): string {
  return /^(?:[ \t]*\r?\n)*/.exec(text)?.[0] ?? "";
}
