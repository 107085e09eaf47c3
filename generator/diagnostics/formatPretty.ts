import { codeFrame } from "./codeFrame.js";
import { showOnOneLine } from "./hiddenCharacters.js";
import { type Diagnostic, placeOf, type SourceTexts } from "./diagnostic.js";
import { createColors } from "./terminalText.js";

/** How diagnostics are shown to a person. */
export interface PrettyContext {
  readonly color: boolean;
  /** The width of the terminal, which source lines are cut to. Default: they are cut to 160. */
  readonly columns?: number | undefined;
}

/**
 * Diagnostics for a person at a terminal: place, rule, sentence, the source line with the exact
 * range underlined, and what to do. `detailsOf` gives lines of its own to come before the last.
 */
export function formatPretty<Found extends Diagnostic>(
  diagnostics: readonly Found[],
  sources: SourceTexts,
  { color, columns }: PrettyContext,
  detailsOf: (diagnostic: Found) => string = () => "",
): string {
  const colors = createColors(color);
  const linesByFile = new Map<string, string[]>();
  return diagnostics.map((diagnostic) => paragraph(diagnostic)).join("\n");

  function paragraph(diagnostic: Found): string {
    const paint = diagnostic.severity === "error" ? colors.red : colors.yellow;
    const lines = [
      `${colors.cyan(showOnOneLine(placeOf(diagnostic)))} ${paint(diagnostic.severity)} ${colors.bold(diagnostic.rule)}: ${showOnOneLine(diagnostic.message)}`,
      frame(diagnostic),
      ...(diagnostic.related ?? []).flatMap((related) => [
        `  ${colors.cyan(showOnOneLine(placeOf(related)))} ${showOnOneLine(related.message)}`,
        frame(related),
      ]),
      detailsOf(diagnostic),
      `  ${colors.green("help:")} ${showOnOneLine(diagnostic.help)}`,
    ];
    return lines.filter((line) => line !== "").join("\n") + "\n";
  }

  function frame({ file, range }: Pick<Diagnostic, "file" | "range">): string {
    const text = sources.get(file);
    return range && text !== undefined
      ? codeFrame(linesOf(file, text), range, { file, colors, columns })
      : "";
  }

  function linesOf(file: string, text: string): string[] {
    const lines = linesByFile.get(file) ?? text.split(/\r?\n/);
    linesByFile.set(file, lines);
    return lines;
  }
}
