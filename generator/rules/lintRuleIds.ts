/** The ids of the rules of stage `lint`, whose severity the config can change. */
export const lintRuleIds = [
  "reason-phrase",
  "unregistered-code",
  "full-stop",
  "white-space",
  "invisible-character",
  "unsafe-link",
  "identical-text",
  "repeated-code",
  "page-digest",
  "disable-comment",
] as const;

export type LintRuleId = (typeof lintRuleIds)[number];
