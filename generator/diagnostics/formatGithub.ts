import type { Diagnostic } from "./diagnostic.js";

/**
 * Diagnostics as GitHub workflow commands, which become annotations on the changed lines.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => command(diagnostic) + "\n").join("");
}

function command({ severity, file, range, rule, message, help }: Diagnostic): string {
  const properties = {
    file,
    ...(range && {
      line: range.start.line,
      endLine: range.end.line,
      col: range.start.column,
      ...(range.start.line === range.end.line && { endColumn: range.end.column }),
    }),
    title: rule,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${severity} ${list.join(",")}::${escapeData(`${message} ${help}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
