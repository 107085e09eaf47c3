import type { Log, PhysicalLocation, ReportingDescriptor, Result } from "sarif";
import type { Diagnostic, SourceRange } from "./diagnostic.js";
import { jsonText } from "./jsonText.js";

/** What SARIF wants to know of a rule: its id and its one-line summary. */
export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
}

/**
 * Diagnostics as a SARIF 2.1.0 log, for code-scanning services.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  rules: readonly RuleSummary[],
  version: string,
): string {
  const used = new Set(diagnostics.map(({ rule }) => rule));
  const descriptors: ReportingDescriptor[] = rules
    .filter(({ id }) => used.has(id))
    .map(({ id, summary }) => ({ id, shortDescription: { text: summary } }));
  const log: Log = {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "statusgen", version, rules: descriptors } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map(result),
      },
    ],
  };
  return jsonText(log, 2) + "\n";
}

function result(diagnostic: Diagnostic): Result {
  return {
    ruleId: diagnostic.rule,
    level: diagnostic.severity,
    message: { text: `${diagnostic.message} ${diagnostic.help}` },
    locations: [{ physicalLocation: location(diagnostic.file, diagnostic.range) }],
    ...(diagnostic.related && {
      relatedLocations: diagnostic.related.map(({ file, range, message }, id) => ({
        id,
        message: { text: message },
        physicalLocation: location(file, range),
      })),
    }),
  };
}

function location(file: string, range: SourceRange | undefined): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(file) },
    ...(range && {
      region: {
        startLine: range.start.line,
        startColumn: range.start.column,
        endLine: range.end.line,
        endColumn: range.end.column,
      },
    }),
  };
}

/** A page may have been fetched; its URL is a URI already. */
function uriOf(file: string): string {
  return /^https?:\/\//i.test(file) ? file : file.split("/").map(encodeURIComponent).join("/");
}
