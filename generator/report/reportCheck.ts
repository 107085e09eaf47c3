import { createTwoFilesPatch } from "diff";
import type { CheckResult } from "../commands/check.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import type { ComparedFile } from "../output/compareOutput.js";
import { countOf, plural, reportDiagnostics } from "./reportDiagnostics.js";
import { type Colors, colorsOf, type Terminal } from "./terminal.js";

/** How many lines of a difference are shown before the rest is only counted. */
const shownLines = 20;

/** Says what `check` found: each file out of step with a short difference, and what mends it. */
export async function reportCheck(result: CheckResult, format: Format, terminal: Terminal): Promise<void> {
  if (format !== "pretty") return reportDiagnostics(result, format, terminal);

  const colors = colorsOf(terminal);
  const { diagnostics, files, current, exitCode } = result;
  const aboutFiles = new Set([
    "output-missing",
    "output-stale",
    "output-edited",
    "output-orphaned",
    "output-not-owned",
  ]);
  const aboutSpecs = diagnostics.filter(({ rule }) => !aboutFiles.has(rule));
  await reportDiagnostics({ ...result, diagnostics: aboutSpecs }, format, terminal);
  for (const { file, message, help } of diagnostics.filter(({ rule }) => aboutFiles.has(rule))) {
    terminal.write(`${colors.cyan(file)} ${message}\n`);
    const compared = files.find(({ path }) => file.endsWith(`/${path}`));
    if (compared) terminal.write(difference(compared, colors));
    terminal.write(`  ${colors.green("help:")} ${help}\n\n`);
  }
  terminal.write(
    exitCode === 0
      ? `${plural(current, "file")} in step with the specs.\n`
      : colors.red(`${countOf(diagnostics)}; ${plural(current, "file")} in step.\n`),
  );
}

function difference({ path, expected, actual }: ComparedFile, colors: Colors): string {
  if (expected === undefined || actual === undefined) return "";
  const patch = createTwoFilesPatch(path, path, actual, expected, "on disk", "from the specs", {
    context: 1,
    timeout: 1000,
  });
  if (patch === undefined) return "";
  const lines = patch
    .split("\n")
    .slice(3)
    .filter((line) => line !== "");
  const shown = lines.slice(0, shownLines).map((line) => paint(line, colors));
  const rest = lines.length > shownLines ? [`  … ${plural(lines.length - shownLines, "more line")}`] : [];
  return [...shown.map((line) => `  ${line}`), ...rest, ""].join("\n");
}

function paint(line: string, colors: Colors): string {
  const short = line.length > 160 ? `${line.slice(0, 160)}…` : line;
  if (line.startsWith("+")) return colors.green(short);
  if (line.startsWith("-")) return colors.red(short);
  return line.startsWith("@") ? colors.dim(short) : short;
}
