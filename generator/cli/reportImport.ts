import type { ImportResult } from "../import/importResult.js";
import type { ImportedSpec } from "../import/importedSpec.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { jsonText } from "../diagnostics/jsonText.js";
import type { Colors } from "../diagnostics/terminalText.js";
import { print } from "./print.js";
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
  const { specs, diagnostics, refused } = result;
  if (format === "json") {
    terminal.write(`${jsonText({ specs, refused, diagnostics }, 2)}\n`);
    return;
  }
  if (stdout) {
    const { writeData, writeError } = terminal;
    await reportDiagnostics(result, format, { ...terminal, write: writeError, color: false });
    writeData(specs.map(({ text }) => text).join("---\n"));
    return;
  }
  if (format === "pretty") await reportPretty(result, terminal);
  else await reportDiagnostics(result, format, terminal);
}

async function reportPretty(result: ImportResult, terminal: Terminal): Promise<void> {
  const { specs, refused, diagnostics, sources } = result;
  const withoutCodes = diagnostics.filter(isWithoutCodes);
  const found = diagnostics.filter((diagnostic) => !isWithoutCodes(diagnostic));
  await reportDiagnostics({ diagnostics: found, sources }, "pretty", terminal);
  const colors = colorsOf(terminal);
  const lines = [
    ...withoutCodes.map(
      ({ file, message }) => `  - ${showOnOneLine(file)}: ${colors.dim(showOnOneLine(message))}`,
    ),
    ...specs.flatMap((spec) => linesOf(spec, colors)),
    ...refused.map((page) => `  ${colors.red("!")} ${showOnOneLine(page)}: not imported`),
    summaryOf(result, withoutCodes.length, found),
  ];
  await print(lines.map((line) => `${line}\n`).join(""), terminal);
}

/** A page in a folder that has no code table: there may be hundreds, and each gets one line. */
function isWithoutCodes({ rule, severity }: Diagnostic): boolean {
  return rule === "no-code-table" && severity === "warning";
}

function linesOf(spec: ImportedSpec, colors: Colors): string[] {
  const marks = { new: colors.green("+"), updated: colors.yellow("~"), unchanged: " " };
  const { page, file, state, pageId, source, oldPermalink, isReproduced } = spec;
  return [
    `  ${marks[state]} ${showOnOneLine(file)} ${colors.dim(`from ${showOnOneLine(page)}:`)} ${countsOf(spec)}`,
    ...(pageId ? [`      page id: ${showOnOneLine(pageId.to)}, was ${showOnOneLine(pageId.from)}`] : []),
    ...(source ? [`      source: ${showOnOneLine(source.to)}, was ${showOnOneLine(source.from)}`] : []),
    ...(oldPermalink === undefined
      ? []
      : [`      permalink removed, since the page has changed: ${showOnOneLine(oldPermalink)}`]),
    ...(isReproduced
      ? []
      : [
          "      no digest: the spec has every text of the page's tables, but does not reproduce the page byte for byte",
        ]),
  ];
}

/** `2 added, 40 kept` */
function countsOf({ entries, state }: ImportedSpec): string {
  const counts = (["added", "altered", "retired", "kept"] as const)
    .filter((each) => entries[each] > 0)
    .map((each) => `${entries[each]} ${each}`);
  return counts.join(", ") + (state === "unchanged" ? " (unchanged)" : "");
}

/** `57 specs: 3 new, 54 unchanged; 11 pages without code tables; 1 page not imported; 1 error.` */
function summaryOf(
  { specs, refused }: ImportResult,
  withoutCodes: number,
  found: readonly Diagnostic[],
): string {
  const states = (["new", "updated", "unchanged"] as const)
    .map((state) => [specs.filter((spec) => spec.state === state).length, state] as const)
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`);
  const parts = [
    specs.length === 0 ? "Nothing was imported" : `${plural(specs.length, "spec")}: ${states.join(", ")}`,
    ...(withoutCodes > 0 ? [`${plural(withoutCodes, "page")} without code tables`] : []),
    ...(refused.length > 0 ? [`${plural(refused.length, "page")} not imported`] : []),
    ...(found.length > 0 ? [countOf(found)] : []),
  ];
  return `${parts.join("; ")}.`;
}
