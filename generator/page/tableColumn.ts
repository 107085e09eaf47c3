import { blocksToText } from "../markdown/parseMarkdown.js";
import { isDash } from "../spec/isDash.js";
import { type CodeHeader, codeHeader } from "./codeHeader.js";
import { bareCode } from "./codeText.js";
import type { PageCell, PageTable } from "./pageTree.js";

/** A column as texts, without the cells that say nothing. */
export interface TableColumn {
  readonly header: string;
  /** What the header says about codes below it. */
  readonly kind: CodeHeader | undefined;
  readonly cells: readonly string[];
  /** The page's line of each cell. */
  readonly lines: readonly number[];
}

/** The columns of a table, or `undefined` where it has no header. */
export function columnsOf({ header, rows }: PageTable): TableColumn[] | undefined {
  return header?.map((cell, index) => {
    const text = textOf(cell);
    const cells = rows
      .flatMap((row) => row[index] ?? [])
      .map((each) => ({ said: bareCode(textOf(each)), line: each.lines.start }))
      .filter(({ said }) => said !== "" && !isDash(said));
    return {
      header: text,
      kind: codeHeader(text),
      cells: cells.map(({ said }) => said),
      lines: cells.map(({ line }) => line),
    };
  });
}

/** The text of a cell, on one line and without markup. */
export function textOf({ blocks }: PageCell): string {
  return blocksToText(blocks).replaceAll(/\s+/g, " ").trim();
}
