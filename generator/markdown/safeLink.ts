import type { Link, Nodes, PhrasingContent } from "mdast";

const safeSchemes = ["http", "https", "mailto"];

/** What browsers leave out of a URL before they look at its scheme, and what cannot be seen in one. */
const ignored = /[\s\p{Cc}\p{Cf}]/gu;

/**
 * Tells whether a link can only lead somewhere: it is relative, or of a scheme that runs nothing.
 *
 * @example isSafeUrl("JaVa\tScript:alert(1)") // false
 */
export function isSafeUrl(url: string): boolean {
  const [beforePath = ""] = url.replaceAll(ignored, "").split(/[/\\?#]/, 1);
  const colon = beforePath.indexOf(":");
  return colon === -1 || safeSchemes.includes(beforePath.slice(0, colon).toLowerCase());
}

/** A link as the text that it shows and where it would lead, both plain. */
function linkAsText({ children, url }: Link): PhrasingContent[] {
  return [...children, { type: "text", value: ` (${url})` }];
}

/** The same nodes, with the links that could run something as text. */
export function withoutUnsafeLinks<Node extends Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const safe = withoutUnsafeLinks(child);
    return safe.type === "link" && !isSafeUrl(safe.url) ? linkAsText(safe) : [safe];
  });
  return { ...node, children };
}
