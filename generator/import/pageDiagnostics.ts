import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { PageFinding } from "../page/pageFinding.js";
import { rules } from "../rules/registry.js";
import { noCodeTable, unreadablePage } from "../rules/pageRules.js";
import { aboutPage } from "./aboutPage.js";
import { otherFormatOfText } from "./otherFormat.js";

interface PageOfFindings {
  readonly file: string;
  readonly text: string;
  /** Whether the page was not named itself, so that it may well have no code table. */
  readonly isFromFolder: boolean;
  /** Whether the columns' roles were given. */
  readonly hasRoles: boolean;
}

/** What `import` found on a page. A page in a folder that has no code table gives one warning, however many tables it has. */
export function pageDiagnostics(page: PageOfFindings, findings: readonly PageFinding[]): Diagnostic[] {
  const hasNone = findings.some(({ rule }) => rule === "no-code-table");
  const isUnreadable = findings.some(({ rule }) => rule === "unreadable-page");
  const format = hasNone || isUnreadable ? otherFormatOfText(page.text) : undefined;
  if (format) {
    const message = `The page is ${format.name}, not reStructuredText.`;
    return [aboutPage(unreadablePage, page.file, message, format.help)];
  }
  if (hasNone && page.isFromFolder) return [withoutCodeTable(page, findings)];
  const lines = page.text.split("\n");
  return findings.map((finding) => diagnosticOf(finding, page, lines));
}

function withoutCodeTable(page: PageOfFindings, findings: readonly PageFinding[]): Diagnostic {
  const [first, ...others] = findings.filter(({ rule }) => rule === "no-code-table");
  const message =
    others.length === 0 && first
      ? first.message
      : `The page has no table of codes: none of its ${others.length + 1} tables has a column of codes.`;
  const rule = { ...noCodeTable, severity: "warning" } as const;
  return aboutPage(rule, page.file, message, helpFor("no-code-table", page.hasRoles));
}

function diagnosticOf(
  { rule: id, line, message, help }: PageFinding,
  page: PageOfFindings,
  lines: readonly string[],
): Diagnostic {
  const { length } = (lines[line - 1] ?? "").trimEnd();
  return {
    rule: id,
    severity: rules.find((rule) => rule.id === id)?.severity ?? "error",
    message,
    help: help ?? helpFor(id, page.hasRoles),
    file: page.file,
    range: { start: { line, column: 1 }, end: { line, column: length + 1 } },
  };
}

function helpFor(rule: PageFinding["rule"], hasRoles: boolean): string {
  return rule === "no-code-table" && hasRoles
    ? "Correct `--columns`: give one role for each column of the table."
    : helps[rule];
}

const helps: Readonly<Record<PageFinding["rule"], string>> = {
  "no-code-table":
    "If a table does hold codes, import the page by itself and give its columns with `--columns`.",
  "unreadable-page": "Fix the page's markup on this line.",
  "unsaid-cell": "Fix the page, or import everything else with `--lossy`.",
  "text-lost": "Rewrite the text on the page, or import everything else with `--lossy`.",
  "table-left-out":
    "Ignore this if the table lists no codes; otherwise give the columns of the page's tables with `--columns`.",
  "text-not-kept": "Add it to the spec, for example in `before` or `after`, if it matters.",
  "page-not-reproduced": "Compare the spec with the page.",
};
