import type { LintResult } from "../commands/lint.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { countOf, reportDiagnostics } from "./reportDiagnostics.js";
import type { Terminal } from "./terminal.js";

/** Says what `lint` found. */
export async function reportLint(result: LintResult, format: Format, terminal: Terminal): Promise<void> {
  await reportDiagnostics(result, format, terminal);
  if (format === "pretty") terminal.write(`${countOf(result.diagnostics)}.\n`);
}
