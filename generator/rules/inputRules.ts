import { rulesWithoutCode } from "./rule.js";

/** About files: found while reading them. In the order of the documentation. */
export const inputRules = rulesWithoutCode("input", {
  "no-spec-found": {
    severity: "error",
    summary: "The spec folder does not exist, or contains no `.yaml` or `.yml` file.",
  },
  "unreadable-file": {
    severity: "error",
    summary:
      "A spec or page is missing, is not a file, is larger than 5 MB or has a name that is not UTF-8, or a link leads a spec out of the project.",
  },
  "not-utf8": { severity: "error", summary: "A file is not UTF-8 text." },
  "yaml-syntax": {
    severity: "error",
    summary:
      "A file is not valid YAML, or uses YAML features that the spec language excludes: aliases, tags, several documents.",
  },
  "duplicate-key": { severity: "error", summary: "A key is listed twice in the same mapping." },
  "invalid-config": {
    severity: "error",
    summary:
      "The config file has an unsupported extension, is not a file, cannot be loaded, has an unknown key or an invalid value, or sets folders that a link places inside one another.",
  },
  "emitter-failed": {
    severity: "error",
    summary:
      "An emitter of the config throws, does not finish, gives what is no list of files, or gives other files when it is called again.",
  },
  "rule-failed": {
    severity: "error",
    summary: "A rule of the config throws, or gives what is no finding.",
  },
  "reader-failed": {
    severity: "error",
    summary: "A reader of the config throws, or gives what is no page.",
  },
  "shared-path": {
    severity: "error",
    summary: "Two emitters, or one emitter for two services, give a file of the same path.",
  },
  "no-page-found": {
    severity: "error",
    summary: "A folder that is given contains no page, or no spec records the address of its page.",
  },
  "page-not-fetched": {
    severity: "error",
    summary:
      "A page cannot be fetched: the URL is not https, or the server does not answer, does not send the page, or redirects to another server.",
  },
  "unreadable-state": {
    severity: "error",
    summary:
      "An argument of `diff` is not a spec, a page, a folder of either, or a git revision with a path.",
  },
});
