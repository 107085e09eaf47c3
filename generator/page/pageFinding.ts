/** Something about a page that its reader should know. */
export interface PageFinding {
  readonly rule:
    | "no-code-table"
    | "table-left-out"
    | "unreadable-page"
    | "unsaid-cell"
    | "text-lost"
    | "text-not-kept"
    | "page-not-reproduced";
  /** The page's line, counted from 1. */
  readonly line: number;
  readonly message: string;
  /** What to do about it, where that is not the same for every finding of the rule. */
  readonly help?: string;
}
