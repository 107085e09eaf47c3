import type { BlockContent, ListItem, PhrasingContent, RootContent } from "mdast";

// Most texts of a spec are sentences with at most a word marked as code or strong, or a link. Parser and printer take
// twenty times as long for them as what is here; together that is a third of a run over fifty specs.

/** No sign of these means anything in Markdown, wherever in a line it is. */
const harmless = /^[A-Za-z0-9 .,;:'"()/?=%{}•◦-]*$/;

/** A web address at a text's end would run on into what comes after it. */
const addressAtEnd = /(?::\/\/|www\.)\S*$/i;

/** Words that marks can be around in any place of a line: with a letter or a digit at both ends. */
const words = /[A-Za-z0-9](?:[A-Za-z0-9 ._:=-]*[A-Za-z0-9])?/;
const onlyWords = new RegExp(`^${words.source}$`);
const address = /https?:\/\/[A-Za-z0-9./?=%-]+/;
const onlyAddress = new RegExp(`^${address.source}$`);

const marked = new RegExp(
  String.raw`(\`${words.source}\`|\*\*${words.source}\*\*|\[${words.source}\]\(${address.source}\))`,
);

/**
 * Parses a text that is one paragraph of harmless signs, with words that are marked as code, as strong or as a link.
 * `undefined` for all other texts.
 */
export function parsePlain(text: string): RootContent[] | undefined {
  // A number or a dash could begin a list.
  if (!/^[A-Za-z`*[]/.test(text) || text.endsWith(" ")) return undefined;
  const pieces = text.split(marked);
  // Marks side by side are other marks.
  if (pieces.slice(1, -1).includes("")) return undefined;
  const nodes = pieces.flatMap((piece, index) => (piece === "" ? [] : nodeOf(piece, index % 2 === 1)));
  const children = nodes.filter((node) => node !== undefined);
  return children.length < nodes.length ? undefined : [{ type: "paragraph", children }];
}

function nodeOf(piece: string, isMarked: boolean): PhrasingContent | undefined {
  if (!isMarked) return harmless.test(piece) ? { type: "text", value: piece } : undefined;
  if (piece.startsWith("`")) return { type: "inlineCode", value: piece.slice(1, -1) };
  if (piece.startsWith("*"))
    return { type: "strong", children: [{ type: "text", value: piece.slice(2, -2) }] };
  const [label = "", url = ""] = piece.slice(1, -1).split("](", 2);
  return { type: "link", title: null, url, children: [{ type: "text", value: label }] };
}

/**
 * Prints inline content in which nothing needs an escape. `undefined` for all other content.
 */
export function printPlain(nodes: readonly PhrasingContent[]): string | undefined {
  const isMark = (node: PhrasingContent | undefined) =>
    node?.type === "inlineCode" || node?.type === "strong";
  if (nodes.some((node, index) => isMark(node) && isMark(nodes[index - 1]))) return undefined;
  const printed = nodes.map(printNode);
  return printed.includes(undefined) ? undefined : printed.join("").trim();
}

/** Prints paragraphs of such content, and lists of single lines. `undefined` for all other blocks. */
export function printPlainBlocks(blocks: readonly RootContent[]): string | undefined {
  const printed = blocks.map((block, index) => {
    // The printer tells two lists side by side apart.
    if (block.type === "list" && blocks[index - 1]?.type === "list") return undefined;
    if (block.type !== "list") return printParagraph(block);
    if (block.spread === true) return undefined;
    const items = block.children.map(({ children, spread }, item) => {
      const [only, ...others] = children;
      const line = only && others.length === 0 && spread !== true ? printParagraph(only) : undefined;
      return line === undefined
        ? undefined
        : `${block.ordered ? `${(block.start ?? 1) + item}.` : "-"} ${line}`;
    });
    return items.includes(undefined) ? undefined : items.join("\n");
  });
  return printed.includes(undefined) ? undefined : printed.join("\n\n");
}

function printParagraph(
  block: RootContent | BlockContent | ListItem["children"][number],
): string | undefined {
  if (block.type !== "paragraph") return undefined;
  const [first] = block.children;
  // A number or a dash could begin a list.
  return first?.type === "text" && !/^[A-Za-z]/.test(first.value) ? undefined : printPlain(block.children);
}

function printNode(node: PhrasingContent): string | undefined {
  switch (node.type) {
    case "text":
      return harmless.test(node.value) && !addressAtEnd.test(node.value) ? node.value : undefined;
    case "html":
      return node.value;
    case "inlineCode":
      return onlyWords.test(node.value) ? `\`${node.value}\`` : undefined;
    case "strong": {
      const text = wordsIn(node.children);
      return text === undefined ? undefined : `**${text}**`;
    }
    case "link": {
      const text = wordsIn(node.children);
      const isPlain = (node.title ?? "") === "" && onlyAddress.test(node.url);
      return text === undefined || !isPlain ? undefined : `[${text}](${node.url})`;
    }
    default:
      return undefined;
  }
}

function wordsIn([only, ...others]: readonly PhrasingContent[]): string | undefined {
  return only?.type === "text" && others.length === 0 && onlyWords.test(only.value) ? only.value : undefined;
}
