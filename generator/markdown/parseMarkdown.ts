import type { Nodes, Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { parsePlain } from "./plainMarkdown.js";

/**
 * Constructs of CommonMark that the texts of a spec do not have: a vendor's `# 1`, `***` or
 * `<name>` is what it looks like. What stays: paragraphs, lists, fenced code, quotes, `code`,
 * **strong**, *emphasis*, links, escapes and hard line breaks.
 */
const plainConstructs = [
  "autolink",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "htmlText",
  "labelStartImage",
  "setextUnderline",
  "thematicBreak",
];

/**
 * Parses a text of a spec into its Markdown blocks, which are not to be changed: several stages ask for
 * the same text one after the other.
 */
export function parseMarkdown(text: string): readonly RootContent[] {
  const known = parsed.get(text);
  if (known) return known;
  held += text.length;
  if (held > mostHeld) {
    parsed.clear();
    held = text.length;
  }
  const blocks = parsePlain(text) ?? parse(text);
  parsed.set(text, blocks);
  return blocks;
}

const parsed = new Map<string, readonly RootContent[]>();

/** In characters: more than the texts with markup of fifty specs, which are parsed first and made one after the other. */
const mostHeld = 1_000_000;
let held = 0;

function parse(text: string): RootContent[] {
  const root: Root = fromMarkdown(text, { extensions: [{ disable: { null: plainConstructs } }] });
  return root.children.map((block) => (isBareMark(block) ? textOf(block, text) : block));
}

/** A mark with nothing after it, such as the vendor's `*`, is a text and no list. */
function isBareMark(block: RootContent): boolean {
  return block.type === "list" && block.children.every(({ children }) => children.length === 0);
}

function textOf({ position }: RootContent, source: string): RootContent {
  const value = source.slice(position?.start.offset, position?.end.offset);
  return { type: "paragraph", children: [{ type: "text", value }] };
}

/** A text in which nothing could be Markdown: most are, and need no parser. */
const plainText = /^(?:\d+(?: |$))?(?:[A-Za-z][A-Za-z0-9 .,;:'"()/?=%{}-]*)?$/;

/** Tells whether a text is one paragraph without any markup. */
export function isPlainText(text: string): boolean {
  return plainText.test(text) && text !== "" && !text.endsWith(" ");
}

/**
 * The plain text of a Markdown text, its markup resolved and its lines joined.
 *
 * @example markdownToText("**Projects** is empty.") // "Projects is empty."
 */
export function markdownToText(text: string): string {
  const trimmed = text.trimEnd();
  if (isPlainText(trimmed)) return trimmed;
  return blocksToText(parseMarkdown(trimmed)).replaceAll(/\s*\n\s*/g, " ");
}

/** The text of Markdown blocks, each block and each item of a list on a line of its own. */
export function blocksToText(blocks: readonly RootContent[]): string {
  return blocks
    .map((block) =>
      block.type === "list" || block.type === "listItem" || block.type === "blockquote"
        ? blocksToText(block.children)
        : inlineText(block),
    )
    .join("\n");
}

/** The text of inline content; a line break parts words. */
function inlineText(node: Nodes): string {
  if (node.type === "break") return "\n";
  if ("children" in node) return node.children.map(inlineText).join("");
  return "value" in node ? node.value : "";
}
