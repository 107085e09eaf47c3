import type { Element, ElementContent, Root } from "hast";
import { raw } from "hast-util-raw";
import type { Nodes, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { type State, toHast } from "mdast-util-to-hast";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { VFile } from "vfile";
import { parseDocument } from "yaml";
import { nestedTooDeeply } from "../html/nestedTooDeeply.js";
import { pageOfTree } from "../html/pageOfTree.js";
import { defineReader } from "../reader.js";

/** Reads Markdown as GitHub shows it, with HTML in it; of MDX, what is Markdown too. */
export const markdown = defineReader({
  name: "markdown",
  accepts: /\.(?:md|mdx|markdown)$/i,
  read(bytes) {
    const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
    const parsed = fromMarkdown(text, {
      extensions: [gfmTable(), gfmStrikethrough(), frontmatter(["yaml", "toml"])],
      mdastExtensions: [
        gfmTableFromMarkdown(),
        gfmStrikethroughFromMarkdown(),
        frontmatterFromMarkdown(["yaml", "toml"]),
      ],
    });
    const [front] = parsed.children;
    const title = front?.type === "yaml" ? titleIn(front.value) : undefined;
    const tree = toHast(parsed, { allowDangerousHtml: true, handlers: { table } }) as Root;
    return nestedTooDeeply(text) ?? pageOfTree(raw(tree, { file: new VFile(text) }) as Root, text, title);
  },
});

/** A table with all cells of its rows, of which GitHub leaves out those beyond the header's. */
function table(state: State, node: Table): Element {
  const rows = node.children.map((row, index) => {
    const cells = row.children.map((cell) => elementOf(index === 0 ? "th" : "td", state.all(cell), cell));
    return elementOf("tr", cells, row);
  });
  return elementOf("table", rows, node);

  function elementOf(tagName: string, children: ElementContent[], from: Nodes): Element {
    const element: Element = { type: "element", tagName, properties: {}, children };
    state.patch(from, element);
    return element;
  }
}

function titleIn(yaml: string): string | undefined {
  const { title } = Object(parseDocument(yaml).toJS()) as { readonly title?: unknown };
  return typeof title === "string" ? title : undefined;
}
