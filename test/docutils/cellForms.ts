/*
 * One form for what docutils and a spec say about a cell. docutils' form is a regular expression, since
 * some of what it reads may be said in Markdown in two ways. What counts as the same is decided here.
 */
import type { Nodes, RootContent } from "mdast";
import { parseMarkdown } from "../../generator/markdown/parseMarkdown.js";
import type { DocutilsNode } from "./askDocutils.js";

type Targets = Readonly<Record<string, string>>;
type Child = DocutilsNode | string;

/** A cell of docutils, as what the Markdown of a spec has to match. */
export function docutilsForm(blocks: readonly Child[], targets: Targets): string {
  return joinLists(blocks.map((block) => docutilsBlock(block, targets)).filter((form) => form !== ""));
}

/** The text of docutils' blocks, its markup taken off. */
export function docutilsText(blocks: readonly Child[]): string {
  return squeezed(blocks.map((block) => plainText(block)).join(" "));
}

/** The same, with references by a name as they are written: `name_`. */
export function docutilsTextWithReferences(blocks: readonly Child[]): string {
  return squeezed(blocks.map((block) => plainText(block, true)).join(" "));
}

export function markdownForm(markdown: string): string {
  return isDash(markdown) ? "" : joinLists(parseMarkdown(markdown).map(markdownBlock));
}

/** A dash says that there is nothing to say. */
export function isDash(text: string): boolean {
  return /^(?:\\?[-–—]|`-`)?$/.test(text.trim());
}

/** A mark with nothing after it is an empty list in docutils; to a reader it is a sign. */
function lonelyMark({ name, attributes, children }: DocutilsNode): string | undefined {
  const isEmpty = children.every((item) => typeof item === "object" && item.children.length === 0);
  return name === "bullet_list" && isEmpty ? children.map(() => attributes["bullet"]).join(" ") : undefined;
}

function docutilsBlock(node: Child, targets: Targets): string {
  if (typeof node === "string") return escaped(node);
  const { name, attributes, children } = node;
  const within = () => joinLists(children.map((child) => docutilsBlock(child, targets)).filter(Boolean));
  const inline = () => docutilsInline(children, targets);
  switch (name) {
    case "system_message":
    case "pending":
      return "";
    // An escaped space gives a paragraph without text.
    case "paragraph":
      return inline() === "" ? "" : tag("p", inline());
    case "list_item":
      return tag("li", within());
    case "bullet_list":
      if (lonelyMark(node) !== undefined) return tag("p", lonelyForm(lonelyMark(node) ?? ""));
      return tag("ul", within());
    case "enumerated_list":
      return attributes["enumtype"] === "arabic"
        ? tag(`ol ${attributes["start"] ?? 1}`, within())
        : tag(`ol ${attributes["enumtype"] ?? ""} ${attributes["start"] ?? 1}`, within());
    // Lines that are kept are lines with a hard break.
    case "line_block":
      return tag("p", docutilsLines(node, targets).join(br));
    // Whatever is word for word is a block of code, of no language.
    case "literal_block":
    case "doctest_block":
      return tag("code", escaped(codeText(node.children.map((child) => plainText(child)).join(""))));
    case "note":
    case "attention":
    case "caution":
    case "danger":
    case "error":
    case "hint":
    case "important":
    case "tip":
    case "warning":
      return tag(name, within());
    // Two dots alone say nothing.
    case "comment":
      return plainText(node) === "" ? "" : tag("docutils comment", escaped(squeezed(plainText(node))));
    default:
      return tag(`docutils ${name}`, escaped(squeezed(plainText(node))));
  }
}

/** A lonely mark, or the one that an empty list has in Markdown. */
function lonelyForm(mark: string): string {
  return either(escaped(mark), escaped(mark.replaceAll(/\S/g, "-")));
}

function docutilsLines({ children }: DocutilsNode, targets: Targets): string[] {
  return children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "line_block") return docutilsLines(child, targets);
    const line = docutilsInline(child.children, targets);
    return line === "" ? [] : [line];
  });
}

function docutilsInline(nodes: readonly Child[], targets: Targets): string {
  return nodes
    .map((node) => docutilsMark(node, targets))
    .join("")
    .replaceAll(/ +/g, " ")
    .trim();
}

function docutilsMark(node: Child, targets: Targets): string {
  if (typeof node === "string") return escaped(spaced(node));
  const { name, attributes, source } = node;
  const text = escaped(spaced(plainText(node)));
  switch (name) {
    case "strong":
    case "emphasis":
    case "literal":
      return tag(name, text);
    // A role of Sphinx: only `:ref:` leads to a place that Markdown can name.
    case "inline": {
      const reference = /^(.*?)\s*<([^<>]+)>$/s.exec(plainText(node));
      if (attributes["role"] !== "ref" || !reference) return text;
      return tag(`link #${escaped(reference[2] ?? "")}`, escaped(spaced(reference[1] ?? "")));
    }
    case "reference":
      return reference(node, text, targets);
    // No mark of Markdown's, and so either plain or what it looks like.
    case "title_reference":
      return either(text, tag("emphasis", text));
    // What refers to elsewhere on the page is word for word.
    case "footnote_reference":
    case "citation_reference":
    case "substitution_reference":
      return escaped(spaced(source));
    case "problematic":
      return text;
    // The place that an embedded address gets beside its reference.
    case "target":
      return plainText(node) === "" ? "" : tag("target", text);
    default:
      return tag(name, text);
  }
}

function reference({ attributes, source }: DocutilsNode, text: string, targets: Targets): string {
  const { refuri, refname } = attributes;
  const uri = refuri ?? targets[String(refname)];
  const linked = uri === undefined ? [] : [tag(`link ${escaped(String(uri))}`, text)];
  // An address that is there as it is needs no mark.
  if (refuri !== undefined && String(refuri).replace(/^mailto:/, "") === source) return text;
  if (refuri !== undefined) return linked.join("");
  return either(escaped(spaced(source)), text, ...linked);
}

function markdownBlock(node: RootContent): string {
  switch (node.type) {
    case "paragraph":
      return tag("p", markdownInline(node.children));
    case "list":
      // A mark with nothing after it, as in docutils.
      if (node.children.every(({ children }) => children.length === 0))
        return tag("p", escaped(node.children.map(() => "-").join(" ")));
      return tag(node.ordered ? `ol ${node.start ?? 1}` : "ul", node.children.map(markdownBlock).join(""));
    case "listItem":
      return tag("li", joinLists(node.children.map(markdownBlock)));
    case "code":
      return tag("code", codeText(node.value));
    case "blockquote":
      return quote(joinLists(node.children.map(markdownBlock)));
    default:
      return tag(`markdown ${node.type}`, "");
  }
}

/** A quote is a note, unless its first line names another admonition. */
function quote(content: string): string {
  const match = /^⟦p \[!([A-Z]+)\](?: ?⟧| )/.exec(content);
  if (!match) return tag("note", content);
  const rest = content.slice(match[0].length);
  return tag((match[1] ?? "").toLowerCase(), match[0].endsWith("⟧") ? rest : `⟦p ${rest}`);
}

function markdownInline(nodes: readonly Nodes[]): string {
  return nodes
    .map(markdownMark)
    .join("")
    .replaceAll(/ +/g, " ")
    .replaceAll(` ${br}`, br)
    .replaceAll(`${br} `, br)
    .trim();
}

function markdownMark(node: Nodes): string {
  switch (node.type) {
    case "text":
      return spaced(node.value);
    case "inlineCode":
      return tag("literal", spaced(node.value));
    case "strong":
    case "emphasis":
      return tag(node.type, markdownInline(node.children));
    case "link":
      return tag(`link ${node.url}`, markdownInline(node.children));
    case "break":
      return br;
    default:
      return tag(`markdown ${node.type}`, "");
  }
}

const br = "⟦br⟧";

function tag(name: string, content: string): string {
  return `⟦${name} ${content}⟧`;
}

/** Lists of one kind that follow each other are one list, as are numbered ones of which the second goes on. */
function joinLists(forms: readonly string[]): string {
  return forms.join("").replaceAll(/⟧⟧⟦(?:ul|ol (?!1 )[0-9]+) /g, "⟧");
}

function either(first: string, ...more: string[]): string {
  return more.length === 0 ? first : `(?:${[first, ...more].join("|")})`;
}

function plainText(node: Child, withReferences = false): string {
  if (typeof node === "string") return node;
  if (withReferences && node.attributes["refname"] !== undefined) return node.source;
  if (node.name === "system_message") return "";
  const mark = lonelyMark(node);
  if (mark !== undefined) return mark;
  return node.children.map((child) => plainText(child, withReferences)).join(isBlock(node) ? " " : "");
}

function isBlock({ children }: DocutilsNode): boolean {
  return children.every(
    (child) =>
      typeof child === "object" &&
      /paragraph|list|item|block|field|definition|term|row|entry/.test(child.name),
  );
}

function codeText(text: string): string {
  return text.replaceAll(/[^\S\n]+(?=\n|$)/g, "").replaceAll(/^\n+|\n+$/g, "");
}

function spaced(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ");
}

function squeezed(text: string): string {
  return spaced(text).trim();
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
