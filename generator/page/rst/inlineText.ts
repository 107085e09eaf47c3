import type { PhrasingContent } from "mdast";

/** Stands before each character that a backslash escapes; no page has it. */
export const escapeMark = "\u0000";

export function textNode(value: string): PhrasingContent {
  return { type: "text", value: joined(unescaped(value)) };
}

/** A text in several lines, as one. */
export function joined(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  // Each trims one end only of the first and the last.
  return lines
    .map((line, index) => (index === 0 ? line : line.replace(/^ +/, "")))
    .map((line, index) => (index === lines.length - 1 ? line : line.trimEnd()))
    .join(" ");
}

/** An escaped blank is nothing, any other escaped character is itself. */
export function unescaped(text: string): string {
  return text.replaceAll(/\0[ \n]|\0/g, "");
}

/** The text with its backslashes again. */
export function restored(text: string): string {
  return joined(text.replaceAll(escapeMark, "\\"));
}

export function merged(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node.type === "text" && last?.type === "text")
      all[all.length - 1] = { type: "text", value: last.value + node.value };
    else if (node.type !== "text" || node.value !== "") all.push(node);
  }
  return all;
}
