import type { Diagnostic, SourceTexts } from "./diagnostic.js";
import { jsonText } from "./jsonText.js";
import type { PrettyContext } from "./formatPretty.js";
import type { RuleSummary } from "./formatSarif.js";

/** The formats that findings can be printed in. */
export const formats = ["pretty", "json", "github", "sarif"] as const;
export type Format = (typeof formats)[number];

/** What a format may need beside the diagnostics themselves. */
export interface FormatContext extends PrettyContext {
  readonly sources: SourceTexts;
  /** Every rule there is; asked for by formats that describe them. */
  readonly rules: () => Promise<readonly RuleSummary[]>;
  readonly version: string;
  /** The address of the documentation's folder. */
  readonly docsUrl: string;
  /** The path of a file from the root of the repository; asked for by formats that name it so. */
  readonly pathOf: () => Promise<(file: string) => string>;
}

/** Prints diagnostics in the given format; loads only that format. */
export async function formatDiagnostics(
  format: Format,
  diagnostics: readonly Diagnostic[],
  { sources, color, columns, rules, pathOf, ...about }: FormatContext,
): Promise<string> {
  switch (format) {
    case "pretty":
      return (await import("./formatPretty.js")).formatPretty(diagnostics, sources, { color, columns });
    case "json":
      return formatJson(diagnostics);
    case "github":
      return (await import("./formatGithub.js")).formatGithub(diagnostics, await pathOf());
    case "sarif":
      return (await import("./formatSarif.js")).formatSarif(diagnostics, {
        ...about,
        sources,
        rules: await rules(),
        pathOf: await pathOf(),
      });
  }
}

/** Diagnostics as one JSON document: `{"diagnostics": [{"rule", "severity", "file", …}]}`. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return jsonText({ diagnostics }, 2) + "\n";
}
