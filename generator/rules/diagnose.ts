import type { Diagnostic, SourceRange } from "../diagnostics/diagnostic.js";
import type { PageFinding } from "../page/pageFinding.js";
import type { YamlSource } from "../spec/yamlSource.js";
import { pageRules } from "./pageRules.js";
import type { Finding, Rule } from "./rule.js";

/** Where a finding is: in a file as a whole, or in a part of it. */
type Place = string | { readonly file: string; readonly range: SourceRange };

/** The diagnostic of a rule at a place; the only place where one is made. */
export function diagnose(
  { id, severity }: Pick<Rule, "id" | "severity">,
  place: Place,
  message: string,
  help: string,
): Diagnostic {
  return { rule: id, severity, message, help, ...(typeof place === "string" ? { file: place } : place) };
}

/** The first line of a file, for a finding that is about all of it and has to be somewhere. */
export function firstLineOf(file: string): Place {
  const start = { line: 1, column: 1 };
  return { file, range: { start, end: start } };
}

/** The diagnostic of what reading a page found, on the line that it is about; what to do depends on the command. */
export function diagnosePageFinding(
  { rule, line, message, help }: PageFinding,
  { file, lines }: { readonly file: string; readonly lines: readonly string[] },
  helps: Readonly<Record<PageFinding["rule"], string>>,
): Diagnostic {
  const end = (lines[line - 1] ?? "").trimEnd().length + 1;
  const range = { start: { line, column: 1 }, end: { line, column: end } };
  return diagnose(pageRules[rule], { file, range }, message, help ?? helps[rule]);
}

/** The diagnostic of a rule's finding in a spec. */
export function diagnoseFinding(
  rule: Pick<Rule, "id" | "severity">,
  { path, target, range, related, message, help }: Finding,
  source: YamlSource,
): Diagnostic {
  const place = { file: source.file, range: range ?? source.rangeOf(path, target) };
  const diagnostic = diagnose(rule, place, message, help);
  if (!related) return diagnostic;
  const from = related.spec?.source ?? source;

  return {
    ...diagnostic,
    related: [{ message: related.message, file: from.file, range: from.rangeOf(related.path) }],
  };
}
