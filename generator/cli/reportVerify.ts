import type { PageDiagnostic, VerifiedSpec, VerifyResult } from "../commands/verify.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import { jsonText } from "../diagnostics/jsonText.js";
import type { Colors } from "../diagnostics/terminalText.js";
import { pageRules } from "../rules/pageRules.js";
import { print } from "./print.js";
import { countOf, plural, reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";
import { nameMarks, wordMarks } from "./wordMarks.js";

/** Says what `verify` found: each difference with both texts, then the deviations, then what is in order. */
export async function reportVerify(result: VerifyResult, format: Format, terminal: Terminal): Promise<void> {
  const { diagnostics, specs, exitCode } = result;
  if (format === "json") {
    terminal.write(`${jsonText({ diagnostics, specs }, 2)}\n`);
    return;
  }
  if (format !== "pretty") {
    return reportDiagnostics({ ...result, diagnostics: diagnostics.map(withMarks) }, format, terminal);
  }
  const colors = colorsOf(terminal);
  if (diagnostics.length > 0) {
    const { formatPretty } = await import("../diagnostics/formatPretty.js");
    const detailsOf = (diagnostic: PageDiagnostic) => markedLines(diagnostic, colors);
    const { color, columns } = terminal;
    await print(`${formatPretty(diagnostics, result.sources, { color, columns }, detailsOf)}\n`, terminal);
  }
  for (const spec of specs) await print(deviationsOf(spec, colors), terminal);
  for (const spec of specs) await print(lineOf(spec, colors), terminal);
  if (exitCode !== 0) await print(`${colors.red(`${countOf(diagnostics)}.`)}\n`, terminal);
}

/** One sentence that holds both texts, for formats that have room for no more. */
function withMarks(diagnostic: PageDiagnostic): PageDiagnostic {
  const marks = marksOf(diagnostic);
  if (marks === undefined) return diagnostic;
  const sentence = `${diagnostic.message.slice(0, -1)}: ${marks}`;
  return { ...diagnostic, message: sentence.replace(/(?<![.!?])$/, ".") };
}

function marksOf({ rule, inSpec, onPage }: PageDiagnostic, colors?: Colors): string | undefined {
  if (inSpec === undefined && onPage === undefined) return undefined;
  const marks =
    rule === pageRules["page-renamed"].id || rule === pageRules["page-label"].id ? nameMarks : wordMarks;
  return marks(inSpec ?? "", onPage ?? "", colors);
}

/** The marked texts as lines that are apart from what statusgen says. */
function markedLines(diagnostic: PageDiagnostic, colors: Colors): string {
  const marks = marksOf(diagnostic, colors);
  return marks === undefined ? "" : marks.replaceAll(/^(?=.)/gm, "    ");
}

function deviationsOf({ spec, deviations }: VerifiedSpec, colors: Colors): string {
  if (deviations.length === 0) return "";
  const lines = deviations.map(
    ({ code, field, reason }) => `  ${showOnOneLine(`${code}, ${field}`)}: ${reason.replaceAll(/\s+/g, " ")}`,
  );
  return [`${colors.cyan(showOnOneLine(spec))} has recorded deviations:`, ...lines, "", ""].join("\n");
}

function lineOf({ spec, page, state, deviations }: VerifiedSpec, colors: Colors): string {
  const what = showOnOneLine(page ?? "the recorded page");
  const besides = deviations.length === 0 ? "" : `, ${plural(deviations.length, "recorded deviation")} aside`;
  const answers = {
    proven: colors.green(`reproduces ${what} byte for byte${besides}`),
    equal: colors.green(`agrees with ${what}${besides}`),
    different: colors.red(`differs from ${what}`),
    unproven: colors.yellow("cannot be verified without its page"),
  };
  return `${colors.cyan(showOnOneLine(spec))} ${answers[state]}.\n`;
}
