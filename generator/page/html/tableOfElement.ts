import type { Element, Root } from "hast";
import type { ReaderCell, ReaderTable } from "../reader.js";
import { markdownOf } from "./markdownOf.js";
import { linesOf } from "./linesOf.js";
import { elementsBelow, isElement, textOf } from "./visible.js";

/** Beyond these, a table is none that people made: cells can span thousands of columns and rows. */
const most = { columns: 101, cells: 200_000 };

/** A table with its cells in their places, as a browser lays them out; `undefined` where it has too many. */
export function tableOfElement(table: Element): ReaderTable | undefined {
  const groups = rowGroups(table);
  const left = { cells: most.cells };
  const rows = groups.flatMap((group) => placedRows(group, left));
  if (left.cells < 0) return undefined;
  const inHead = groups[0]?.isHead ? groups[0].rows.length : 0;
  const firstCells = cellsOf(groups[0]?.rows[0]);
  const isFirstOfHeads = firstCells.length > 0 && firstCells.every(({ tagName }) => tagName === "th");
  const headRows = Math.max(inHead, isFirstOfHeads ? 1 : 0);
  const [head = [], ...more] = rows
    .slice(0, headRows)
    .filter((row) => row.some(({ markdown }) => markdown !== ""));
  const [second, ...others] = more.flat();
  const caption = table.children.find((child) => isElement(child, "caption"));
  return {
    ...(caption && { title: textOf(caption).trim() }),
    header: second ? [withSecondHeader(head, [second, ...others]), ...head.slice(1)] : head,
    rows: rows.slice(headRows).filter((row) => row.length > 0),
    lines: linesOf(table),
    text: textOf(table),
  };
}

/** A header row after the first is no row of codes, and there is nowhere else for it. */
function withSecondHeader(
  [first]: readonly ReaderCell[],
  more: readonly [ReaderCell, ...ReaderCell[]],
): ReaderCell {
  const unsaid = ["A spec has one header row for each table, but this table has several"];
  return { ...(first ?? more[0]), unsaid };
}

interface RowGroup {
  readonly isHead: boolean;
  readonly rows: readonly Element[];
}

/** The parts of a table in the order in which a browser shows them: its head first, its foot last. */
function rowGroups({ children }: Element): RowGroup[] {
  const groups = children.filter((child) => isElement(child, "thead", "tbody", "tfoot", "tr"));
  const order = ["thead", "tbody", "tr", "tfoot"];
  const rank = ({ tagName }: Element) => (tagName === "tr" ? 1 : order.indexOf(tagName));
  return [...groups]
    .sort((a, b) => rank(a) - rank(b))
    .map((group) => ({
      isHead: group.tagName === "thead",
      rows: group.tagName === "tr" ? [group] : group.children.filter((child) => isElement(child, "tr")),
    }));
}

function cellsOf(row: Element | undefined): Element[] {
  return row?.children.filter((child) => isElement(child, "td", "th")) ?? [];
}

/**
 * The rows of a part with a cell for each column: blank ones where a cell of another row or column reaches.
 *
 * @param left - how many cells the table may still have; below 0, it had too many, and not all rows are given
 */
function placedRows({ rows }: RowGroup, left: { cells: number }): ReaderCell[][] {
  /** For each column, how many more rows the cell above takes. */
  let reaching: readonly number[] = [];
  const all: ReaderCell[][] = [];
  for (const [index, row] of rows.entries()) {
    const placed: ReaderCell[] = [];
    const below: number[] = [];
    const lines = linesOf(row);
    const fill = () => {
      for (let above = reaching[placed.length] ?? 0; above > 0; above = reaching[placed.length] ?? 0) {
        below[placed.length] = above - 1;
        placed.push({ markdown: "", lines, continues: true });
      }
    };
    for (const cell of cellsOf(row)) {
      fill();
      const columns = spanOf(cell, "colSpan", most.columns);
      const more = spanOf(cell, "rowSpan", rows.length - index) - 1;
      const blank = { markdown: "", lines };
      for (let column = 0; column < columns; column++) {
        below[placed.length] = more;
        placed.push(column > 0 ? blank : { ...cellOf(cell), ...(columns > 1 && { columns }) });
      }
    }
    fill();
    reaching = below;
    all.push(placed);
    left.cells -= placed.length;
    if (left.cells < 0) break;
  }
  return all;
}

function spanOf({ properties }: Element, name: "colSpan" | "rowSpan", mostOf: number): number {
  const span = Number(properties[name] ?? 1);
  if (name === "rowSpan" && span === 0) return mostOf;
  return Number.isInteger(span) && span > 0 ? Math.min(span, mostOf) : 1;
}

function cellOf(cell: Element): ReaderCell {
  const hasTable = elementsBelow(cell, "table").length > 0;
  const { children } = cell as Element | Root;
  return {
    markdown: markdownOf(hasTable ? [{ type: "text", value: textOf(cell) }] : children),
    lines: linesOf(cell),
    ...(hasTable && { unsaid: ["There is a table in this cell, which a spec cannot express"] }),
  };
}
