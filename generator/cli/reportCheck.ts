import { posix } from "node:path";
import type { CheckResult, FileOutOfStep } from "../commands/check.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import type { Colors } from "../diagnostics/terminalText.js";
import { manifestPath } from "../output/manifest.js";
import { print } from "./print.js";
import { countOf, plural, reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";

/** How many lines of a difference are shown before the rest is only counted. */
const shownLines = 20;

/** How many characters are shown before a difference that begins late in its line. */
const shownBefore = 20;

/** How many columns of a line are shown at most. */
const shownColumns = 160;

/** Says what `check` found: each file that is not up to date with a short difference, and what to do. */
export async function reportCheck(result: CheckResult, format: Format, terminal: Terminal): Promise<void> {
  if (format !== "pretty") return reportDiagnostics(result, format, terminal);

  const colors = colorsOf(terminal);
  const { diagnostics, specs, output, files, current, exitCode } = result;
  const outputRules = diagnostics.length === 0 ? new Set() : await idsOfOutputRules();
  const aboutFiles = diagnostics.filter(({ rule }) => outputRules.has(rule));
  const aboutSpecs = diagnostics.filter(({ rule }) => !outputRules.has(rule));
  await reportDiagnostics({ ...result, diagnostics: aboutSpecs }, format, terminal);
  const compared = new Map(files.map((file) => [posix.join(output, file.path), file]));
  for (const { file, message, help } of aboutFiles) {
    await print(`${colors.cyan(showOnOneLine(file))} ${showOnOneLine(message)}\n`, terminal);
    const outOfStep = compared.get(file);
    if (outOfStep) terminal.write(await difference(outOfStep, colors, terminal.columns));
    await print(`  ${colors.green("help:")} ${showOnOneLine(help)}\n\n`, terminal);
  }
  if (exitCode === 2) {
    return print(`${colors.red(`${countOf(diagnostics)}; nothing was compared.`)}\n`, terminal);
  }
  const upToDate = `${plural(current, "file")} up to date`;
  const outcome = exitCode === 0 ? `${upToDate}.` : colors.red(`${countOf(diagnostics)}; ${upToDate}.`);
  await print(`${plural(specs, "spec")}: ${outcome}\n`, terminal);
}

async function idsOfOutputRules(): Promise<ReadonlySet<string>> {
  const { rules } = await import("../rules/registry.js");
  return new Set(rules.filter(({ stage }) => stage === "output").map(({ id }) => id));
}

/** The lines that differ: `-` as on disk, `+` as the specs give it. The digests of a manifest tell nobody anything. */
async function difference(
  { path, texts }: FileOutOfStep,
  colors: Colors,
  columns = Infinity,
): Promise<string> {
  if (!texts || path === manifestPath) return "";
  const { expected, actual } = texts;
  const [{ structuredPatch }, { shortenedLine }] = await Promise.all([
    import("diff"),
    import("./wrapLines.js"),
  ]);
  const patch = structuredPatch(path, path, actual, expected, "", "", { context: 1, timeout: 1000 });
  if (patch === undefined) return "";
  const lines = patch.hunks.flatMap((hunk) => [`@@ line ${hunk.oldStart} @@`, ...hunk.lines]);
  const room = Math.min(shownColumns, columns - 2);
  const shown = lines.slice(0, shownLines).map((line, index) => {
    const start = startOfChange(lines, index);
    const part = start < room / 2 ? line : `${line.slice(0, 1)}…${line.slice(start - shownBefore)}`;
    return `  ${paint(shortenedLine(part, room), colors)}`;
  });
  const rest = lines.length > shownLines ? [`  … ${plural(lines.length - shownLines, "more line")}`] : [];
  return [...shown, ...rest, ""].join("\n");
}

/** Where a removed line and the added one in its place begin to differ; 0 for any other line. */
function startOfChange(lines: readonly string[], index: number): number {
  const other = lines[index]?.startsWith("-") ? index + 1 : index - 1;
  const [line = "", opposite = ""] = [lines[index], lines[other]];
  if (!/^(?:-\+|\+-)/.test(line.slice(0, 1) + opposite.slice(0, 1))) return 0;
  let start = 1;
  while (start < line.length && line[start] === opposite[start]) start++;
  return start;
}

function paint(line: string, colors: Colors): string {
  if (line.startsWith("+")) return colors.green(line);
  if (line.startsWith("-")) return colors.red(line);
  return line.startsWith("@") ? colors.dim(line) : line;
}
