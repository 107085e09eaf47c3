import type { PageRule } from "./rule.js";

export const unreadablePage: PageRule = {
  id: "unreadable-page",
  stage: "page",
  severity: "error",
  summary: "A page cannot be parsed as reStructuredText.",
};

export const noCodeTable: PageRule = {
  id: "no-code-table",
  stage: "page",
  severity: "error",
  summary:
    "A page has no table of status or error codes, such as one of parameters or of a process's exit codes.",
};

const tableLeftOut: PageRule = {
  id: "table-left-out",
  stage: "page",
  severity: "warning",
  summary: "A page has a table beside those of codes that looks like one of codes and is not read as one.",
};

const unsaidCell: PageRule = {
  id: "unsaid-cell",
  stage: "page",
  severity: "error",
  summary:
    "A spec has no way to say a part of a page's table: a row without a code or with too many cells, or a header.",
};

const textLost: PageRule = {
  id: "text-lost",
  stage: "page",
  severity: "error",
  summary: "A table of a page says something that the spec made of it would not say.",
};

const textNotKept: PageRule = {
  id: "text-not-kept",
  stage: "page",
  severity: "warning",
  summary: "A page has a text around its tables that the spec made of it does not keep.",
};

const pageNotReproduced: PageRule = {
  id: "page-not-reproduced",
  stage: "page",
  severity: "warning",
  summary:
    "The page made from an imported spec has other bytes than the page it was made from, so no digest is recorded.",
};

export const invalidCall: PageRule = {
  id: "invalid-call",
  stage: "page",
  severity: "error",
  summary: "An option of `import` for a single page is given with several, or `--into` with `--new`.",
};

export const ambiguousSpec: PageRule = {
  id: "ambiguous-spec",
  stage: "page",
  severity: "error",
  summary: "Which spec a page belongs to is not clear: several fit, or the page looks like another one.",
};

export const sharedPageId: PageRule = {
  id: "shared-page-id",
  stage: "page",
  severity: "warning",
  summary:
    "A page gets a new spec although one has its id and some of its entries: that one's own page is still there.",
};

export const allRetired: PageRule = {
  id: "all-retired",
  stage: "page",
  severity: "error",
  summary: "Importing a page would retire every entry of a table.",
};

export const pageRenamed: PageRule = {
  id: "page-renamed",
  stage: "page",
  severity: "error",
  summary:
    "The page has another name than the spec's `page.id`; what it says tells that it is the spec's page.",
};

export const pageTitle: PageRule = {
  id: "page-title",
  stage: "page",
  severity: "error",
  summary: "The page or one of its tables has another title than the spec says.",
};

export const pageLabel: PageRule = {
  id: "page-label",
  stage: "page",
  severity: "error",
  summary: "The page or one of its tables has another label than the spec says.",
};

export const pageColumns: PageRule = {
  id: "page-columns",
  stage: "page",
  severity: "error",
  summary: "The page's tables have other columns than the spec's.",
};

export const pageText: PageRule = {
  id: "page-text",
  stage: "page",
  severity: "error",
  summary: "What the page says around its tables is not what the spec says.",
};

export const pageEntryMissing: PageRule = {
  id: "page-entry-missing",
  stage: "page",
  severity: "error",
  summary: "An entry of the page is not in the spec.",
};

export const pageEntryExtra: PageRule = {
  id: "page-entry-extra",
  stage: "page",
  severity: "error",
  summary: "An entry of the spec, which is not marked as retired, is not on the page.",
};

export const pageEntryAltered: PageRule = {
  id: "page-entry-altered",
  stage: "page",
  severity: "error",
  summary: "An entry of the spec says something else than the page.",
};

export const pageOrder: PageRule = {
  id: "page-order",
  stage: "page",
  severity: "error",
  summary: "The page's entries stand in another order, or in other tables, than the spec's.",
};

export const deviationNotOnPage: PageRule = {
  id: "deviation-not-on-page",
  stage: "page",
  severity: "error",
  summary: "The page does not say what a deviation gives as its original.",
};

export const pageWithoutSpec: PageRule = {
  id: "page-without-spec",
  stage: "page",
  severity: "error",
  summary:
    "No spec records the page as its source or has its id, and none that is left has half of its rows.",
};

export const pageNotGiven: PageRule = {
  id: "page-not-given",
  stage: "page",
  severity: "warning",
  summary: "None of the given pages is the page of a spec.",
};

export const pageBytes: PageRule = {
  id: "page-bytes",
  stage: "page",
  severity: "warning",
  summary:
    "The page says what the spec says, but its SHA-256 is not the spec's `digest`: layout or white space changed.",
};

export const pageWithoutDigest: PageRule = {
  id: "page-without-digest",
  stage: "page",
  severity: "warning",
  summary: "A spec records no `digest`, so without its page nothing proves it.",
};

/** In the order in which the documentation lists them. */
export const pageRules: readonly PageRule[] = [
  unreadablePage,
  noCodeTable,
  tableLeftOut,
  unsaidCell,
  textLost,
  textNotKept,
  pageNotReproduced,
  invalidCall,
  ambiguousSpec,
  sharedPageId,
  allRetired,
  pageRenamed,
  pageTitle,
  pageLabel,
  pageColumns,
  pageText,
  pageEntryMissing,
  pageEntryExtra,
  pageEntryAltered,
  pageOrder,
  deviationNotOnPage,
  pageWithoutSpec,
  pageNotGiven,
  pageBytes,
  pageWithoutDigest,
];
