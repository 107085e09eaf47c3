import type { Nodes } from "hast";
import type { PageLines } from "../pageTree.js";

/** The lines that a node is on; of a node that the page does not have itself, such as a `tbody`, those of what is in it. */
export function linesOf(node: Nodes): PageLines {
  // The parser gives elements that are left open a start without an end.
  const { start, end } = (node.position ?? {}) as Partial<NonNullable<Nodes["position"]>>;
  if (start && end) return { start: start.line, end: end.line + 1 };
  let from = start?.line ?? Infinity;
  let to = 0;
  for (const child of "children" in node ? node.children : []) {
    const inside = linesOf(child);
    if (inside.start > 0) from = Math.min(from, inside.start);
    to = Math.max(to, inside.end);
  }
  return Number.isFinite(from) ? { start: from, end: Math.max(from + 1, to) } : { start: 0, end: 0 };
}
