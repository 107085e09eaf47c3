import type {
  Heading,
  Html,
  InlineCode,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from "mdast";
import { anchorId, isPlainText, parseMarkdown, showHidden, withoutUnsafeLinks } from "../api.js";

/** A text on one line, for readers. */
export function text(value: string): Text {
  return { type: "text", value: onOneLine(value) };
}

/** A text that is by itself, such as a title: white space around it is no part of it. */
export function plain(value: string | undefined): PhrasingContent[] {
  const line = onOneLine(value ?? "").trim();
  return line === "" ? [] : [text(line)];
}

/** Code as it can be in a table's cell: a backslash before a pipe would be lost there in code, and not in text. */
export function code(value: string): InlineCode | Text {
  const line = onOneLine(value).trim();
  return line.includes(String.raw`\|`) ? text(line) : { type: "inlineCode", value: line };
}

export function link(url: string, label: string): Link {
  return { type: "link", url, children: plain(label) };
}

/** A place that can be linked: of a code, always the same, whatever else is on the page. */
export function anchor(value: string): Html {
  return { type: "html", value: `<a id="${anchorId(value)}"></a>` };
}

export function heading(depth: 1 | 2, title: string): Heading {
  return { type: "heading", depth, children: plain(title) };
}

export function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

export function list(items: readonly PhrasingContent[][]): List {
  return {
    type: "list",
    spread: false,
    children: items.map((item) => ({ type: "listItem", spread: false, children: [paragraph(item)] })),
  };
}

const lineBreak: Html = { type: "html", value: "<br>" };

/** A Markdown text as the inline content of one table cell: its blocks are on lines of their own. */
export function cellContent(markdown: string | undefined): PhrasingContent[] {
  if (markdown === undefined) return [];
  if (isPlainText(markdown)) return plain(markdown);
  return joined(
    parseMarkdown(showHidden(markdown)).map((block) => blockContent(withoutUnsafeLinks(block))),
    [lineBreak, lineBreak],
  );
}

function blockContent(block: RootContent, item = ""): PhrasingContent[] {
  switch (block.type) {
    case "paragraph":
      return block.children.map(inCell);
    case "list":
      return listContent(block, item);
    case "code":
      return joined(
        block.value.split("\n").map((line) => (line.trim() === "" ? [] : [code(line)])),
        [lineBreak],
      );
    case "blockquote":
      return blocksContent(block.children, item);
    default:
      return [];
  }
}

/** A list's lines, each with its mark; a list in an item shows by its marks: `1.2.`, or `◦` after `•`. */
function listContent({ children, ordered, start }: List, item: string): PhrasingContent[] {
  const items = children.map((child, index) => {
    const mark = ordered
      ? `${item.replace(/[^0-9.]/g, "")}${(start ?? 1) + index}.`
      : item === "•"
        ? "◦"
        : "•";
    const content = blocksContent(child.children, mark);
    return content.length === 0 ? [text(mark)] : [text(`${mark} `), ...content];
  });
  return joined(items, [lineBreak]);
}

function blocksContent(blocks: readonly RootContent[], item: string): PhrasingContent[] {
  return joined(
    blocks.map((block) => blockContent(block, item)),
    [lineBreak],
  );
}

/** A line break in a cell would end the row. */
function inCell(node: PhrasingContent): PhrasingContent {
  switch (node.type) {
    case "break":
      return lineBreak;
    case "text":
      return text(node.value);
    case "inlineCode":
      return code(node.value);
    case "strong":
    case "emphasis":
    case "link":
      return { ...node, children: node.children.map(inCell) };
    default:
      return node;
  }
}

/** Runs of blanks are one blank to every Markdown reader. */
function onOneLine(value: string): string {
  return showHidden(value).replaceAll(/[ \t\n]+/g, " ");
}

function joined(parts: readonly PhrasingContent[][], between: readonly PhrasingContent[]): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [...between, ...part]));
}
