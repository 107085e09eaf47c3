import type { Diagnostic, SourceTexts } from "../diagnostics/diagnostic.js";
import { type Format, formatDiagnostics } from "../diagnostics/formatDiagnostics.js";
import { docsUrl, version } from "../version.js";
import { print } from "./print.js";
import type { Terminal } from "./terminal.js";

/** Prints findings in the chosen format to standard output. */
export async function reportDiagnostics(
  { diagnostics, sources }: { readonly diagnostics: readonly Diagnostic[]; readonly sources: SourceTexts },
  format: Format,
  terminal: Terminal,
): Promise<void> {
  if (diagnostics.length === 0 && format === "pretty") return;
  const text = await formatDiagnostics(format, diagnostics, {
    sources,
    color: terminal.color,
    columns: terminal.columns,
    rules: async () => (await import("../rules/registry.js")).rules,
    pathOf: async () => (await import("../commands/repositoryPaths.js")).repositoryPaths(),
    version,
    docsUrl,
  });
  if (format === "pretty") await print(`${text}\n`, terminal);
  else terminal.write(text);
}

/** `2 errors, 1 warning` */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  return [
    ...(errors > 0 || warnings === 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ].join(", ");
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
