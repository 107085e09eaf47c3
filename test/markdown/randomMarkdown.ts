import fc from "fast-check";
import type { BlockContent, Code, List, Nodes, Paragraph, PhrasingContent } from "mdast";

/** Words, every sign of ASCII by itself, and signs that mean something together. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z]{1,3}$/) },
  { weight: 4, arbitrary: fc.constantFrom(...Array.from("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")) },
  { weight: 3, arbitrary: fc.constant(" ") },
  fc.constantFrom(
    "\n",
    "\u00a0",
    "é",
    "漢字",
    "😀",
    "”",
    "&amp;",
    "&copy",
    "&#35;",
    "1.",
    "http://a.b",
    "a@b.c",
  ),
  fc.constantFrom("```", "~~~", "---", "===", "AT&T", "a_b", "<b>", "[x](y)", "[x]: y"),
);

/** A text as it can be on a page: runs of blanks are one, and lines neither begin nor end with one. */
const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) =>
  pieces
    .join("")
    .replaceAll(/ +/g, " ")
    .replaceAll(/ ?\n[ \n]*/g, "\n"),
);

const code = text
  .map((value): PhrasingContent => ({ type: "inlineCode", value: value.replaceAll("\n", " ") }))
  .filter((node) => "value" in node && node.value.trim() !== "");

const url = fc.constantFrom("#a_b", "https://a.b/c?d=1&e=2", "a(b)", "a b", "<", "a\\b", "&copy;", "*a*", "");

/** Inline content of every kind in every other, save in its own. */
export function inlines(depth: number, outer: readonly string[] = []): fc.Arbitrary<PhrasingContent[]> {
  const inside = (kind: string) => inlines(depth - 1, [...outer, kind]);
  const kinds = (["strong", "emphasis", "link"] as const).filter(
    (kind) => depth > 0 && !outer.includes(kind),
  );
  const node = fc.oneof(
    { weight: 4, arbitrary: text.map((value): PhrasingContent => ({ type: "text", value })) },
    code,
    fc.constant<PhrasingContent>({ type: "break" }),
    ...kinds.map((kind) => fc.tuple(inside(kind), url).map(([children, to]) => parentOf(kind, children, to))),
  );
  return fc
    .array(node, { minLength: 1, maxLength: 4 })
    .map((nodes) => asOnPage(nodes, outer.length > 0))
    .filter((nodes) => nodes.length > 0);
}

function parentOf(
  kind: "strong" | "emphasis" | "link",
  children: PhrasingContent[],
  to: string,
): PhrasingContent {
  return kind === "link" ? { type: kind, url: to, children } : { type: kind, children };
}

/**
 * The same nodes as a page can have them: of two side by side of one kind there is one, lines neither
 * begin nor end with white space, and only what is between two others is a break.
 */
function asOnPage(nodes: readonly PhrasingContent[], isInside: boolean): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (node.type === "text" && last?.type === "text")
      kept.splice(-1, 1, { ...last, value: last.value + node.value });
    else if (node.type !== last?.type && !(node.type === "break" && last === undefined)) kept.push(node);
  }
  if (kept.at(-1)?.type === "break") kept.pop();
  const trimmed = kept.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== "text") return [node];
    const [before, after] = [kept[index - 1], kept[index + 1]];
    let value = node.value.replaceAll(/ ?\n[ \n]*/g, "\n").replaceAll(/ +/g, " ");
    // White space at the edges of strong text, if it is no line's as well, stays.
    if (before === undefined || before.type === "break")
      value = value.replace(isInside && !before ? /^\n/ : /^[ \n]+/, "");
    if (after === undefined || after.type === "break")
      value = value.replace(isInside && !after ? /\n$/ : /[ \n]+$/, "");
    return value === "" ? [] : [{ ...node, value }];
  });
  return trimmed.length === nodes.length ? trimmed : asOnPage(trimmed, isInside);
}

const paragraph = inlines(2).map((children): Paragraph => ({ type: "paragraph", children }));

const codeLine = fc.constantFrom("a", "  b", "", "```", "````", "~~~", "- c", "> d", String.raw`\*`, "&amp;");
const codeBlock = fc
  .tuple(fc.constantFrom(undefined, "json", "c++", "a`b", "a b"), fc.array(codeLine, { maxLength: 4 }))
  .map(([lang, lines]): Code => ({ type: "code", ...(lang && { lang }), value: lines.join("\n") }));

/** Blocks of every kind in lists and quotes. */
export function blocks(depth: number): fc.Arbitrary<BlockContent[]> {
  const leaf = { weight: 3, arbitrary: fc.oneof({ weight: 3, arbitrary: paragraph }, codeBlock) };
  if (depth === 0) return fc.array(paragraph, { minLength: 1, maxLength: 2 });
  const quote = blocks(depth - 1).map((children): BlockContent => ({ type: "blockquote", children }));
  const list = fc
    .record({
      start: fc.option(fc.constantFrom(0, 1, 3, 9), { nil: null }),
      spread: fc.boolean(),
      items: fc.array(blocks(depth - 1), { minLength: 1, maxLength: 3 }),
    })
    .map(({ start, spread, items }): List => ({
      type: "list",
      ordered: start !== null,
      start,
      spread,
      children: items.map((children) => ({ type: "listItem", spread: false, children })),
    }));
  return fc.array(fc.oneof(leaf, quote, list), { minLength: 1, maxLength: 3 });
}

/**
 * What trees have in common that say the same: not where something is in the text, nor whether there
 * are blank lines between a list's items where its parser cannot tell, as in quotes, or they are needed.
 */
export function said(nodes: readonly Nodes[], isInQuote = false): object[] {
  return nodes.map((node) => {
    const fields = Object.entries(node).filter(([key, value]) => key !== "position" && value !== null);
    const isQuote = isInQuote || node.type === "blockquote";
    return {
      ...Object.fromEntries(fields),
      ...("children" in node && { children: said(node.children, isQuote) }),
      spread: node.type === "list" && !isInQuote && !hasBlocks(node) && node.spread === true,
    };
  });
}

function hasBlocks({ children: items }: List): boolean {
  return (
    items.length < 2 || items.some(({ children }) => children.length > 1 || children[0]?.type !== "paragraph")
  );
}
