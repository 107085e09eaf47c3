import { entryData } from "../catalogue/entryData.js";
import type { ExplainResult } from "../commands/explain.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { reportDiagnostics } from "./reportDiagnostics.js";
import { type Colors, colorsOf, type Terminal } from "./terminal.js";

type Explanation = ExplainResult["explanations"][number];

/** Says what every service says of a code. */
export async function reportExplain(
  code: string,
  result: ExplainResult,
  format: Extract<Format, "pretty" | "json">,
  terminal: Terminal,
): Promise<void> {
  const { diagnostics, explanations, reasonPhrase, exitCode } = result;
  if (exitCode === 2) return reportDiagnostics(result, format, terminal);
  if (format === "json") {
    const data = explanations.map(({ service, entry }) => ({ service: service.id, ...entryData(entry) }));
    terminal.write(`${JSON.stringify({ code, reasonPhrase, explanations: data, diagnostics }, null, 2)}\n`);
    return;
  }
  const colors = colorsOf(terminal);
  if (explanations.length === 0) {
    const standard = reasonPhrase === undefined ? "" : ` RFC 9110 calls it "${reasonPhrase}".`;
    terminal.write(`No service lists ${code}.${standard}\n`);
    return;
  }
  terminal.write(explanations.map((each) => paragraph(each, colors)).join("\n"));
}

function paragraph({ service, entry }: Explanation, colors: Colors): string {
  const message = entry.message === undefined ? "" : ` ${entry.message}`;
  const retired = entry.retired === undefined ? "" : colors.yellow(` (retired since ${entry.retired})`);
  const status =
    entry.kind === "error-code" && entry.status !== undefined ? [`HTTP status: ${entry.status}`] : [];
  const module = entry.kind === "error-code" && entry.module !== undefined ? [`Module: ${entry.module}`] : [];
  const solution =
    entry.kind === "error-code" && entry.solution !== undefined ? [`Solution: ${entry.solution}`] : [];
  const body = [
    ...module,
    ...status,
    ...(entry.description === undefined ? [] : [entry.description]),
    ...solution,
  ];
  return [
    `${colors.bold(`${service.name}: ${entry.code}${message}`)}${retired}`,
    ...body.flatMap((text) => text.split("\n")).map((line) => (line === "" ? "" : `  ${line}`)),
    colors.dim(`  Page: ${service.page.title} (${service.page.id})`),
    "",
  ].join("\n");
}
