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
    "A page has no table of status or error codes; tables of parameters or of a process's exit codes do not count.",
};

const tableLeftOut: PageRule = {
  id: "table-left-out",
  stage: "page",
  severity: "warning",
  summary: "Besides its tables of codes, a page has a table that looks like one but is not read as one.",
};

const unsaidCell: PageRule = {
  id: "unsaid-cell",
  stage: "page",
  severity: "error",
  summary:
    "A spec cannot express part of a page's table: a row without a code or with too many cells, or a header.",
};

const textLost: PageRule = {
  id: "text-lost",
  stage: "page",
  severity: "error",
  summary: "A table on a page has text that the spec made from it would lose.",
};

const textNotKept: PageRule = {
  id: "text-not-kept",
  stage: "page",
  severity: "warning",
  summary: "A page has text around its tables that the spec made from it does not keep.",
};

const pageNotReproduced: PageRule = {
  id: "page-not-reproduced",
  stage: "page",
  severity: "warning",
  summary:
    "The page made from an imported spec is not byte for byte the original page, so no digest is recorded.",
};

export const invalidCall: PageRule = {
  id: "invalid-call",
  stage: "page",
  severity: "error",
  summary:
    "A single-page option of `import` is given with several pages, or `--into` is combined with `--new`.",
};

export const ambiguousSpec: PageRule = {
  id: "ambiguous-spec",
  stage: "page",
  severity: "error",
  summary:
    "It is unclear which spec a page belongs to: several fit, or the page looks like a different page.",
};

export const sharedPageId: PageRule = {
  id: "shared-page-id",
  stage: "page",
  severity: "warning",
  summary:
    "A page gets a new spec although an existing spec has its id and some of its entries, because that spec's own page still exists.",
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
  summary: "The page's name differs from the spec's `page.id`, although it is the spec's page.",
};

export const pageTitle: PageRule = {
  id: "page-title",
  stage: "page",
  severity: "error",
  summary: "Page and spec differ in the title of the page or of one of its tables.",
};

export const pageLabel: PageRule = {
  id: "page-label",
  stage: "page",
  severity: "error",
  summary: "Page and spec differ in the label of the page or of one of its tables.",
};

export const pageColumns: PageRule = {
  id: "page-columns",
  stage: "page",
  severity: "error",
  summary: "Page and spec differ in the columns of a table.",
};

export const pageText: PageRule = {
  id: "page-text",
  stage: "page",
  severity: "error",
  summary: "Page and spec differ in the text around the tables.",
};

export const pageEntryMissing: PageRule = {
  id: "page-entry-missing",
  stage: "page",
  severity: "error",
  summary: "An entry on the page is missing from the spec, or marked as retired there.",
};

export const pageEntryExtra: PageRule = {
  id: "page-entry-extra",
  stage: "page",
  severity: "error",
  summary: "An entry of the spec that is not marked as retired is not on the page.",
};

export const pageEntryAltered: PageRule = {
  id: "page-entry-altered",
  stage: "page",
  severity: "error",
  summary: "Page and spec differ in an entry.",
};

export const pageOrder: PageRule = {
  id: "page-order",
  stage: "page",
  severity: "error",
  summary: "Page and spec have the entries in a different order, or in different tables.",
};

export const deviationNotOnPage: PageRule = {
  id: "deviation-not-on-page",
  stage: "page",
  severity: "error",
  summary: "The original of a deviation is not on the page.",
};

export const pageWithoutSpec: PageRule = {
  id: "page-without-spec",
  stage: "page",
  severity: "error",
  summary:
    "A page belongs to no spec: none records it as its source or has its id, and no spec without a page has half of its rows.",
};

export const pageNotGiven: PageRule = {
  id: "page-not-given",
  stage: "page",
  severity: "warning",
  summary: "A spec's page is not among the given pages.",
};

export const pageBytes: PageRule = {
  id: "page-bytes",
  stage: "page",
  severity: "warning",
  summary:
    "Page and spec agree, but the page's SHA-256 is not the spec's `digest`: layout or white space changed.",
};

export const pageWithoutDigest: PageRule = {
  id: "page-without-digest",
  stage: "page",
  severity: "warning",
  summary: "A spec records no `digest`, so it can only be verified against its page.",
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
