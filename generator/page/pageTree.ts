import type { PhrasingContent, RootContent } from "mdast";

/** Lines of a page, counted from 1; `end` is the line after the last one. */
export interface PageLines {
  readonly start: number;
  readonly end: number;
}

/** What stands on a page, as far as code tables are concerned; texts are Markdown trees. */
export type PageNode =
  | PageLabel
  | PageHeading
  | PageText
  | PageList
  | PageTable
  | { readonly kind: "unknown"; readonly what: string; readonly lines: PageLines };

/** A target that references can name: `.. _label:`. */
interface PageLabel {
  readonly kind: "label";
  readonly name: string;
  readonly lines: PageLines;
}

interface PageHeading {
  readonly kind: "heading";
  /** 1 for the page's title. */
  readonly level: number;
  readonly text: readonly PhrasingContent[];
  readonly lines: PageLines;
}

/** A paragraph, note or block of code. */
interface PageText {
  readonly kind: "text";
  readonly block: RootContent;
  readonly lines: PageLines;
}

interface PageList {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly (readonly PageNode[])[];
  readonly lines: PageLines;
}

export interface PageTable {
  readonly kind: "table";
  /** The directive's title, number and all; absent without a directive. */
  readonly title?: readonly PhrasingContent[];
  readonly layout: "grid" | "simple";
  /** Whether the header stands in an ordinary row, the first. */
  readonly isHeadless?: boolean;
  /** Absent where the table has no header row. */
  readonly header?: readonly PageCell[];
  readonly rows: readonly (readonly PageCell[])[];
  readonly lines: PageLines;
}

export interface PageCell {
  readonly blocks: readonly RootContent[];
  readonly lines: PageLines;
}
