import type { Nodes } from "hast";
import type { PageLines } from "../pageTree.js";

/** The lines that a node is on; of a node that the page does not have itself, such as a `tbody`, those of what is in it. */
export function linesOf(node: Nodes): PageLines {
  // The parser gives elements that are left open a start without an end.
  const { start, end } = (node.position ?? {}) as Partial<NonNullable<Nodes["position"]>>;
  if (start && end) return { start: start.line, end: end.line + 1 };
  const inside = "children" in node ? node.children.map(linesOf).filter((lines) => lines.start > 0) : [];
  const from = start?.line ?? Math.min(...inside.map((lines) => lines.start));
  if (!Number.isFinite(from)) return { start: 0, end: 0 };
  return { start: from, end: Math.max(from + 1, ...inside.map((lines) => lines.end)) };
}
