import type { PhrasingContent, RootContent } from "mdast";

/** Lines of a page, counted from 1; `end` is the line after the last one. */
export interface PageLines {
  readonly start: number;
  readonly end: number;
}

/** What is on a page, as far as code tables are concerned; texts are Markdown trees. */
export type PageNode =
  | PageLabel
  | PageHeading
  | PageText
  | PageList
  | PageContainer
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

export interface PageList {
  readonly kind: "list";
  readonly ordered: boolean;
  /** The number of the first item; absent for bullets. */
  readonly start?: number;
  /** Whether the items are numbered by digits, or number themselves; absent for bullets. */
  readonly isArabic?: boolean;
  readonly items: readonly (readonly PageNode[])[];
  /** For each item, whether a blank line comes before it. */
  readonly isApart: readonly boolean[];
  readonly lines: PageLines;
}

/** A note, or another directive whose content is parsed, since there are tables in it. */
interface PageContainer {
  readonly kind: "container";
  readonly name: string;
  /** Whether the directive's content is certain to be reStructuredText. */
  readonly isKnown: boolean;
  readonly children: readonly PageNode[];
  readonly lines: PageLines;
}

export interface PageTable {
  readonly kind: "table";
  /** The directive's title, number and all; absent without a directive. */
  readonly title?: readonly PhrasingContent[];
  /** How reStructuredText has it; in `other` formats, a cell that is blank continues none. */
  readonly layout: "grid" | "simple" | "list" | "csv" | "other";
  /** What people read in it, where its lines have other text as well. */
  readonly text?: string;
  /** Whether it is made of headings or a list, so that its header is not on the page. */
  readonly isImplied?: boolean;
  /** Whether its header is not on the page. */
  readonly isHeaderImplied?: boolean;
  /** Whether the header is in an ordinary row, the first. */
  readonly isHeadless?: boolean;
  /** Absent where the table has no header row. */
  readonly header?: readonly PageCell[];
  /** The header rows after the first. */
  readonly moreHeaders?: readonly (readonly PageCell[])[];
  readonly rows: readonly (readonly PageCell[])[];
  readonly lines: PageLines;
}

export interface PageCell {
  readonly blocks: readonly RootContent[];
  readonly lines: PageLines;
  /** The cell's own lines, as the page has them. */
  readonly source: readonly string[];
  /** Whether a cell of a row above reaches here. */
  readonly continues?: boolean;
  /** How many columns the cell takes, where it takes several. */
  readonly columns?: number;
  /** What a spec has no words for, and what docutils takes for an error. */
  readonly unsaid?: readonly { readonly line: number; readonly message: string }[];
}
