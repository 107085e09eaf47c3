import type { YAMLMap, YAMLSeq } from "yaml";
import { isAlike } from "./alignItems.js";
import type { Data } from "../isData.js";
import { printFlowItem, printFlowPair } from "./printYaml.js";
import {
  columnOf,
  commentsIn,
  type Edit,
  type EditValue,
  endOf,
  keyOf,
  startOfLine,
  startOf,
  withEdits,
  type YamlText,
} from "./yamlText.js";

/** A collection between brackets: where those are, and where its items are. */
interface Flow {
  readonly open: number;
  readonly close: number;
  readonly items: readonly { readonly start: number; readonly end: number }[];
}

/** The edits by which a mapping between braces says other data, some of whose keys it has. */
export function flowMapEdits(source: YamlText, map: YAMLMap, was: Data, now: Data, edit: EditValue): Edit[] {
  const flow = flowOf(map);
  const keys = map.items.map(keyOf);
  const isGone = (index: number) => !Object.hasOwn(now, keys[index] ?? "");
  const edits = map.items.flatMap((pair, index): readonly Edit[] => {
    const key = keys[index] ?? "";
    const [before, after] = [was[key], now[key]];
    if (isGone(index) || before === after) return [];
    if (isAlike(before, after)) return edit(pair.value, before, after, { key, column: 0, inFlow: true });
    const [start, end] = [startOf(pair), endOf(pair)];
    return [{ start, end, text: commentsBefore(source, start, end) + printFlowPair(key, after) }];
  });
  const added = Object.entries(now).filter(([key]) => !Object.hasOwn(was, key));
  return [
    ...edits,
    ...removals(source, flow, isGone),
    ...insertion(
      source,
      flow,
      flow.items.length,
      added.map(([key, value]) => printFlowPair(key, value)),
    ),
  ];
}

/** The edits by which a list between brackets says other data; `from` tells which items were which. */
export function flowSeqEdits(
  source: YamlText,
  seq: YAMLSeq,
  was: readonly unknown[],
  now: readonly unknown[],
  from: readonly (number | undefined)[],
  edit: EditValue,
): Edit[] {
  const flow = flowOf(seq);
  const editsOf = (index: number) => {
    const old = from[index];
    const isSame = old === undefined || was[old] === now[index];
    return isSame ? [] : edit(seq.items[old], was[old], now[index], { key: "", column: 0, inFlow: true });
  };
  const textOf = (index: number) => {
    const old = flow.items[from[index] ?? -1];
    return old ? withEdits(source.text, editsOf(index), old.start, old.end) : printFlowItem(now[index]);
  };
  // What both begin and end with stays. Of the rest, texts change places; commas and comments around them do not.
  const shorter = Math.min(was.length, now.length);
  let head = 0;
  while (head < shorter && from[head] === head) head++;
  let tail = 0;
  while (tail < shorter - head && from[now.length - 1 - tail] === was.length - 1 - tail) tail++;
  const isStaying = (index: number, length: number) => index < head || index >= length - tail;

  const texts = now.flatMap((_, index) => (isStaying(index, now.length) ? [] : [textOf(index)]));
  const places = was.length - head - tail;
  const isUsed = new Set(from);
  return [
    ...now.flatMap((_, index) => (isStaying(index, now.length) ? editsOf(index) : [])),
    ...texts.slice(0, places).map((text, index) => {
      const { start = 0, end = 0 } = flow.items[head + index] ?? {};
      return {
        start,
        end,
        text: (isUsed.has(head + index) ? "" : commentsBefore(source, start, end)) + text,
      };
    }),
    ...insertion(source, flow, was.length - tail, texts.slice(places)),
    ...removals(source, flow, (index) => index >= head + texts.length && index < was.length - tail),
  ];
}

function flowOf(collection: YAMLMap | YAMLSeq): Flow {
  return {
    open: collection.range?.[0] ?? 0,
    close: (collection.range?.[1] ?? 1) - 1,
    items: collection.items.map((item) => ({ start: startOf(item), end: endOf(item) })),
  };
}

/** Comments that are to stay, each with the end of its line, before what is in a column. */
function commentsBefore(source: YamlText, start: number, end: number): string {
  const next = source.lineEnd + " ".repeat(columnOf(source.text, start));
  return commentsIn(source, start, end)
    .map(({ text }) => text + next)
    .join("");
}

/** Takes out items with their commas. */
function removals(source: YamlText, { items }: Flow, isGone: (index: number) => boolean): Edit[] {
  const edits: Edit[] = [];
  for (let first = 0; first < items.length; first++) {
    if (!isGone(first)) continue;
    let last = first;
    while (last + 1 < items.length && isGone(last + 1)) last++;
    const [before, next] = [items[first - 1], items[last + 1]];
    const start = (next ? items[first]?.start : (before?.end ?? items[first]?.start)) ?? 0;
    const end = next?.start ?? items[last]?.end ?? start;
    const comments = commentsBefore(source, start, end);
    edits.push({ start, end, text: next || comments === "" ? comments : ` ${comments}` });
    first = last;
  }
  return edits;
}

/** Puts items in before the one at an index, or at the end: on lines of their own where the others are. */
function insertion(
  source: YamlText,
  { open, close, items }: Flow,
  index: number,
  added: readonly string[],
): Edit[] {
  if (added.length === 0) return [];
  const insert = (at: number, text: string): Edit => ({ start: at, end: at, text });
  const [next, last] = [items[index], items.at(-1)];
  if (next)
    return [insert(next.start, added.map((text) => `${text},${gapBefore(source, next.start)}`).join(""))];
  if (!last) return [insert(open + 1, added.join(", "))];

  const rest = withoutComments(source, last.end, close);
  const comma = rest.indexOf(",");
  const gap = gapBefore(source, last.start);
  const behind = last.end + comma + 1;
  const lineBreak = gap === " " ? -1 : rest.slice(comma + 1).search(/\r?\n/);
  const text = added.map((each) => gap + each).join(",");
  const at = behind + Math.max(0, lineBreak);
  return comma === -1 ? [insert(last.end, ","), insert(at, text)] : [insert(at, `${text},`)];
}

/** What parts an item from the one before it: a line break and its indentation, or a space. */
function gapBefore({ text, lineEnd }: YamlText, start: number): string {
  const before = text.slice(startOfLine(text, start), start);
  return before.trim() === "" ? lineEnd + before : " ";
}

/** A stretch of a text with blanks in place of its comments. */
function withoutComments(source: YamlText, start: number, end: number): string {
  const blanks = commentsIn(source, start, end).map(({ offset, text }) => ({
    start: offset,
    end: offset + text.length,
    text: " ".repeat(text.length),
  }));
  return withEdits(source.text, blanks, start, end);
}
