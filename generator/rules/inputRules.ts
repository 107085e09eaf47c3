import type { InputRule } from "./rule.js";

export const noSpecFound: InputRule = {
  id: "no-spec-found",
  stage: "input",
  severity: "error",
  summary: "The spec folder does not exist, or no `.yaml` or `.yml` file is in it.",
};

export const unreadableFile: InputRule = {
  id: "unreadable-file",
  stage: "input",
  severity: "error",
  summary:
    "A spec or a page is not a file, is not there, is larger than 5 MB, has a name that is not UTF-8, or is a spec that a link leads out of the project.",
};

export const notUtf8: InputRule = {
  id: "not-utf8",
  stage: "input",
  severity: "error",
  summary: "A file is not UTF-8 text.",
};

export const yamlSyntax: InputRule = {
  id: "yaml-syntax",
  stage: "input",
  severity: "error",
  summary:
    "A file is not YAML, or uses a part of YAML that the spec language leaves out: aliases, tags, several documents.",
};

export const duplicateKey: InputRule = {
  id: "duplicate-key",
  stage: "input",
  severity: "error",
  summary: "A key stands twice in the same mapping.",
};

export const invalidConfig: InputRule = {
  id: "invalid-config",
  stage: "input",
  severity: "error",
  summary:
    "The config file is not read for its ending, is no file, cannot be loaded, has a key or value that is not allowed, or gives folders that a link puts into one another.",
};

export const noPageFound: InputRule = {
  id: "no-page-found",
  stage: "input",
  severity: "error",
  summary: "A folder that should hold the vendor's pages has no `.rst` file.",
};

export const pageNotFetched: InputRule = {
  id: "page-not-fetched",
  stage: "input",
  severity: "error",
  summary:
    "A page's URL cannot be fetched: no answer, another one than the page, a redirect to another server, or no https URL.",
};

export const unreadableState: InputRule = {
  id: "unreadable-state",
  stage: "input",
  severity: "error",
  summary: "What `diff` is to compare is no spec, page, folder of either, or git revision with a path.",
};

/** In the order in which the documentation lists them. */
export const inputRules: readonly InputRule[] = [
  noSpecFound,
  unreadableFile,
  notUtf8,
  yamlSyntax,
  duplicateKey,
  invalidConfig,
  noPageFound,
  pageNotFetched,
  unreadableState,
];
