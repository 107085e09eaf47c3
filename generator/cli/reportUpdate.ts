import type { UpdateResult } from "../commands/update.js";
import { jsonText } from "../diagnostics/jsonText.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import { changeCounts, diffPretty } from "./diffPretty.js";
import { diffMarkdown } from "./diffMarkdown.js";
import type { UpdateFormat } from "./options.js";
import { print } from "./print.js";
import { plural, reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";

/** Says what an update changed; as Markdown, it is the title of a pull request, a blank line, and its text. */
export async function reportUpdate(
  result: UpdateResult,
  { format, dryRun }: { readonly format: UpdateFormat; readonly dryRun: boolean },
  terminal: Terminal,
): Promise<void> {
  const { exitCode, diagnostics, changes, level, version, specs, output } = result;
  if (format === "json") {
    const files = output && { written: output.written, removed: output.removed };
    terminal.write(`${jsonText({ level, version, changes, specs, files, diagnostics }, 2)}\n`);
    return;
  }
  const isMarkdown = format === "markdown";
  // What becomes a pull request holds nothing else.
  const toUser = isMarkdown ? { ...terminal, write: terminal.writeError, color: false } : terminal;
  await reportDiagnostics(result, "pretty", toUser);
  if (exitCode === 2) return;
  if (isMarkdown) terminal.write(`${titleOf(result)}\n\n${diffMarkdown(result)}`);
  else await print(`${diffPretty(result, colorsOf(terminal))}${filesLine(result, dryRun)}`, terminal);
}

/** `Update status codes: 1 breaking, 2 features` */
function titleOf({ changes, specs }: UpdateResult): string {
  const isChanged = specs.some(({ state }) => state !== "unchanged");
  if (changes.length === 0)
    return isChanged ? "Update the pages of status codes" : "Status codes are up to date";
  return `Update status codes: ${changeCounts(changes)}`;
}

function filesLine({ specs, output }: UpdateResult, dryRun: boolean): string {
  const changed = specs.filter(({ state }) => state !== "unchanged").map(({ file }) => showOnOneLine(file));
  if (changed.length === 0) return `${plural(specs.length, "spec")} up to date.\n`;
  const files = (output?.written.length ?? 0) + (output?.removed.length ?? 0);
  return `${dryRun ? "Would write" : "Wrote"} ${changed.join(", ")} and ${plural(files, "file")} of the output.\n`;
}
