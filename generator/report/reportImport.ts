import type { ImportResult } from "../commands/importPages.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { countOf, plural, reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";

/** How the outcome of `import` is printed: in words, as JSON with the specs, or the specs themselves. */
export interface ImportReportOptions {
  readonly format: Format;
  /** Print the specs' YAML instead of naming the files. */
  readonly stdout: boolean;
}

/** Says what `import` made of which page. */
export async function reportImport(
  result: ImportResult,
  { format, stdout }: ImportReportOptions,
  terminal: Terminal,
): Promise<void> {
  const { specs, diagnostics } = result;
  if (format === "json") {
    terminal.write(`${JSON.stringify({ specs, diagnostics }, null, 2)}\n`);
    return;
  }
  if (stdout) {
    const { write, writeError } = terminal;
    await reportDiagnostics(result, format, { ...terminal, write: writeError, color: false });
    write(specs.map(({ text }) => text).join("---\n"));
    return;
  }
  await reportDiagnostics(result, format, terminal);
  if (format !== "pretty") return;
  const colors = colorsOf(terminal);
  const marks = { new: colors.green("+"), updated: colors.yellow("~"), unchanged: " " };
  for (const { page, file, state } of specs) {
    terminal.write(
      `  ${marks[state]} ${file} ${colors.dim(`from ${page}`)}${state === "unchanged" ? " (unchanged)" : ""}\n`,
    );
  }
  const found = diagnostics.length > 0 ? `; ${countOf(diagnostics)}` : "";
  terminal.write(`${plural(specs.length, "spec")}${found}.\n`);
}
