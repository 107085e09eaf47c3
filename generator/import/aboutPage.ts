import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Rule } from "../rules/rule.js";

/** A finding about a page as a whole: it points to the page's first line. */
export function aboutPage(
  { id, severity }: Pick<Rule, "id" | "severity">,
  file: string,
  message: string,
  help: string,
): Diagnostic {
  const start = { line: 1, column: 1 };
  return { rule: id, severity, message, help, file, range: { start, end: start } };
}
