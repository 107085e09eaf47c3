import { entryData } from "../catalogue/entryData.js";
import type { ExplainResult } from "../commands/explain.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import { jsonText } from "../diagnostics/jsonText.js";
import type { Colors } from "../diagnostics/terminalText.js";
import { markdownToText } from "../markdown/parseMarkdown.js";
import { print } from "./print.js";
import { reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";

type Explanation = ExplainResult["explanations"][number];

/** Says what every service says of a code. */
export async function reportExplain(
  code: string,
  result: ExplainResult,
  format: Extract<Format, "pretty" | "json">,
  terminal: Terminal,
): Promise<void> {
  const { diagnostics, explanations, reasonPhrase, definedIn, exitCode } = result;
  if (exitCode === 2) return reportDiagnostics(result, format, terminal);
  if (format === "json") {
    const data = explanations.map(({ service, entry }) => ({ service: service.id, ...entryData(entry) }));
    const answer = { code, reasonPhrase, definedIn, explanations: data, diagnostics };
    terminal.write(`${jsonText(answer, 2)}\n`);
    return;
  }
  const colors = colorsOf(terminal);
  const shownCode = showOnOneLine(code.trim());
  const standard = standardOf(shownCode, result);
  if (explanations.length === 0) {
    await print(`${[`No service lists ${shownCode}.`, ...standard].join(" ")}\n`, terminal);
    return;
  }
  const paragraphs = explanations.map((each) => paragraph(each, colors));
  await print([...paragraphs, ...standard.map((sentence) => `${sentence}\n`)].join("\n"), terminal);
}

/** What the IANA registry of HTTP status codes says of the code, if it lists it. */
function standardOf(code: string, { reasonPhrase, definedIn }: ExplainResult): string[] {
  if (definedIn === undefined) return [];
  const state =
    reasonPhrase === undefined ? `lists ${code} as unused` : `registers ${code} as "${reasonPhrase}"`;
  return [`IANA ${state} (${definedIn}).`];
}

function paragraph({ service, entry }: Explanation, colors: Colors): string {
  const message = entry.message === undefined ? "" : ` ${entry.message}`;
  const heading = showOnOneLine(`${service.name}: ${entry.code}${message}`);
  const page = showOnOneLine(`${markdownToText(service.page.title)} (${service.page.id})`);
  const retired = entry.retired === undefined ? "" : colors.yellow(` (retired since ${entry.retired})`);
  const status =
    entry.kind === "error-code" && entry.status !== undefined ? [`HTTP status: ${entry.status}`] : [];
  const module =
    entry.kind === "error-code" && entry.module !== undefined
      ? [showOnOneLine(`Module: ${entry.module}`)]
      : [];
  const solution =
    entry.kind === "error-code" && entry.solution !== undefined ? [`Solution: ${entry.solution}`] : [];
  const body = [
    ...module,
    ...status,
    ...(entry.description === undefined ? [] : [entry.description]),
    ...solution,
  ];
  return [
    `${colors.bold(heading)}${retired}`,
    ...body.flatMap((text) => text.split("\n")).map((line) => (line === "" ? "" : `  ${line}`)),
    colors.dim(`  Page: ${page}`),
    "",
  ].join("\n");
}
