import type { PhrasingContent } from "mdast";
import { toString } from "mdast-util-to-string";

/**
 * Markdown's inline content as reStructuredText. This is the one place where text is escaped for
 * reStructuredText. Its markup does not nest: what stands inside strong text or a link is plain.
 */
export function writeInline(nodes: readonly PhrasingContent[]): string {
  let written = "";
  let last: "text" | "markup" = "text";
  for (const node of nodes) {
    const piece = writeNode(node);
    if (piece.text === "") continue;
    written += separator(written, last, piece) + piece.text;
    last = piece.kind;
  }
  return written;
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
      return {
        kind: "markup",
        text: `\`${escapeText(toString(node))} <${node.url.replaceAll(/[\\`<>]/g, encodeURIComponent)}>\`__`,
      };
    default:
      return { kind: "text", text: escapeText(toString(node)) };
  }
}

function markup(mark: string, node: PhrasingContent): Piece {
  const text = toString(node);
  const inner = text.trim();
  if (inner === "") return { kind: "text", text };
  return { kind: "markup", text: `${mark}${escapeText(inner)}${mark}` };
}

/** A literal cannot begin or end with white space, nor hold its own end mark. */
function writeLiteral(value: string): Piece {
  if (/^\s|\s$|``|^`|`$/.test(value) || value === "") {
    return { kind: "markup", text: `:literal:\`${value.replaceAll(/[\\`]/g, String.raw`\$&`)}\`` };
  }
  return { kind: "markup", text: `\`\`${value}\`\`` };
}

/** An escaped space, where two pieces would otherwise not be seen as text and markup. */
function separator(before: string, last: Piece["kind"], { kind, text }: Piece): string {
  if (before === "") return "";
  const joined = last === "markup" ? /^[\s'")\]}>\-/:.,;!?\\\p{Pe}\p{Pf}]/u.test(text) : true;
  const opened = kind === "markup" ? /[\s'"([{<\-/:\p{Ps}\p{Pi}]$/u.test(before) : true;
  return joined && opened ? "" : String.raw`\ `;
}

/** Escapes what reStructuredText would take for inline markup. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\*`|]/g, String.raw`\$&`)
    .replaceAll(/_(?![A-Za-z0-9])/g, String.raw`\_`)
    .replaceAll("://", String.raw`:\//`);
}
