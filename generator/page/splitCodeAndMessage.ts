import type { PhrasingContent, RootContent } from "mdast";
import { blocksToText } from "../markdown/parseMarkdown.js";
import { blockMarkdown, textToMarkdown } from "../markdown/printMarkdown.js";
import { withoutReferenceSigns } from "./codeText.js";

/**
 * A cell such as `404 Not Found`, taken apart: the code as text, the message as Markdown. Markup around both, as
 * in **404 Not Found**, is taken off; a link stays with the message, as does what is only around words of it.
 */
export function splitCodeAndMessage(blocks: readonly RootContent[]): { code: string; message?: string } {
  const [first, ...more] = blocks;
  if (first?.type !== "paragraph") {
    const [, code = "", rest = ""] = /^(\S*)\s*([^]*)$/.exec(blocksToText(blocks).trim()) ?? [];
    return { code, ...(rest !== "" && { message: textToMarkdown(rest) }) };
  }
  const nodes = unwrapped(first.children);
  const [start = "", code = ""] = /^\s*(\S+)\s*/.exec(blocksToText([paragraph(nodes)])) ?? [];
  const rest = withoutStart(nodes, start.length);
  const message = blockMarkdown([...(rest.length > 0 ? [paragraph(rest)] : []), ...more]);
  const [emphasised] = /^[1-5]\*xx\*(?=\s|$)/.exec(blockMarkdown([paragraph(nodes)])) ?? [];
  return { code: emphasised ?? code, ...(message !== "" && { message }) };
}

function paragraph(children: readonly PhrasingContent[]): RootContent {
  return { type: "paragraph", children: [...children] };
}

function unwrapped(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [only, ...more] = nodes;
  if (!only || more.length > 0) return nodes;
  if (only.type === "inlineCode") return [{ type: "text", value: only.value }];
  if (only.type === "text") return [{ ...only, value: withoutReferenceSigns(only.value) }];
  return only.type === "strong" || only.type === "emphasis" ? unwrapped(only.children) : nodes;
}

/** Inline content without its first characters. */
function withoutStart(nodes: readonly PhrasingContent[], count: number): PhrasingContent[] {
  const [first, ...more] = nodes;
  if (!first || count === 0) return [...nodes];
  const length = blocksToText([first]).length;
  if (length <= count) return withoutStart(more, count - length);
  if ("value" in first) return [{ ...first, value: first.value.slice(count) }, ...more];
  if ("children" in first) return [{ ...first, children: withoutStart(first.children, count) }, ...more];
  return [...nodes];
}
