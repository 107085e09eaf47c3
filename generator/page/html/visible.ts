import type { Element, ElementContent, Nodes, Root } from "hast";

/** What browsers show nothing of, whatever is in it. */
const unseen = new Set("head script style template noscript link meta svg math iframe object".split(" "));

/**
 * A tree without what nobody sees who looks at the page: scripts, comments, hidden parts and signs for links. Notes of
 * docutils, Sphinx and pandoc are quotes, as they are in a spec.
 */
export function visible<Node extends Root | Element>(node: Node): Node {
  const isNote = node.type === "element" && hasClass(node, "note");
  const children = node.children
    .filter(
      (child) =>
        isSeen(child) && !(isNote && isElement(child) && hasClass(child, "admonition-title", "title")),
    )
    .map((child) => ("children" in child ? visible(child) : child));
  return { ...node, ...(isNote && { tagName: "blockquote" }), children };
}

function hasClass({ properties }: Element, ...names: readonly string[]): boolean {
  const { className } = properties;
  return Array.isArray(className) && names.some((name) => className.includes(name));
}

function isSeen(node: Nodes): boolean {
  if (node.type === "text" || node.type === "root") return true;
  if (node.type !== "element" || unseen.has(node.tagName)) return false;
  const isHidden = "hidden" in node.properties;
  return !isHidden && !/(?:^|;)\s*display\s*:\s*none\b/i.test(textIn(node, "style")) && !isPermalink(node);
}

/** A link to the place where it is, such as the `¶` that Sphinx puts behind a heading. */
function isPermalink(node: Element): boolean {
  return (
    node.tagName === "a" && textIn(node, "href").startsWith("#") && /^[¶#§🔗]?$/u.test(textOf(node).trim())
  );
}

function textIn({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === "string" ? value : "";
}

/** The text of a node, with a line end where a browser breaks the line. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element" && node.type !== "root") return "";
  if (node.type === "element" && node.tagName === "img") return textIn(node, "alt");
  if (node.type === "element" && node.tagName === "br") return "\n";
  const text = node.children.map(textOf).join("");
  return node.type === "element" && blocks.has(node.tagName) ? `\n${text}\n` : text;
}

const blocks = new Set(
  "p div li ul ol dl dt dd tr td th table caption pre blockquote h1 h2 h3 h4 h5 h6 section article details summary".split(
    " ",
  ),
);

/** The elements of some names below a node, in the order of the page, and not those in them. */
export function elementsBelow(node: Root | Element, ...names: readonly string[]): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return names.includes(child.tagName) ? [child] : elementsBelow(child, ...names);
  });
}

export function isElement(node: Nodes | ElementContent, ...names: readonly string[]): node is Element {
  return node.type === "element" && (names.length === 0 || names.includes(node.tagName));
}
