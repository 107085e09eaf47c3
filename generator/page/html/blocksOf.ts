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
const texts = "p pre blockquote summary caption address".split(" ");

export function blocksOf(node: Root | Element): Block[] {
  const blocks: Block[] = [];
  let loose: ElementContent[] = [];
  const endOfLoose = () => {
    const [first, last] = [loose[0], loose.at(-1)];
    if (first && last && loose.some((each) => textOf(each).trim() !== ""))
      blocks.push({
        kind: "text",
        content: loose,
        lines: { start: linesOf(first).start, end: linesOf(last).end },
      });
    loose = [];
  };
  for (const child of node.children) {
    if (child.type === "doctype" || child.type === "comment") continue;
    if (!isElement(child) || !isBlock(child)) loose.push(child);
    else {
      endOfLoose();
      blocks.push(...blocksOfElement(child));
    }
  }
  endOfLoose();
  return blocks;
}

function isBlock(element: Element): boolean {
  const { tagName } = element;
  return (
    parts.includes(tagName) ||
    texts.includes(tagName) ||
    !inline.has(tagName) ||
    elementsBelow(element, ...parts, ...texts).length > 0
  );
}

const inline = new Set(
  "a abbr b bdi bdo br button cite code data del dfn em i img input ins kbd label mark q s samp small span strong sub sup time tt u var wbr font".split(
    " ",
  ),
);

function blocksOfElement(element: Element): Block[] {
  const { tagName, children } = element;
  const lines = linesOf(element);
  if (tagName === "table") {
    // What is in a cell may be a table of codes, where the table around it only lays out the page.
    return [{ kind: "table", element, lines }, ...elementsBelow(element, "table").flatMap(blocksOfElement)];
  }
  const hasParts = elementsBelow(element, ...parts).length > 0;
  const level = tagName === "dt" ? 7 : Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);
  // Whoever forgets the end of a heading has the rest of the page in it.
  if (level > 0 && !hasParts) return [{ kind: "heading", level, content: children, lines }];
  if (tagName === "ul" || tagName === "ol") {
    const isOnlyLists =
      elementsBelow(element, ...parts.filter((part) => part !== "ul" && part !== "ol")).length === 0;
    if (isOnlyLists) return [{ kind: "list", element, lines }];
  }
  if (texts.includes(tagName) && !hasParts) return [{ kind: "text", content: [element], lines }];
  return [...titleOf(element), ...blocksOf(element)];
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
