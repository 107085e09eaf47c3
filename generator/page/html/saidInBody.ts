import { columnRole } from "../../spec/columns.js";
import { headerWords } from "../../spec/headerWords.js";
import { codeHeader } from "../codeHeader.js";
import type { Block } from "./blocksOf.js";
import { markdownOf } from "./markdownOf.js";
import { isElement } from "./visible.js";

/** What is said of a code. */
export interface Said {
  /** Markdown by header. */
  readonly fields: ReadonlyMap<string, string>;
  /** The words of the text that became headers. */
  readonly headers: readonly string[];
}

/**
 * What the text below a code says: lines such as `**Status**: 403` and headings such as `Solution` begin a field
 * of their own; all else describes the code.
 *
 * @param first - what is known of it already, by header
 */
export function saidInBody(
  blocks: readonly Block[],
  first: readonly (readonly [header: string, markdown: string])[],
): Said {
  const fields = new Map<string, string>();
  const headers: string[] = [];
  const add = (header: string, markdown: string) => {
    if (markdown.trim() === "") return;
    const known = [...fields.keys()].find((each) => headerWords(each) === headerWords(header)) ?? header;
    const before = fields.get(known);
    fields.set(known, before === undefined ? markdown : `${before}\n\n${markdown}`);
  };
  for (const [header, markdown] of first) add(header, markdown);
  let current = description;
  for (const block of blocks) {
    const pieces = piecesOf(block);
    for (const { header, markdown } of pieces) {
      if (header !== undefined) headers.push(header);
      add(header ?? current, markdown);
    }
    // What begins a field and says nothing heads what follows.
    const last = pieces.at(-1);
    if (last?.header !== undefined && last.markdown === "") current = last.header;
    else if (block.kind === "heading") current = description;
  }
  return { fields, headers };
}

const description = "Description";

/** A text, with the header of the field that it begins. */
interface Piece {
  readonly header?: string;
  readonly markdown: string;
}

function piecesOf(block: Block): Piece[] {
  if (block.kind === "table") return [];
  if (block.kind === "heading") {
    const markdown = markdownOf(block.content);
    return [isField(markdown) ? { header: markdown, markdown: "" } : { markdown }];
  }
  if (block.kind === "list") {
    const items = block.element.children.flatMap((item) =>
      isElement(item, "li") ? [fieldAtStart(markdownOf(item.children))] : [],
    );
    return items.every(({ header }) => header !== undefined)
      ? items
      : [{ markdown: markdownOf([block.element]) }];
  }
  const markdown = markdownOf(block.content);
  const [only] = block.content;
  if (only && !isElement(only, "p", "summary") && isElement(only)) return [{ markdown }];
  const pieces: Piece[] = [];
  for (const line of markdown.split("\n")) {
    const piece = fieldAtStart(line);
    const before = pieces.at(-1);
    if (piece.header !== undefined || !before) pieces.push(piece);
    else pieces.splice(-1, 1, { ...before, markdown: `${before.markdown}\n${line}`.trimStart() });
  }
  return pieces;
}

/** A text that may begin with a field's name: `**Status**: 403`, `**How to fix:** fill it`, `Cause: none`. */
function fieldAtStart(markdown: string): Piece {
  const [whole = "", , header = ""] =
    /^(\*\*|)(\p{L}[\p{L} '’]{1,40}?)\s*(?::\1|\1\s*:)(?:\s+|$)/u.exec(markdown) ?? [];
  return isField(header) ? { header, markdown: markdown.slice(whole.length) } : { markdown };
}

function isField(name: string): boolean {
  const kind = codeHeader(name);
  return columnRole("error-codes", name) !== undefined || kind === "http" || kind === "status";
}
