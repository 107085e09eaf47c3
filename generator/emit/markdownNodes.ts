import type {
  Heading,
  Html,
  InlineCode,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
  Text,
} from "mdast";
import { isPlainText, parseMarkdown } from "../markdown/parseMarkdown.js";

export function text(value: string): Text {
  return { type: "text", value };
}

export function code(value: string): InlineCode {
  return { type: "inlineCode", value };
}

export function link(url: string, label: string): Link {
  return { type: "link", url, children: [text(label)] };
}

export function heading(depth: 1 | 2, title: string): Heading {
  return { type: "heading", depth, children: [text(title)] };
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

/** A table; its cells hold inline content, as Markdown's tables can. */
export function table(headers: readonly string[], rows: readonly PhrasingContent[][][]): Table {
  const cells = [headers.map((header) => [text(header)]), ...rows];
  return {
    type: "table",
    children: cells.map((row) => ({
      type: "tableRow",
      children: row.map((children) => ({ type: "tableCell", children })),
    })),
  };
}

const lineBreak: Html = { type: "html", value: "<br>" };

/** A Markdown text as the inline content of one table cell: its blocks stand on lines of their own. */
export function cellContent(markdown: string | undefined): PhrasingContent[] {
  if (markdown === undefined) return [];
  if (isPlainText(markdown)) return [text(markdown)];
  return joined(parseMarkdown(markdown).map(blockContent), [lineBreak, lineBreak]);
}

function blockContent(block: Root["children"][number]): PhrasingContent[] {
  switch (block.type) {
    case "paragraph":
      return block.children.map(onOneLine);
    case "list": {
      const items = block.children.map((item, index): PhrasingContent[] => [
        text(block.ordered ? `${index + 1}. ` : "• "),
        ...joined(item.children.map(blockContent), [lineBreak]),
      ]);
      return joined(items, [lineBreak]);
    }
    case "code":
      return joined(
        block.value.split("\n").map((line) => [code(line)]),
        [lineBreak],
      );
    case "blockquote":
      return joined(block.children.map(blockContent), [lineBreak]);
    default:
      return [];
  }
}

/** A line break in a cell would end the row. */
function onOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === "break") return lineBreak;
  return node.type === "text" ? text(node.value.replaceAll(/\s*\n\s*/g, " ")) : node;
}

function joined(parts: readonly PhrasingContent[][], between: readonly PhrasingContent[]): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [...between, ...part]));
}
