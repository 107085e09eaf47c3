import type { Element, ElementContent, RootContent as HtmlContent } from "hast";
import { toMdast } from "hast-util-to-mdast";
import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { blockMarkdown } from "../../markdown/printMarkdown.js";
import { blocksToText } from "../../markdown/parseMarkdown.js";

/** What is in an element, as the Markdown of a spec. */
export function markdownOf(content: readonly (ElementContent | HtmlContent)[]): string {
  if (content.every((node) => node.type === "text"))
    return plainMarkdown(content.map(({ value }) => value).join(""));
  const tree = toMdast({ type: "root", children: [...content] as Element[] }, { document: true });
  return blockMarkdown(tree.type === "root" ? tree.children.flatMap(blocksOf) : []);
}

/** A block in the words of the spec language, which has no headings, pictures and lines across the page. */
function blocksOf(block: RootContent): RootContent[] {
  if (block.type === "heading") return [{ type: "paragraph", children: block.children.flatMap(inlineOf) }];
  if (block.type === "thematicBreak" || block.type === "definition" || block.type === "html") return [];
  return [plain(block)];
}

function plain<Node extends Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = node.children as Nodes[];
  const isBlock = ["root", "blockquote", "list", "listItem"].includes(node.type);
  const said = isBlock
    ? children.flatMap((child) =>
        child.type === "listItem" ? [plain(child)] : blocksOf(child as RootContent),
      )
    : children.flatMap((child) => inlineOf(child as PhrasingContent));
  return { ...node, children: said };
}

function inlineOf(node: PhrasingContent): PhrasingContent[] {
  if (node.type === "image") return node.alt ? [{ type: "text", value: node.alt }] : [];
  if (node.type === "delete") return node.children.flatMap(inlineOf);
  if (node.type === "html") return [];
  if (node.type !== "link") return [plain(node)];
  const children = node.children.flatMap(inlineOf);
  const text = blocksToText([{ type: "paragraph", children }]);
  const isBare = text === node.url || node.url === `mailto:${text}` || text.trim() === "";
  return isBare ? children : [{ ...node, title: null, children }];
}

/** A text without markup, on one line. */
function plainMarkdown(text: string): string {
  const value = text.replaceAll(/[ \t\r\n\f]+/g, " ").trim();
  return value === "" ? "" : blockMarkdown([{ type: "paragraph", children: [{ type: "text", value }] }]);
}
