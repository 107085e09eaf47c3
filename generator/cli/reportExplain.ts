import { valueOf, valueText } from "../catalogue/catalogue.js";
import { entryData } from "../catalogue/entryData.js";
import type { ExplainResult, Explanation } from "../commands/explain.js";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { showOnOneLine } from "../diagnostics/hiddenCharacters.js";
import { jsonText } from "../diagnostics/jsonText.js";
import type { Colors } from "../diagnostics/terminalText.js";
import { markdownToText } from "../markdown/parseMarkdown.js";
import { print } from "./print.js";
import { reportDiagnostics } from "./reportDiagnostics.js";
import { colorsOf, type Terminal } from "./terminal.js";

/** How many entries that were found by words are shown in full; of more, each gets one line. */
const shownInFull = 3;

/** How many lines there are at most. */
const shownLines = 20;

/** Shows the entries that were found, with all of their fields. */
export async function reportExplain(
  code: string,
  result: ExplainResult,
  format: Extract<Format, "pretty" | "json">,
  terminal: Terminal,
): Promise<void> {
  const { diagnostics, explanations, isByWords, exitCode } = result;
  if (exitCode === 2) return reportDiagnostics(result, format, terminal);
  if (format === "json") {
    const { reasonPhrase, definedIn, similar } = result;
    const answer = {
      code,
      isByWords,
      reasonPhrase,
      definedIn,
      similar,
      explanations: explanations.map(dataOf),
      diagnostics,
    };
    terminal.write(`${jsonText(answer, 2)}\n`);
    return;
  }
  const shownCode = showOnOneLine(code.trim());
  const standard = standardOf(shownCode, result);
  if (explanations.length === 0) {
    const similar = result.similar === undefined ? [] : [`Did you mean ${showOnOneLine(result.similar)}?`];
    await print(`${[`No service lists ${shownCode}.`, ...similar, ...standard].join(" ")}\n`, terminal);
    return;
  }
  const colors = colorsOf(terminal);
  const paragraphs =
    isByWords && explanations.length > shownInFull
      ? [listOf(explanations)]
      : explanations.map((each) => paragraph(each, colors));
  const count = explanations.length === 1 ? "1 entry" : `${explanations.length} entries`;
  const heading = isByWords ? [`${count} with the words "${shownCode}":\n`] : [];
  await print(
    [...heading, ...paragraphs, ...standard.map((sentence) => `${sentence}\n`)].join("\n"),
    terminal,
  );
}

function dataOf({ service, table, entry, file, line }: Explanation) {
  return {
    service: service.id,
    ...entryData(entry),
    ...(table.title !== undefined && { table: table.title }),
    ...(service.page && { page: service.page.id }),
    file,
    line,
  };
}

/** What the IANA registry of HTTP status codes says about the code, if it lists it. */
function standardOf(code: string, { reasonPhrase, definedIn }: ExplainResult): string[] {
  if (definedIn === undefined) return [];
  const state =
    reasonPhrase === undefined ? `lists ${code} as unused` : `registers ${code} as "${reasonPhrase}"`;
  return [`IANA ${state} (${definedIn}).`];
}

function headingOf({ service, entry }: Explanation): string {
  const message = entry.message === undefined ? "" : ` ${entry.message}`;
  return showOnOneLine(`${service.name}: ${entry.code}${message}`);
}

/** A line for each entry: whoever has more of them than fit a screen needs another word. */
function listOf(explanations: readonly Explanation[]): string {
  const lines = explanations.slice(0, shownLines).map((each) => `  ${headingOf(each)}`);
  const rest = explanations.length - shownLines;
  return [
    ...lines,
    ...(rest > 0 ? [`  … and ${rest} more; add a word to narrow it down.`] : []),
    "\nTo see all of an entry, give its code.",
    "",
  ].join("\n");
}

function paragraph(explanation: Explanation, colors: Colors): string {
  const { service, table, entry, file, line } = explanation;
  const retired = entry.retired === undefined ? "" : colors.yellow(` (retired since ${entry.retired})`);
  const { page } = service;
  const source = [
    ...(entry.name === "" ? [] : [`Name: ${entry.name}`]),
    ...(table.title === undefined ? [] : [`Table: ${markdownToText(table.title)}`]),
    ...(page ? [`Page: ${markdownToText(page.title)} (${page.id})`] : []),
    ...(page?.permalink === undefined ? [] : [`Permalink: ${page.permalink}`]),
    `Spec: ${file}:${line}`,
  ];
  return [
    `${colors.bold(headingOf(explanation))}${retired}`,
    ...fieldsOf(explanation)
      .flatMap((text) => text.split("\n"))
      .map((each) => (each === "" ? "" : `  ${each}`)),
    ...source.map((each) => colors.dim(`  ${showOnOneLine(each)}`)),
    "",
  ].join("\n");
}

/** What the entry says beside its heading, one text a field: first what it means, then what to do. */
function fieldsOf({ service, entry }: Explanation): string[] {
  const labelled = (label: string, text: string) => (text === "" ? [] : [`${label}: ${text}`]);
  return [
    ...service.fields.flatMap((field) => {
      const text = valueText(valueOf(entry, field)) ?? "";
      if (field.name === "message") return [];
      if (field.name === "description") return text === "" ? [] : [text];
      return labelled(field.title, field.type === "markdown" ? text : showOnOneLine(text));
    }),
    ...Object.entries(entry.other).flatMap(([header, text]) =>
      labelled(showOnOneLine(header) || "Other", text),
    ),
    ...entry.deviations.flatMap(({ field, original, reason }) => [
      `On the page, the ${field} is: ${original}`,
      `Corrected because: ${reason}`,
    ]),
  ];
}
