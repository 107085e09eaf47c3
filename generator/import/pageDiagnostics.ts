import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { PageFinding } from "../page/pageFinding.js";
import { diagnose, diagnosePageFinding, firstLineOf } from "../rules/diagnose.js";
import { pageRules } from "../rules/pageRules.js";
import { otherFormatOfText } from "./otherFormat.js";

interface PageOfFindings {
  readonly file: string;
  readonly text: string;
  /** Whether a reader of people's own has read it. */
  readonly isOwnFormat: boolean;
  /** Whether the page was not named itself, so that it may well have no code table. */
  readonly isFromFolder: boolean;
  /** Whether the columns' roles were given. */
  readonly hasRoles: boolean;
}

/** What `import` found on a page. A page in a folder that has no code table gives one warning, however many tables it has. */
export function pageDiagnostics(page: PageOfFindings, findings: readonly PageFinding[]): Diagnostic[] {
  const hasNone = findings.some(({ rule }) => rule === "no-code-table");
  const isUnreadable = findings.some(({ rule }) => rule === "unreadable-page");
  const isOther = (hasNone || isUnreadable) && !page.isOwnFormat;
  const format = isOther ? otherFormatOfText(page.text) : undefined;
  if (format) {
    const message = `The page is ${format.name}, not reStructuredText.`;
    return [diagnose(pageRules["unreadable-page"], firstLineOf(page.file), message, format.help)];
  }
  if (hasNone && page.isFromFolder) return [withoutCodeTable(page, findings)];
  const lines = page.text.split("\n");
  return findings.map((finding) => diagnosePageFinding(finding, { ...page, lines }, helpsFor(page)));
}

function withoutCodeTable(page: PageOfFindings, findings: readonly PageFinding[]): Diagnostic {
  const [first, ...others] = findings.filter(({ rule }) => rule === "no-code-table");
  const message =
    others.length === 0 && first
      ? first.message
      : `The page has no table of codes: none of its ${others.length + 1} tables has a column of codes.`;
  const rule = { ...pageRules["no-code-table"], severity: "warning" } as const;
  return diagnose(rule, firstLineOf(page.file), message, helpsFor(page)["no-code-table"]);
}

function helpsFor({ hasRoles }: PageOfFindings): typeof helps {
  const withRoles = "Correct `--columns`: give one role for each column of the table.";
  return hasRoles ? { ...helps, "no-code-table": withRoles } : helps;
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
