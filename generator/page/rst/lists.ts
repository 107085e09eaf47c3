import type { PageList } from "../pageTree.js";
import { type Construct, type Context, linesBetween } from "./context.js";
import { type Enumerator, enumeratorOf, isNextEnumerator } from "./enumerators.js";
import { indentedBlock, isBlank, type SourceLine } from "./sourceLines.js";

/** The items of a list, as the lines that each is made of. */
interface Items {
  readonly items: readonly (readonly SourceLine[])[];
  readonly next: number;
}

const bullet = /^[-+*\u2022\u2023\u2043](?: +|$)/;

/** The items of the bullet list that begins at a line; another sign begins another list. */
export function bulletItems(lines: readonly SourceLine[], start: number): Items {
  const sign = lines[start]?.text[0];
  return itemsFrom(lines, start, ({ text }) =>
    text[0] === sign ? (bullet.exec(text)?.[0].length ?? undefined) : undefined,
  );
}

export const bulletList: Construct = (lines, at, context) => {
  if (!bullet.test(lines[at]?.text ?? "")) return undefined;
  const { items, next } = bulletItems(lines, at);
  return { nodes: [listOf(items, context, { ordered: false, lines: linesBetween(lines, at, next) })], next };
};

export const enumeratedList: Construct = (lines, at, context) => {
  const first = enumeratorAt(lines, at);
  if (!first) return undefined;
  let last = first;
  let isAuto = first.sequence === "#";
  const { items, next } = itemsFrom(lines, at, ({ text }, index) => {
    if (index === at) return first.width;
    const sequence = first.sequence === "#" ? "arabic" : first.sequence;
    const each = enumeratorOf(text, sequence);
    const isNext =
      each?.format === first.format &&
      (each.sequence === "#" ||
        (each.sequence === sequence && !isAuto && each.ordinal === last.ordinal + 1)) &&
      isItem(lines, index, each);
    if (!isNext) return undefined;
    isAuto ||= each.sequence === "#";
    last = each;
    return each.width;
  });
  const numbered = {
    ordered: true,
    start: first.ordinal,
    isArabic: first.sequence === "#" || first.sequence === "arabic",
    lines: linesBetween(lines, at, next),
  };
  return { nodes: [listOf(items, context, numbered)], next };
};

function enumeratorAt(lines: readonly SourceLine[], at: number): Enumerator | undefined {
  const enumerator = enumeratorOf(lines[at]?.text ?? "");
  return enumerator && isItem(lines, at, enumerator) ? enumerator : undefined;
}

/** The line below an item is blank, indented, or the next item: else "1. May" is the beginning of a sentence. */
function isItem(lines: readonly SourceLine[], at: number, enumerator: Enumerator): boolean {
  const below = lines[at + 1]?.text ?? "";
  return below === "" || below.startsWith(" ") || isNextEnumerator(below, enumerator);
}

/** Items as long as each line between them begins one; `widthOf` gives how much of it is the marker. */
function itemsFrom(
  lines: readonly SourceLine[],
  start: number,
  widthOf: (line: SourceLine, index: number) => number | undefined,
): Items {
  const items: (readonly SourceLine[])[] = [];
  let next = start;
  for (let at = start; at < lines.length;) {
    const line = lines[at];
    if (!line || line.text === "") {
      at++;
      continue;
    }
    const width = widthOf(line, at);
    if (width === undefined) break;
    // A marker alone in its line leaves open how far the item is indented.
    const hasText = line.text.length > width;
    const block = indentedBlock(lines, at, hasText ? { indent: width } : { first: width });
    items.push(block.lines);
    next = at = block.next;
  }
  return { items, next };
}

function listOf(
  items: readonly (readonly SourceLine[])[],
  context: Context,
  rest: Pick<PageList, "ordered" | "start" | "isArabic" | "lines">,
): PageList {
  return {
    kind: "list",
    ...rest,
    items: items.map((item) => context.parse(item, context)),
    isApart: items.map((_, index) => index > 0 && isBlank(items[index - 1]?.at(-1))),
  };
}
