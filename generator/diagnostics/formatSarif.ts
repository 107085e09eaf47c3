import { createHash } from "node:crypto";
import type { Log, PhysicalLocation, ReportingDescriptor, Result } from "sarif";
import type { SourceRange, SourceTexts } from "./diagnostic.js";
import type { Annotated } from "./formatGithub.js";
import { jsonText } from "./jsonText.js";

/** What SARIF wants to know of a rule. */
export interface RuleSummary {
  readonly id: string;
  /** One sentence: what the rule finds. */
  readonly summary: string;
  /** The page of the documentation that has an example, with the id as its anchor. Default: `rules.md`. */
  readonly page?: string;
}

export interface SarifContext {
  /** The rules that the findings name, and any others. */
  readonly rules: readonly RuleSummary[];
  readonly version: string;
  /** The texts of the files, by which a finding is told from others in the next version of the file. */
  readonly sources: SourceTexts;
  /** The address of the documentation's folder. */
  readonly docsUrl: string;
  /** The path of a file from the root of the repository. */
  readonly pathOf: (file: string) => string;
}

/**
 * Diagnostics as a SARIF 2.1.0 log, for code-scanning services. It has what GitHub asks for: a description
 * and help of each rule, a region on each result, and fingerprints that stay when lines move.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function formatSarif(diagnostics: readonly Annotated[], context: SarifContext): string {
  const { version, docsUrl } = context;
  const used = new Set(diagnostics.map(({ rule }) => rule));
  const builtIn = context.rules.filter(({ id }) => used.has(id)).map((rule) => descriptor(rule, docsUrl));
  const own = [...used].filter((id) => builtIn.every((rule) => rule.id !== id)).map(ownDescriptor);
  const rules = [...builtIn, ...own];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprint = fingerprints(context.sources);
  const log: Log = {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: {
          driver: {
            name: "statusgen",
            version,
            informationUri: docsUrl,
            rules,
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((each) => ({
          ...result(each, context.pathOf),
          ruleIndex: indexes.get(each.rule) ?? -1,
          partialFingerprints: { primaryLocationLineHash: fingerprint(each) },
        })),
      },
    ],
  };
  return jsonText(log, 2) + "\n";
}

/** A rule that people wrote, whose documentation nobody here knows. */
function ownDescriptor(id: string): ReportingDescriptor {
  return { id, shortDescription: { text: "A rule of the project's own." } };
}

function descriptor({ id, summary, page = "rules.md" }: RuleSummary, docsUrl: string): ReportingDescriptor {
  const helpUri = `${docsUrl}/${page}#${id}`;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: {
      text: `${summary} Examples: ${helpUri}`,
      markdown: `${summary} [Examples](${helpUri})`,
    },
    helpUri,
  };
}

function result(diagnostic: Annotated, pathOf: SarifContext["pathOf"]): Omit<Result, "ruleIndex"> {
  return {
    ruleId: diagnostic.rule,
    level: diagnostic.severity === "notice" ? "note" : diagnostic.severity,
    message: { text: `${diagnostic.message} ${diagnostic.help}` },
    locations: [{ physicalLocation: location(pathOf(diagnostic.file), diagnostic.range) }],
    ...(diagnostic.related && {
      relatedLocations: diagnostic.related.map(({ file, range, message }, id) => ({
        id,
        message: { text: message },
        physicalLocation: location(pathOf(file), range),
      })),
    }),
  };
}

/** A finding about a whole file is shown at its first line. */
function location(path: string, range: SourceRange | undefined): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(path) },
    region: range
      ? {
          startLine: range.start.line,
          startColumn: range.start.column,
          endLine: range.end.line,
          endColumn: range.end.column,
        }
      : { startLine: 1 },
  };
}

/**
 * Tells findings apart by rule, sentence and source line, not by the line's number; of several that are the
 * same, by their order.
 */
function fingerprints(sources: SourceTexts): (diagnostic: Annotated) => string {
  const counts = new Map<string, number>();
  return ({ rule, file, range, message }) => {
    const line = range && sources.get(file)?.split(/\r?\n/)[range.start.line - 1];
    const said = JSON.stringify([rule, file, message, line?.trim()]);
    const hash = createHash("sha256").update(said).digest("hex").slice(0, 16);
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  };
}

/** A page may have been fetched; its URL is a URI already. */
function uriOf(path: string): string {
  return /^https?:\/\//i.test(path) ? path : path.split("/").map(encodeURIComponent).join("/");
}
