import { codeFrameColumns } from "@babel/code-frame";
import pc from "picocolors";
import { type Diagnostic, placeOf, type SourceTexts } from "./diagnostic.js";

/**
 * Diagnostics for a person at a terminal: place, rule, sentence, the source line with the exact
 * range underlined, and what to do.
 */
export function formatPretty(
  diagnostics: readonly Diagnostic[],
  sources: SourceTexts,
  color: boolean,
): string {
  const colors = pc.createColors(color);
  const linesByFile = new Map<string, string[]>();
  return diagnostics.map((diagnostic) => paragraph(diagnostic)).join("\n");

  function paragraph(diagnostic: Diagnostic): string {
    const paint = diagnostic.severity === "error" ? colors.red : colors.yellow;
    const lines = [
      `${colors.cyan(placeOf(diagnostic))} ${paint(diagnostic.severity)} ${colors.bold(diagnostic.rule)}: ${diagnostic.message}`,
      frame(diagnostic),
      ...(diagnostic.related ?? []).flatMap((related) => [
        `  ${colors.cyan(placeOf(related))} ${related.message}`,
        frame(related),
      ]),
      `  ${colors.green("help:")} ${diagnostic.help}`,
    ];
    return lines.filter((line) => line !== "").join("\n") + "\n";
  }

  function frame({ file, range }: Pick<Diagnostic, "file" | "range">): string {
    const text = sources.get(file);
    if (!range || text === undefined) return "";
    const end = isEmpty(range) ? undefined : { ...range.end };
    const lines = linesOf(file, text).slice(range.start.line - 1, range.end.line);
    return codeFrameColumns(
      visible(lines.join("\n")),
      { start: { ...range.start }, ...(end && { end }) },
      frameOptions(range.start.line),
    );
  }

  /** `startLine` is an option that the library's types do not know yet. */
  function frameOptions(startLine: number) {
    return { linesAbove: 0, linesBelow: 0, forceColor: color, startLine };
  }

  function linesOf(file: string, text: string): string[] {
    const lines = linesByFile.get(file) ?? text.split(/\r?\n/);
    linesByFile.set(file, lines);
    return lines;
  }
}

function isEmpty({ start, end }: NonNullable<Diagnostic["range"]>): boolean {
  return start.line === end.line && start.column === end.column;
}

/** Control and bidirectional characters would move the underline, or hide what the line says. */
function visible(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Bidi_Control}]/gu, "\u00b7");
}
