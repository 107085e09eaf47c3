import type { Element, ElementContent, RootContent as HtmlContent } from "hast";
import { defaultHandlers, type Handle, type State, toMdast } from "hast-util-to-mdast";
import type { PhrasingContent, RootContent } from "mdast";
import { blockMarkdown } from "../../markdown/printMarkdown.js";
import { elementsBelow, isElement, textOf } from "./visible.js";

/** What is in an element, as the Markdown of a spec. */
export function markdownOf(content: readonly (ElementContent | HtmlContent)[]): string {
  const [only, ...more] = content.filter((node) => node.type !== "text" || node.value.trim() !== "");
  if (only && more.length === 0 && isElement(only, "p")) return markdownOf(only.children);
  // Most texts have no markup, and the converter takes its time.
  if (content.every((node) => node.type === "text")) return plainMarkdown(content.map(textOf).join(""));
  const tree = toMdast({ type: "root", children: [...content] as Element[] }, { document: true, handlers });
  return tree.type === "root" ? blockMarkdown(tree.children) : "";
}

/** A text without markup, on one line. */
function plainMarkdown(text: string): string {
  const value = text.replaceAll(/[ \t\r\n\f]+/g, " ").trim();
  return value === "" ? "" : blockMarkdown([paragraph([{ type: "text", value }])]);
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: "paragraph", children };
}

const contentOf: Handle = (state, node: Element) => state.all(node);
const nothing: Handle = () => undefined;

/** What a spec has no words for, in those that it has: a heading and a table's row are paragraphs, a picture is its text. */
const handlers: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries("h1 h2 h3 h4 h5 h6 caption".split(" ").map((name) => [name, textBlock])),
  ...Object.fromEntries(
    "del s strike tr td th thead tbody tfoot".split(" ").map((name) => [name, contentOf]),
  ),
  ...Object.fromEntries("hr input iframe video audio base".split(" ").map((name) => [name, nothing])),
  li: (state, node: Element, parent) => {
    const isInList = parent?.type === "element" && isElement(parent, "ul", "ol");
    return isInList && textOf(node).trim() !== "" ? defaultHandlers.li(state, node) : state.all(node);
  },
  ...Object.fromEntries("ul ol".split(" ").map((name) => [name, list])),
  ...Object.fromEntries("code kbd samp tt var".split(" ").map((name) => [name, code])),
  img: (_, node: Element) => ({ type: "text", value: textOf(node) }),
  a: (state, node: Element) =>
    isLink(node) ? defaultHandlers.a(state, withoutTitle(node)) : state.all(node),
  table: (_, node: Element) =>
    elementsBelow(node, "caption", "tr").map((row) => paragraph([{ type: "text", value: squeezed(row) }])),
};

function textBlock(state: State, node: Element): RootContent {
  return paragraph(state.all(node) as PhrasingContent[]);
}

/** A list with nothing in it would be a dash. */
function list(state: State, node: Element): ReturnType<Handle> {
  return textOf(node).trim() === "" ? undefined : defaultHandlers.ul(state, node);
}

/** What programs read; around nothing, the marks of code would be a text. */
function code(_: State, node: Element): PhrasingContent[] {
  const value = textOf(node).replaceAll(/\s+/g, " ").trim();
  return value === "" ? [] : [{ type: "inlineCode", value }];
}

/** Whether a link leads to another place than the address that it shows. */
function isLink({ properties, ...node }: Element): boolean {
  const { href } = properties;
  const text = textOf({ ...node, properties }).trim();
  return typeof href === "string" && href !== "" && text !== "" && href !== text && href !== `mailto:${text}`;
}

function withoutTitle(node: Element): Element {
  const { title: _title, ...properties } = node.properties;
  return { ...node, properties };
}

/** The texts of a row's cells, with a blank between them. */
function squeezed(row: Element): string {
  return textOf(row).replaceAll(/\s+/g, " ").trim();
}
