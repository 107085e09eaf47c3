import type { RootContent } from "mdast";
import { parseMarkdown } from "./parseMarkdown.js";

/**
 * Tells whether two texts are the same Markdown, however it is written: with more escapes or fewer, with
 * other marks.
 *
 * @example isSameMarkdown("O&M", String.raw`O\&M`) // true
 */
export function isSameMarkdown(text: string, other: string): boolean {
  return text === other || treeText(parseMarkdown(text)) === treeText(parseMarkdown(other));
}

/** A tree as a text, to be compared: without where its nodes are in their Markdown. */
export function treeText(blocks: readonly RootContent[]): string {
  return JSON.stringify(blocks, (key, value: unknown) => (key === "position" ? undefined : value));
}
