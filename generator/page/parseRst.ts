import type { Blockquote, List, ListItem, PhrasingContent, RootContent } from "mdast";
import {
  RstBulletList,
  RstCompiler,
  RstDirective,
  RstEnumeratedList,
  RstHyperlinkRef,
  RstHyperlinkTarget,
  RstInterpretedText,
  type RstNode,
  RstSection,
  RstTable,
  RstTableRow,
} from "rst-compiler";
import { inColumns } from "./inColumns.js";
import { isAdmonition, quoteOf } from "./admonitions.js";
import { withHeader } from "./recogniseTable.js";
import type { PageCell, PageLines, PageNode, PageTable } from "./pageTree.js";

/** The page's text as the parser has it, and the way back to what stands there. */
interface Source {
  readonly lines: readonly string[];
  readonly restore: (text: string) => string;
  readonly restoreLiteral: (text: string) => string;
}

/**
 * Parses a page. This is the one place that knows the reStructuredText parser.
 *
 * @throws what the parser throws on text that it cannot parse
 */
export function parseRst(text: string): PageNode[] {
  const { narrow, ...restored } = inColumns(text);
  const source = { lines: narrow.split("\n"), ...restored };
  const { root } = new RstCompiler().parse(narrow, { disableWarnings: true, disableErrors: true });
  return root.children.flatMap((node) => pageNodes(node, source));
}

function pageNodes(node: RstNode, source: Source): PageNode[] {
  const lines = linesOf(node);
  if (node instanceof RstHyperlinkTarget) return [{ kind: "label", name: source.restore(node.label), lines }];
  if (node instanceof RstSection) {
    return [{ kind: "heading", level: node.level, text: inlineOf(node.children, source), lines }];
  }
  if (node instanceof RstTable) return [tableOf(node, undefined, lines, source)];
  if (node instanceof RstDirective && node.directive === "table") {
    const table = node.children.find((child) => child instanceof RstTable);
    const title = [...node.initContent, ...node.children].filter((child) => child !== table);
    if (table)
      return [
        tableOf(
          table,
          inlineOf(
            title.flatMap(({ children }) => children),
            source,
          ),
          lines,
          source,
        ),
      ];
  }
  if (node instanceof RstBulletList || node instanceof RstEnumeratedList) {
    const items = node.children.map((item) => item.children.flatMap((child) => pageNodes(child, source)));
    return [{ kind: "list", ordered: node instanceof RstEnumeratedList, items, lines }];
  }
  const block = blockOf(node, source);
  return [block ? { kind: "text", block, lines } : { kind: "unknown", what: node.nodeType, lines }];
}

function tableOf(
  table: RstTable,
  title: PhrasingContent[] | undefined,
  lines: PageLines,
  source: Source,
): PageTable {
  const [header] = table.headRows.map((row) => cellsOf(row, source));
  const isGrid = source.lines[table.source.startLineIdx]?.trimStart().startsWith("+") ?? false;
  return withHeader({
    kind: "table",
    ...(title && { title }),
    layout: isGrid ? "grid" : "simple",
    ...(header && { header }),
    rows: table.bodyRows.map((row) => cellsOf(row, source)),
    lines,
  });
}

function cellsOf(row: RstNode, source: Source): PageCell[] {
  if (!(row instanceof RstTableRow)) return [];
  return row.children.map((cell) => ({
    blocks: blocksOf(cell.children, source),
    lines: linesOf(cell),
  }));
}

function blocksOf(nodes: readonly RstNode[], source: Source): RootContent[] {
  return nodes.flatMap((node) =>
    node instanceof RstBulletList || node instanceof RstEnumeratedList
      ? listsOf(node, source)
      : (blockOf(node, source) ?? []),
  );
}

/**
 * A list as Markdown. A list in which a blank line stands between some items and not between others
 * was several lists in the page's source; it is several lists again.
 */
function listsOf(node: RstBulletList | RstEnumeratedList, source: Source): List[] {
  const isApart = node.children.map((item, index) => {
    const before = node.children[index - 1];
    return before !== undefined && item.source.startLineIdx > endOfText(before);
  });
  const isSpread = isApart.slice(1).length > 0 && isApart.slice(1).every(Boolean);
  const lists: List[] = [];
  for (const [index, item] of node.children.entries()) {
    const last = lists.at(-1);
    const listItem: ListItem = {
      type: "listItem",
      spread: false,
      children: blocksOf(item.children, source) as ListItem["children"],
    };
    if (last && (isSpread || !isApart[index])) last.children.push(listItem);
    else
      lists.push({
        type: "list",
        ordered: node instanceof RstEnumeratedList,
        spread: isSpread,
        children: [listItem],
      });
  }
  return lists;
}

/** The line after the last one that a node has text on. */
function endOfText(node: RstNode): number {
  const last = node.children.at(-1);
  return last ? endOfText(last) : node.source.endLineIdx;
}

/** A block of text as Markdown, or `undefined` for what Markdown has no block for. */
function blockOf(node: RstNode, source: Source): RootContent | undefined {
  if (node instanceof RstDirective) return directiveOf(node, source);
  switch (node.nodeType) {
    case "Paragraph":
      return { type: "paragraph", children: inlineOf(node.children, source) };
    case "LiteralBlock":
      return { type: "code", value: source.restoreLiteral(node.textContent) };
    default:
      return undefined;
  }
}

function directiveOf(node: RstDirective, source: Source): RootContent | undefined {
  if (node.directive === "code-block")
    return {
      type: "code",
      lang: node.initContentText || null,
      value: source.restoreLiteral(node.rawBodyText),
    };
  if (!isAdmonition(node.directive)) return undefined;
  const blocks = blocksOf([...node.initContent, ...node.children], source) as Blockquote["children"];
  return { type: "blockquote", children: quoteOf(node.directive, blocks) };
}

function inlineOf(nodes: readonly RstNode[], source: Source): PhrasingContent[] {
  return nodes.map((node) => inlineNode(node, source));
}

function inlineNode(node: RstNode, source: Source): PhrasingContent {
  if (node instanceof RstInterpretedText) return interpreted(node, source);
  if (node instanceof RstHyperlinkRef) return hyperlink(node, source);
  switch (node.nodeType) {
    case "StrongEmphasis":
      return { type: "strong", children: [{ type: "text", value: source.restore(node.textContent) }] };
    case "Emphasis":
      return { type: "emphasis", children: [{ type: "text", value: source.restore(node.textContent) }] };
    case "InlineLiteral":
      return { type: "inlineCode", value: source.restoreLiteral(node.textContent) };
    default:
      return { type: "text", value: source.restore(node.textContent) };
  }
}

function interpreted(node: RstInterpretedText, source: Source): PhrasingContent {
  if (node.role === "literal") return { type: "inlineCode", value: source.restore(node.textContent) };
  const reference = /^(.*?)\s*<([^<>]+)>$/s.exec(source.restore(node.textContent));
  if (node.role === "ref" && reference?.[1] !== undefined && reference[2] !== undefined) {
    return { type: "link", url: `#${reference[2]}`, children: [{ type: "text", value: reference[1] }] };
  }
  return { type: "text", value: source.restore(node.textContent) };
}

/** A web address that stands in a text as it is needs no markup in either language. */
function hyperlink(node: RstHyperlinkRef, source: Source): PhrasingContent {
  if (!node.isEmbeded) return { type: "text", value: source.restore(asWritten(node, source)) };
  return {
    type: "link",
    url: source.restore(node.target),
    children: [{ type: "text", value: source.restore(node.label) }],
  };
}

/** The parser takes the brackets off `<a:b>`, and the underscore off `word_`. */
function asWritten(node: RstHyperlinkRef, { lines }: Source): string {
  const { startLineIdx, endLineIdx } = node.source;
  const bracketed = `<${node.textContent}>`;
  if (lines.slice(startLineIdx, endLineIdx).some((line) => line.includes(bracketed))) return bracketed;
  const reference = `${node.textContent}${node.isAnonymous ? "__" : "_"}`;
  return lines.slice(startLineIdx, endLineIdx).some((line) => line.includes(reference))
    ? reference
    : node.textContent;
}

function linesOf({ source }: RstNode): PageLines {
  return { start: source.startLineIdx + 1, end: source.endLineIdx + 1 };
}
