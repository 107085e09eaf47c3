import type { Element, ElementContent, Root } from "hast";
import { raw } from "hast-util-raw";
import type { Nodes, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { type State, toHast } from "mdast-util-to-hast";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { VFile } from "vfile";
import { markdownToText } from "../../markdown/parseMarkdown.js";
import { markdownBeyondLimits } from "../html/beyondLimits.js";
import { pageOfTree } from "../html/pageOfTree.js";
import { linesOf } from "../html/linesOf.js";
import { defineReader, type ReaderFinding } from "../reader.js";
import { frontMatterOf } from "./frontMatter.js";
import { writeMarkdown } from "./writeMarkdown.js";
import { withWrittenPlaces } from "./writtenPlaces.js";

/** Reads Markdown as GitHub shows it, with HTML in it; of MDX, what is Markdown too. */
export const markdown = defineReader({
  name: "markdown",
  accepts: /\.(?:md|mdx|markdown)$/i,
  read(bytes) {
    const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
    const refused = markdownBeyondLimits(text);
    if (refused) return refused;
    const { whole = "", title } = frontMatterOf(text) ?? {};
    // Its lines stay, so that all others keep their numbers.
    const children = nodesOf(whole.replaceAll(/[^\n]+/g, "") + text.slice(whole.length));
    const page = pageOfTree(inOneTree(children, text), text, title);
    const findings = [...(page.findings ?? []), ...openTags(children)];
    return withWrittenPlaces(
      { ...page, findings },
      title !== undefined && title === markdownToText(page.title ?? ""),
    );
  },
  write: writeMarkdown,
});

/** The page as HTML, with its own HTML still as text. */
function nodesOf(text: string): ElementContent[] {
  const parsed = fromMarkdown(text, {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  const { children } = toHast(parsed, { allowDangerousHtml: true, handlers: { table } }) as Root;
  return children as ElementContent[];
}

/** As a whole page, so that loose tags are read as browsers do. */
function inOneTree(children: ElementContent[], text: string): Root {
  const page = elementOf("html", [elementOf("body", children)]);
  return raw({ type: "root", children: [page] }, { file: new VFile(text) }) as Root;
}

const comment = /<!--[^]*?(?:-->|$)/g;
const wholeTag = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;

/** Pieces of HTML that end within a tag, which takes in what comes after it. */
function openTags(nodes: readonly ElementContent[]): ReaderFinding[] {
  return nodes.flatMap((node) => {
    if (node.type === "element") return openTags(node.children);
    const isOpen =
      node.type === "raw" && /<[a-z/!]/i.test(node.value.replaceAll(comment, "").replaceAll(wholeTag, ""));
    return isOpen
      ? [{ line: linesOf(node).start, message: "A tag of the HTML that begins here has no end." }]
      : [];
  });
}

/** A table with all cells of its rows, of which GitHub leaves out those beyond the header's. */
function table(state: State, node: Table): Element {
  const rows = node.children.map((row, index) => {
    const cells = row.children.map((cell) =>
      placed(elementOf(index === 0 ? "th" : "td", state.all(cell)), cell),
    );
    return placed(elementOf("tr", cells), row);
  });
  return placed(elementOf("table", rows), node);

  function placed(element: Element, from: Nodes): Element {
    state.patch(from, element);
    return element;
  }
}

function elementOf(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}
