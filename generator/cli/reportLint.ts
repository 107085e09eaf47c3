import type { LintResult } from "../commands/lint.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import { print } from "./print.js";
import { countOf, plural, reportDiagnostics } from "./reportDiagnostics.js";
import type { Terminal } from "./terminal.js";

/** Says what `lint` found. */
export async function reportLint(result: LintResult, format: Format, terminal: Terminal): Promise<void> {
  await reportDiagnostics(result, format, terminal);
  if (format !== "pretty") return;
  for (const { file, count } of result.fixed)
    await print(`Fixed ${plural(count, "finding")} in ${showOnOneLine(file)}.\n`, terminal);
  await print(`${countOf(result.diagnostics)}.\n`, terminal);
}
