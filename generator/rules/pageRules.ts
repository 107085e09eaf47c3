import { rulesWithoutCode } from "./rule.js";

/** About a page: how it was read, and where it and its spec say different things. In the order of the documentation. */
export const pageRules = rulesWithoutCode("page", {
  "unreadable-page": { severity: "error", summary: "A page cannot be read in its format." },
  "no-code-table": {
    severity: "error",
    summary:
      "A page has no table of status or error codes; tables of parameters or of a process's exit codes do not count.",
  },
  "table-left-out": {
    severity: "warning",
    summary: "Besides its tables of codes, a page has a table that looks like one but is not read as one.",
  },
  "unsaid-cell": {
    severity: "error",
    summary:
      "A spec cannot express part of a page's table: a row without a code or with too many cells, or a header.",
  },
  "text-lost": {
    severity: "error",
    summary: "A table on a page has text that the spec made from it would lose.",
  },
  "text-not-kept": {
    severity: "warning",
    summary: "A page has text around its tables that the spec made from it does not keep.",
  },
  "page-not-reproduced": {
    severity: "warning",
    summary:
      "The page made from an imported spec is not byte for byte the original page, so no digest is recorded.",
  },
  "invalid-call": {
    severity: "error",
    summary:
      "A single-page option of `import` is given with several pages, or `--into` is combined with `--new`.",
  },
  "ambiguous-spec": {
    severity: "error",
    summary:
      "It is unclear which spec a page belongs to: several fit, or the page looks like a different page.",
  },
  "shared-page-id": {
    severity: "warning",
    summary:
      "A page gets a new spec although an existing spec has its id and some of its entries, because that spec's own page still exists.",
  },
  "all-retired": { severity: "error", summary: "Importing a page would retire every entry of a table." },
  "page-renamed": {
    severity: "error",
    summary: "The page's name differs from the spec's `page.id`, although it is the spec's page.",
  },
  "page-title": {
    severity: "error",
    summary: "Page and spec differ in the title of the page or of one of its tables.",
  },
  "page-label": {
    severity: "error",
    summary: "Page and spec differ in the label of the page or of one of its tables.",
  },
  "page-columns": { severity: "error", summary: "Page and spec differ in the columns of a table." },
  "page-text": { severity: "error", summary: "Page and spec differ in the text around the tables." },
  "page-entry-missing": {
    severity: "error",
    summary: "An entry on the page is missing from the spec, or marked as retired there.",
  },
  "page-entry-extra": {
    severity: "error",
    summary: "An entry of the spec that is not marked as retired is not on the page.",
  },
  "page-entry-altered": { severity: "error", summary: "Page and spec differ in an entry." },
  "page-order": {
    severity: "error",
    summary: "Page and spec have the entries in a different order, or in different tables.",
  },
  "deviation-not-on-page": { severity: "error", summary: "The original of a deviation is not on the page." },
  "page-without-spec": {
    severity: "error",
    summary:
      "A page belongs to no spec: none records it as its source or has its id, and no spec without a page has half of its rows.",
  },
  "page-not-given": { severity: "warning", summary: "A spec's page is not among the given pages." },
  "page-bytes": {
    severity: "warning",
    summary:
      "Page and spec agree, but the page's SHA-256 is not the spec's `digest`: layout or white space changed.",
  },
  "page-without-digest": {
    severity: "warning",
    summary: "A spec records no `digest`, so it can only be verified against its page.",
  },
});
