import type { Blockquote, List, ListItem, RootContent } from "mdast";
import { isAdmonition, quoteOf } from "./admonitions.js";
import type { PageList, PageNode } from "../pageTree.js";
import type { Problem } from "./rawTable.js";

/** What a cell holds, as far as Markdown has words for it, and what it has none for. */
export interface CellBlocks {
  readonly blocks: readonly RootContent[];
  readonly unsaid: readonly Problem[];
}

/** The blocks of a cell as Markdown: paragraphs, lists, code, and admonitions as quotes. */
export function cellBlocks(nodes: readonly PageNode[]): CellBlocks {
  const unsaid: Problem[] = [];
  return { blocks: blocksOf(nodes, unsaid), unsaid };
}

function blocksOf(nodes: readonly PageNode[], unsaid: Problem[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.kind === "text") return [node.block];
    if (node.kind === "list" && node.isArabic !== false) return listsOf(node, unsaid);
    if (node.kind === "container" && isAdmonition(node.name)) {
      const blocks = blocksOf(node.children, unsaid) as Blockquote["children"];
      return [{ type: "blockquote", children: quoteOf(node.name, blocks) }];
    }
    unsaid.push({ line: node.lines.start, message: `A spec cannot hold ${whatIs(node)}` });
    return [];
  });
}

function whatIs(node: PageNode): string {
  if (node.kind === "list") return "a list numbered by letters or Roman numerals";
  const what =
    node.kind === "unknown" ? node.what : node.kind === "container" ? node.name : `${node.kind} in a cell`;
  return `${/^[aeiou]/.test(what) ? "an" : "a"} ${what}`;
}

/**
 * A list as Markdown. A list in which a blank line is between some items and not between others
 * was several lists in the page's source; it is several lists again.
 */
function listsOf({ ordered, start, items, isApart }: PageList, unsaid: Problem[]): List[] {
  const isSpread = items.length > 1 && isApart.slice(1).every(Boolean);
  const lists: List[] = [];
  for (const [index, item] of items.entries()) {
    const listItem: ListItem = {
      type: "listItem",
      spread: false,
      children: blocksOf(item, unsaid) as ListItem["children"],
    };
    const last = lists.at(-1);
    if (last && (isSpread || !isApart[index])) last.children.push(listItem);
    else {
      const number = (start ?? 1) + index;
      const first = ordered && number !== 1 ? { start: number } : {};
      lists.push({ type: "list", ordered, ...first, spread: isSpread, children: [listItem] });
    }
  }
  return lists;
}
