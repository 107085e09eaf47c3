import type { PhrasingContent } from "mdast";
import { toString } from "mdast-util-to-string";

/**
 * Markdown's inline content as reStructuredText, as Pandoc writes it. This is the one place where
 * text is escaped for reStructuredText. Its markup does not nest: what is inside strong text or
 * a link is plain.
 *
 * @see https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup-recognition-rules
 */
export function writeInline(nodes: readonly PhrasingContent[]): string {
  let written = "";
  let last: "text" | "markup" = "text";
  for (const node of nodes.flatMap(withBlanksOutside)) {
    const piece = writeNode(node);
    if (piece.text === "") continue;
    written += separator(written, last, piece) + piece.text;
    last = piece.kind;
  }
  return written;
}

/** A literal cannot begin or end with white space, which so comes before and after it. */
function withBlanksOutside(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== "inlineCode") return [node];
  const value = spaced(node.value).replaceAll("\n", " ");
  const blank: PhrasingContent = { type: "text", value: " " };
  return [
    ...(value.startsWith(" ") ? [blank] : []),
    { ...node, value: value.trim() },
    ...(value.endsWith(" ") ? [blank] : []),
  ];
}

interface Piece {
  readonly kind: "text" | "markup";
  readonly text: string;
}

function writeNode(node: PhrasingContent): Piece {
  switch (node.type) {
    case "text":
      return { kind: "text", text: escapeText(node.value) };
    case "break":
      return { kind: "text", text: "\n" };
    case "strong":
      return markup("**", node);
    case "emphasis":
      return markup("*", node);
    case "inlineCode":
      return writeLiteral(node.value);
    case "link":
      return writeLink(toString(node).trim(), node.url);
    default:
      return { kind: "text", text: escapeText(toString(node)) };
  }
}

/** A link to `#label` is a reference to that label, which may be on another page of the vendor. */
function writeLink(label: string, url: string): Piece {
  if (label === "" || url === "") return { kind: "text", text: escapeText(label) };
  if (url.startsWith("#")) return { kind: "markup", text: `:ref:\`${escapeText(label)} <${url.slice(1)}>\`` };
  // A target that ends in an underscore would be the name of another one.
  const target = spaced(url)
    .replaceAll(/[\s\\`<>]/g, encodeURIComponent)
    .replace(/_$/, "%5F");
  return { kind: "markup", text: `\`${escapeText(label)} <${target}>\`__` };
}

function markup(mark: string, node: PhrasingContent): Piece {
  const text = toString(node);
  const inner = text.trim();
  if (inner === "") return { kind: "text", text };
  return { kind: "markup", text: `${mark}${escapeText(inner)}${mark}` };
}

/** A literal cannot hold its own end mark; the role can. */
function writeLiteral(literal: string): Piece {
  if (literal === "") return { kind: "text", text: "" };
  if (literal.includes("`")) return { kind: "markup", text: `:literal:\`${escapeRoleText(literal)}\`` };
  return { kind: "markup", text: `\`\`${literal}\`\`` };
}

/** A line of a code block. Tabs would move what is right of them. */
export function literalLine(line: string): string {
  return spaced(line.replaceAll("\t", "    ")).trimEnd();
}

/** An escaped space, where two pieces would otherwise not be seen as text and markup. */
function separator(before: string, last: Piece["kind"], { kind, text }: Piece): string {
  if (before === "") return "";
  const isClosed = last === "text" || (mayFollowMarkup.test(text) && !beginsLikeRole.test(text));
  const isOpened =
    kind === "text" || (mayPrecedeMarkup.test(before) && !isQuoted(before, text) && !isRole.test(before));
  return isClosed && isOpened ? "" : String.raw`\ `;
}

const mayFollowMarkup = /^[\s\-.,:;!?\\/'")\]}>–—]/;
const mayPrecedeMarkup = /[\s\-:/'"<([{–—]$/;

/** The beginning of a text that would be the role of what comes before it. */
const beginsLikeRole = /^:[A-Za-z0-9._+-]+:/;

/** The end of a text that would make a role of what comes after it, as in `:ref:`. */
const isRole = /:[A-Za-z0-9._+-]+:$/;

/** Markup between quotes or brackets, as in `"*"`, would be none. */
function isQuoted(before: string, text: string): boolean {
  return /['"([{<\p{Ps}\p{Pi}]$/u.test(before) && /^[*`]+['")\]}>\p{Pe}\p{Pf}\p{Pi}]/u.test(text);
}

/** docutils ends lines at more characters than others do, and no page can hold lone surrogates. */
function spaced(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, " ")
    .replaceAll(/\p{Cs}/gu, "\ufffd");
}

/**
 * Escapes what reStructuredText would take for markup: backslashes; a mark at either end of a word,
 * as Pandoc does; and inside a word only where it could begin markup or end a reference.
 */
export function escapeText(text: string): string {
  const line = spaced(text);
  // Most texts have none, and need no look at their words.
  return /[\\*`_|]/.test(line) ? line.replaceAll(/\S+/g, (word) => escapeWord(word, couldBeMarkup)) : line;
}

/** Inside a role, nothing begins markup; but a backtick would end it. */
function escapeRoleText(text: string): string {
  return text.replaceAll(/\S+/g, (word) => escapeWord(word, (_, at) => word[at] === "`"));
}

function escapeWord(word: string, mustEscape: (word: string, at: number) => boolean): string {
  return word.replaceAll(/[\\*`_|]/g, (mark, at: number) => {
    const isAtEnd = at === 0 || at === word.length - 1;
    return mark === "\\" || isAtEnd || mustEscape(word, at) ? `\\${mark}` : mark;
  });
}

function couldBeMarkup(word: string, at: number): boolean {
  const before = word.slice(0, at);
  const after = word.slice(at + 1);
  if (word[at] === "_" && /^_+$|^`/.test(after)) return true;
  if (word[at] === "_") return /[\p{L}\p{N}\]`]$/u.test(before) && !/^_*[\p{L}\p{N}]/u.test(after);
  return /[^A-Za-z0-9]$/.test(before) && !/^['")\]}>]/.test(after);
}
