import type { Element, ElementContent, Root } from "hast";
import type { PageLines } from "../pageTree.js";
import { linesOf } from "./linesOf.js";
import { elementsBelow, isElement, textOf } from "./visible.js";

/** What is on a page from top to bottom, without the parts that only hold others. */
export type Block =
  | { readonly kind: "table"; readonly element: Element; readonly lines: PageLines }
  | { readonly kind: "list"; readonly element: Element; readonly lines: PageLines }
  | {
      readonly kind: "heading";
      /** 1 to 6; 7 for a term of a list of definitions, and for the title of a component. */
      readonly level: number;
      readonly content: readonly ElementContent[];
      readonly lines: PageLines;
    }
  | { readonly kind: "text"; readonly content: readonly ElementContent[]; readonly lines: PageLines };

const parts = [..."table ul ol dl h1 h2 h3 h4 h5 h6".split(" "), "dt"];
/** What cannot be in a list that is one block. */
const otherParts = parts.filter((part) => part !== "ul" && part !== "ol");
const texts = "p pre blockquote summary caption address".split(" ");

export function blocksOf(node: Root | Element): Block[] {
  return [...blocksIn(node)];
}

function* blocksIn(node: Root | Element): Generator<Block> {
  let loose: ElementContent[] = [];
  for (const child of node.children) {
    if (child.type === "doctype" || child.type === "comment") continue;
    if (!isElement(child) || !isBlock(child)) {
      loose.push(child);
      continue;
    }
    yield* looseText(loose);
    loose = [];
    yield* blocksOfElement(child);
  }
  yield* looseText(loose);
}

/** A text that is in no block of its own. */
function* looseText(content: readonly ElementContent[]): Generator<Block> {
  const [first, last] = [content[0], content.at(-1)];
  if (first && last && content.some((each) => textOf(each).trim() !== ""))
    yield { kind: "text", content, lines: { start: linesOf(first).start, end: linesOf(last).end } };
}

function isBlock(element: Element): boolean {
  const { tagName } = element;
  return (
    parts.includes(tagName) ||
    texts.includes(tagName) ||
    !inline.has(tagName) ||
    hasBelow(element, [...parts, ...texts])
  );
}

function hasBelow(element: Element, names: readonly string[]): boolean {
  const below = namesBelow(element);
  return names.some((name) => below.has(name));
}

/** The names of all elements in another; each is looked at once, however deep it is. */
function namesBelow(element: Element): ReadonlySet<string> {
  const known = below.get(element);
  if (known) return known;
  const names = new Set<string>();
  for (const child of element.children) {
    if (!isElement(child)) continue;
    names.add(child.tagName);
    for (const name of namesBelow(child)) names.add(name);
  }
  below.set(element, names);
  return names;
}

const below = new WeakMap<Element, ReadonlySet<string>>();

const inline = new Set(
  "a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark q s samp small span strong sub sup time tt u var wbr font".split(
    " ",
  ),
);

function* blocksOfElement(element: Element): Generator<Block> {
  const { tagName, children } = element;
  const lines = linesOf(element);
  const hasParts = hasBelow(element, parts);
  const level = tagName === "dt" ? 7 : Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
  if (tagName === "table") {
    yield { kind: "table", element, lines };
    // What is in a cell may be a table of codes, where the table around it only lays out the page.
    for (const table of elementsBelow(element, "table")) yield* blocksOfElement(table);
  } else if (level > 0 && !hasParts) {
    // Whoever forgets the end of a heading has the rest of the page in it.
    yield { kind: "heading", level, content: children, lines };
  } else if ((tagName === "ul" || tagName === "ol") && !hasBelow(element, otherParts)) {
    yield { kind: "list", element, lines };
  } else if (texts.includes(tagName) && !hasParts) {
    yield { kind: "text", content: [element], lines };
  } else {
    yield* titleOf(element);
    yield* blocksIn(element);
  }
}

/** The title of a component, as `<Accordion title="…">` in MDX. */
function titleOf(element: Element): Block[] {
  const { title } = element.properties;
  if (typeof title !== "string" || standard.has(element.tagName)) return [];
  const { start } = linesOf(element);
  return [
    {
      kind: "heading",
      level: 7,
      content: [{ type: "text", value: title }],
      lines: { start, end: start + 1 },
    },
  ];
}

const standard = new Set(
  "body html div section article main aside nav header footer form fieldset details figure".split(" "),
);
