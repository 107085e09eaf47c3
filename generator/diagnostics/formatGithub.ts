import type { Diagnostic } from "./diagnostic.js";

/** A finding as GitHub shows it; a `notice` is information, not a problem. */
export type Annotated = Omit<Diagnostic, "severity"> & {
  readonly severity: Diagnostic["severity"] | "notice";
};

/**
 * Diagnostics as GitHub workflow commands, which become annotations on the changed lines.
 *
 * @param pathOf - the path of a file from the root of the repository
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(
  diagnostics: readonly Annotated[],
  pathOf: (file: string) => string = (file) => file,
): string {
  return diagnostics.map((diagnostic) => command(diagnostic, pathOf(diagnostic.file)) + "\n").join("");
}

function command({ severity, range, rule, message, help }: Annotated, file: string): string {
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
