import { isMap, isScalar, isSeq, Scalar } from "yaml";
import { composeYaml } from "../composeYaml.js";
import { isData } from "../isData.js";
import { commentsOf } from "../yamlComments.js";
import { alignItems } from "./alignItems.js";
import { blockMapEdits, blockSeqEdits } from "./editBlock.js";
import { flowMapEdits, flowSeqEdits } from "./editFlow.js";
import { printScalar } from "./printYaml.js";
import {
  columnOf,
  commentLines,
  dashesOf,
  type Edit,
  endOfLine,
  endOfLines,
  startOf,
  type ValuePlace,
  withEdits,
  type YamlText,
} from "./yamlText.js";

/** For lists of the new data: of each item the index that it had in the old list. */
export type Origins = ReadonlyMap<readonly unknown[], readonly (number | undefined)[]>;

/**
 * A YAML text that says something else. What differs is printed as a person would write it, in the style
 * of what it replaces; all else stays byte for byte: comments, line ends, indentation, quotes, order.
 *
 * @param was the data of the text
 * @param now the data that it is to have
 * @param origins which items of lists are which; in other lists, equal ones are the same
 */
export function rewriteYaml(existing: string, was: unknown, now: unknown, origins: Origins): string {
  const mark = existing.startsWith("\uFEFF") ? "\uFEFF" : "";
  const lineEnd = existing.includes("\r\n") ? "\r\n" : "\n";
  const ending = existing.endsWith("\n") ? "" : lineEnd;
  const text = existing.slice(mark.length) + ending;
  const { contents } = composeYaml(text, { keepSourceTokens: true });
  const source = { text, lineEnd, comments: commentsOf(text), ...indentationOf(text, contents) };
  const edits = edit(contents, was, now, { key: "", column: 0, inFlow: false });
  if (edits.length === 0) return existing;
  const rewritten = withEdits(text, edits);
  return mark + (ending === "" ? rewritten : rewritten.slice(0, -ending.length));

  function edit(node: unknown, was: unknown, now: unknown, place: ValuePlace): readonly Edit[] {
    if (isMap(node) && isData(was) && isData(now))
      return node.flow
        ? flowMapEdits(source, node, was, now, edit)
        : blockMapEdits(source, node, was, now, edit);
    if (isSeq(node) && Array.isArray(was) && Array.isArray(now)) {
      const from = origins.get(now) ?? alignItems(was, now);
      return (node.flow ? flowSeqEdits : blockSeqEdits)(source, node, was, now, from, edit);
    }
    return isScalar(node) ? [scalarEdit(source, node, now, place)] : [];
  }
}

/** How a text in lines is indented: by its first mapping and its first list. */
function indentationOf(text: string, contents: unknown): Pick<YamlText, "indent" | "indentSeq"> {
  const values = isMap(contents) ? contents.items.map(({ value }) => value) : [];
  const map = values.find((value) => isMap(value) && !value.flow);
  const seq = values.find((value) => isSeq(value) && !value.flow);
  return {
    indent: map ? columnOf(text, startOf(map)) : 2,
    indentSeq: !isSeq(seq) || columnOf(text, dashesOf(seq)[0] ?? 0) > 0,
  };
}

/** The edit by which a text, a number or a boolean says something else; the comment behind it stays there. */
function scalarEdit(source: YamlText, node: Scalar, now: unknown, place: ValuePlace): Edit {
  const [start = 0, valueEnd = 0] = node.range ?? [];
  const [first = "", ...lines] = printScalar(source, now, node, place).split(source.lineEnd);
  const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  if (!isBlock && lines.length === 0) return { start, end: valueEnd, text: first };

  const { text } = source;
  const lastLine = isBlock ? valueEnd : endOfLine(text, valueEnd);
  // What is behind the value, or behind the mark that begins a block.
  const behind = isBlock
    ? text.slice(start, endOfLine(text, start)).replace(/^\S+/, "")
    : text.slice(valueEnd, lastLine);
  const below = lines.map((line) => line + source.lineEnd).join("");
  // A comment that is indented like the lines of a block would become one of them.
  const end = endOfLines(source, lastLine, place.column);
  const comments = commentLines(source, lastLine, end, place.column);
  return { start, end, text: first + behind + below + comments };
}
