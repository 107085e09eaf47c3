import type { InputRule } from "./rule.js";

export const noSpecFound: InputRule = {
  id: "no-spec-found",
  stage: "input",
  severity: "error",
  summary: "The spec folder does not exist, or contains no `.yaml` or `.yml` file.",
};

export const unreadableFile: InputRule = {
  id: "unreadable-file",
  stage: "input",
  severity: "error",
  summary:
    "A spec or page is missing, is not a file, is larger than 5 MB or has a name that is not UTF-8, or a link leads a spec out of the project.",
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
    "A file is not valid YAML, or uses YAML features that the spec language excludes: aliases, tags, several documents.",
};

export const duplicateKey: InputRule = {
  id: "duplicate-key",
  stage: "input",
  severity: "error",
  summary: "A key is listed twice in the same mapping.",
};

export const invalidConfig: InputRule = {
  id: "invalid-config",
  stage: "input",
  severity: "error",
  summary:
    "The config file has an unsupported extension, is not a file, cannot be loaded, has an unknown key or an invalid value, or sets folders that a link places inside one another.",
};

export const noPageFound: InputRule = {
  id: "no-page-found",
  stage: "input",
  severity: "error",
  summary: "A folder given for the vendor's pages contains no `.rst` file.",
};

export const pageNotFetched: InputRule = {
  id: "page-not-fetched",
  stage: "input",
  severity: "error",
  summary:
    "A page cannot be fetched: the URL is not https, or the server does not answer, does not send the page, or redirects to another server.",
};

export const unreadableState: InputRule = {
  id: "unreadable-state",
  stage: "input",
  severity: "error",
  summary: "An argument of `diff` is not a spec, a page, a folder of either, or a git revision with a path.",
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
