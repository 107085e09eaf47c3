import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, TableCell, Text } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import {
  defaultHandlers,
  type Handle,
  type Join,
  type Options,
  toMarkdown,
  type Unsafe,
} from "mdast-util-to-markdown";
import { fewestEscapes } from "./fewestEscapes.js";
import { blocksToText, isPlainText, parseMarkdown } from "./parseMarkdown.js";
import { printPlain, printPlainBlocks } from "./plainMarkdown.js";
import { withoutUnsafeLinks } from "./safeLink.js";

const root: Handle = (node: Root, parent, state, info) => {
  state.unsafe = state.unsafe.map((pattern) => (pattern.character === "&" ? ampersand : pattern));
  return defaultHandlers.root(merged(node), parent, state, info);
};

/** The printer escapes every `&` before a letter; only with a `;` after it is it a character reference. */
const ampersand: Unsafe = {
  character: "&",
  after: "#?[A-Za-z0-9]+;",
  inConstruct: ["phrasing", "destinationRaw", "destinationLiteral", "codeFencedLangGraveAccent"],
};

/** Merges texts side by side, such as `&` and `lt;`, and pieces of code, which would be read as one. */
function merged<Node extends Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children: Nodes[] = [];
  for (const child of node.children as Nodes[]) {
    const last = children.at(-1);
    if (child.type === "text" && last?.type === "text")
      children.splice(-1, 1, { ...last, value: last.value + child.value });
    else if (child.type === "inlineCode" && last?.type === "inlineCode")
      children.splice(-1, 1, { ...last, value: last.value + child.value });
    else children.push(merged(child));
  }
  return { ...node, children };
}

/** Right after a paragraph, a list that starts at another number than 1 is read as text, even in a quote. */
const join: Join = (_, right, parent) => (parent.type === "listItem" && startsLater(right) ? 1 : undefined);

function startsLater(node: Nodes): boolean {
  if (node.type === "list" && node.ordered && (node.start ?? 1) !== 1) return true;
  const first = "children" in node ? node.children[0] : undefined;
  return first !== undefined && startsLater(first);
}

/** The layout that Prettier gives Markdown, so that it finds nothing to change. */
const layout: Options = {
  bullet: "-",
  fences: true,
  listItemIndent: "one",
  incrementListMarker: true,
  join: [join],
  // The printer leaves `[a](<)` as it is, which is not a link.
  unsafe: [{ character: "<", inConstruct: "destinationRaw" }],
};

/** For GitHub and editors, with the escapes that Prettier would add. */
const forReaders: Options = { ...layout, emphasis: "_", handlers: { root, text: textForReaders } };

/** For specs, with the fewest escapes; asterisks, since underscores cannot mark part of a word, as in 4*xx*. */
const forSpecs: Options = { ...layout, emphasis: "*", handlers: { root, paragraph: paragraphForSpecs } };

const tables = gfmTableToMarkdown();

/** Prints Markdown nodes; what is text stays text, whatever it looks like. */
export function printMarkdown(tree: Root | Nodes): string {
  return printForReaders(tree, forReaders);
}

/** Prints a table's cell: on one line, and with no `|` that would end it. */
export function printCell(cell: TableCell): string {
  return printForReaders(cell, { ...forReaders, extensions: [tables] }).trim();
}

/** Inline content as it is in a table's cell. */
export function cellText(children: readonly PhrasingContent[]): string {
  return printPlain(children) ?? printCell({ type: "tableCell", children: [...children] });
}

/**
 * A Markdown text of a spec, printed so that every Markdown reader takes it as the spec language does, and without
 * links that run code.
 */
export function markdownForReaders(markdown: string): string {
  if (isPlainText(markdown)) return markdown;
  const { children } = withoutUnsafeLinks({ type: "root", children: [...parseMarkdown(markdown)] });
  return printPlainBlocks(children) ?? printMarkdown({ type: "root", children }).trimEnd();
}

/** A plain text as one line of Markdown that shows exactly this text. */
export function textToMarkdown(plain: string): string {
  if (isPlainText(plain)) return plain;
  return printMarkdown({ type: "text", value: plain.trim().replaceAll(/\s+/g, " ") }).trimEnd();
}

function printForReaders(tree: Root | Nodes, options: Options): string {
  const nodes: Root = tree.type === "root" ? tree : { type: "root", children: [tree] };
  const printed = toMarkdown(nodes, options);
  if (!hasStrikethrough(printed)) return printed;
  return toMarkdown(nodes, { ...options, unsafe: [...(options.unsafe ?? []), tilde] });
}

/** GitHub and editors strike through what is between two `~`, or two pairs of them. */
function hasStrikethrough(markdown: string): boolean {
  const start = markdown.search(/~[^\s~]/);
  return start !== -1 && /[^\s~]~/.test(markdown.slice(start + 1));
}

const tilde: Unsafe = {
  character: "~",
  inConstruct: "phrasing",
  notInConstruct: ["destinationLiteral", "destinationRaw"],
};

/**
 * GitHub and editors make a web address in a text a link, with every backslash and mark up to the next white
 * space. Where it has any, a backslash before its `:` or `.` keeps it text.
 */
function textForReaders(node: Text, ...[parent, state, info]: HandleContext): string {
  const escaped = defaultHandlers.text(node, parent, state, info);
  if (escaped.search(webAddress) === -1) return escaped;
  return (escaped + info.after)
    .replaceAll(/[^\s<]+/g, (run) => {
      const start = run.search(webAddress);
      return start !== -1 && /[\\*`[]|_$/.test(run.slice(start)) ? run.replaceAll(webAddress, "$&\\") : run;
    })
    .slice(0, info.after === "" ? undefined : -info.after.length);
}

const webAddress = /(?:https?|ftp)(?=:\/\/)|www(?=\.)/gi;

/** Inline content as one line of the Markdown that a spec has. */
export function inlineMarkdown(nodes: readonly PhrasingContent[]): string {
  return blockMarkdown([{ type: "paragraph", children: nodes.map(onOneLine) }]);
}

function onOneLine(node: PhrasingContent): PhrasingContent {
  if (node.type === "break") return { type: "text", value: " " };
  if (node.type === "text") return { ...node, value: node.value.replaceAll(/\s*\n\s*/g, " ") };
  return "children" in node ? { ...node, children: node.children.map(onOneLine) } : node;
}

/** Blocks as the Markdown that a spec has. */
export function blockMarkdown(blocks: readonly RootContent[]): string {
  const plain = onlyText(blocks);
  // Most texts need no escapes, and the printer takes its time.
  if (isPlainText(plain)) return plain;
  return toMarkdown({ type: "root", children: [...blocks] }, forSpecs).replace(/\n$/, "");
}

/** What a handler is told beside its node. */
type HandleContext = Parameters<Handle> extends [unknown, ...infer Rest] ? Rest : never;

/** The text of a single paragraph of nothing else; `""` for other blocks. */
function onlyText([first, ...others]: readonly RootContent[]): string {
  const [only, ...more] = first?.type === "paragraph" && others.length === 0 ? first.children : [];
  return only?.type === "text" && more.length === 0 ? only.value : "";
}

function paragraphForSpecs(node: Paragraph, ...[parent, state, info]: HandleContext): string {
  return fewestEscapes(defaultHandlers.paragraph(node, parent, state, info));
}

/** The plain text of inline content. */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  return blocksToText([{ type: "paragraph", children: [...nodes] }]);
}
