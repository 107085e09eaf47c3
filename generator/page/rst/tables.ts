import type { Paragraph } from "mdast";
import type { PageCell, PageNode, PageTable } from "../pageTree.js";
import { isTooMuch, textLimit } from "../../markdown/textBudget.js";
import { type CellBlocks, cellBlocks } from "./cellBlocks.js";
import { type Construct, type Context, linesBetween } from "./context.js";
import { isGridTop, parseGridTable } from "./gridTable.js";
import type { Problem, RawCell, RawRow, RawTable } from "./rawTable.js";
import { isSimpleBorder, isSimpleTop, parseSimpleTable } from "./simpleTable.js";
import { isBlank, type SourceLine, textOfLines } from "./sourceLines.js";

/** A table that is drawn with `+`, `-` and `|`. */
export const gridTable: Construct = (lines, at, context) => {
  if (!isGridTop(lines[at]?.text ?? "")) return undefined;
  let next = at;
  while (next < lines.length && !isBlank(lines[next])) next++;
  const block = lines.slice(at, next);
  const odd = block.find(({ text }) => !/^[+|]/.test(text));
  const last = block.at(-1);
  const problem = odd
    ? {
        line: odd.line,
        message: "The line is not part of the table above it, but no blank line separates them.",
      }
    : last && (block.length < 3 || !isGridTop(last.text))
      ? { line: last.line, message: "The table has no bottom border." }
      : undefined;
  return {
    nodes: [tableNode(problem ?? parseGridTable(block), "grid", lines, at, next, context)],
    next,
  };
};

/** A table that is drawn with `=`. */
export const simpleTable: Construct = (lines, at, context) => {
  const top = lines[at]?.text ?? "";
  if (!isSimpleTop(top)) return undefined;
  const end = bottomOf(lines, at);
  if (typeof end !== "number") {
    let next = at;
    while (next < lines.length && !isBlank(lines[next])) next++;
    return { nodes: [tableNode(end, "simple", lines, at, next, context)], next };
  }
  const parsed = parseSimpleTable(lines.slice(at, end + 1));
  return { nodes: [tableNode(parsed, "simple", lines, at, end + 1, context)], next: end + 1 };
};

/** The index of the bottom border: the second one below the top, or one above a blank line. */
function bottomOf(lines: readonly SourceLine[], at: number): number | Problem {
  const width = lines[at]?.text.length;
  let borders = 0;
  for (let index = at + 1; index < lines.length; index++) {
    const { text, line } = lines[index] ?? { text: "", line: 0 };
    if (!isSimpleBorder(text)) continue;
    if (text.length !== width)
      return {
        line,
        message: `The border is ${text.length} columns wide, but the table's top border is ${width}.`,
      };
    const isLast = isBlank(lines[index + 1]);
    borders++;
    if (isLast) return index;
    if (borders === 2)
      return {
        line: line + 1,
        message: "The line is not part of the table above it, but no blank line separates them.",
      };
  }
  return {
    line: lines[at]?.line ?? 0,
    message: "The table has no bottom border with a blank line below it.",
  };
}

function tableNode(
  table: RawTable | Problem,
  layout: PageTable["layout"],
  lines: readonly SourceLine[],
  at: number,
  next: number,
  context: Context,
): PageNode {
  const place = linesBetween(lines, at, next);
  if ("message" in table) {
    context.tableProblems.push(table);
    return { kind: "unknown", what: "table that cannot be read", lines: place };
  }
  if (table.body.length === 0)
    context.tableProblems.push({ line: place.start, message: "The table has no rows." });
  return pageTable(table, layout, place, context);
}

/** A table with its cells parsed. */
export function pageTable(
  { head, body }: RawTable,
  layout: PageTable["layout"],
  lines: PageTable["lines"],
  context: Context,
): PageTable {
  const [header, ...more] = parsedRows(head, context);
  return {
    kind: "table",
    layout,
    ...(header && { header }),
    ...(more.length > 0 && { moreHeaders: more }),
    // Between two borders without a line between them lies a row that says nothing.
    rows: parsedRows(body, context).filter((row) => row.some(({ source }) => source.join("") !== "")),
    lines,
  };
}

/** Rows with a cell for each column: blank ones where a cell of another row or column reaches. */
function parsedRows(rows: readonly RawRow[], context: Context): PageCell[][] {
  const reaching: number[] = [];
  return rows.map((row) => {
    const line = row.find((cell) => cell)?.line ?? 0;
    return row.map((cell, column): PageCell => {
      const continues = (reaching[column] ?? 0) > 0;
      if (continues) reaching[column] = (reaching[column] ?? 0) - 1;
      if (!cell) {
        return { blocks: [], lines: { start: line, end: line }, source: [], ...(continues && { continues }) };
      }
      for (let index = 0; index <= cell.moreColumns; index++) reaching[column + index] = cell.moreRows;
      return parsedCell(cell, context);
    });
  });
}

function parsedCell({ lines, line, moreColumns }: RawCell, outer: Context): PageCell {
  const inside: Context = { ...outer, tableProblems: [], textProblems: [], isInCell: true };
  const { blocks, unsaid } = blocksOf(lines, line, inside);
  const all = [...unsaid, ...inside.tableProblems, ...inside.textProblems];
  return {
    blocks,
    lines: { start: line, end: (lines.at(-1)?.line ?? line) + 1 },
    source: lines.map(({ text }) => text),
    ...(moreColumns > 0 && { columns: moreColumns + 1 }),
    ...(all.length > 0 && { unsaid: all }),
  };
}

function blocksOf(lines: readonly SourceLine[], line: number, inside: Context): CellBlocks {
  const text = textOfLines(lines);
  const message = `A spec cannot hold a text of over ${textLimit}`;
  if (isTooMuch(text)) return { blocks: [], unsaid: [{ line, message }] };
  if (!inside.isWithinBudget(text, line)) return { blocks: [], unsaid: [] };
  const sign = loneSign(lines);
  return sign === undefined ? cellBlocks(inside.parse(lines, inside)) : { blocks: [sign], unsaid: [] };
}

/** The sign of a bullet with nothing behind it is a text: people write `-` where there is nothing to say. */
function loneSign(lines: readonly SourceLine[]): Paragraph | undefined {
  const texts = lines.map(({ text }) => text.trim()).filter((text) => text !== "");
  const [value, ...more] = texts;
  return value !== undefined && more.length === 0 && /^[-+*\u2022\u2023\u2043]$/.test(value)
    ? { type: "paragraph", children: [{ type: "text", value }] }
    : undefined;
}
