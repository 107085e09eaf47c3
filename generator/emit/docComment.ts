import type { Entry, ErrorCodeEntry, Page } from "../catalogue/catalogue.js";
import { isPlainText, markdownToText, parseMarkdown } from "../markdown/parseMarkdown.js";
import { printMarkdown, textToMarkdown } from "../markdown/printMarkdown.js";
import { withoutUnsafeLinks } from "../markdown/safeLink.js";
import { escapeJsDoc } from "./escapeJsDoc.js";

/** The JSDoc text of an enum member: its code and message, what the vendor says, and on which page. */
export function memberDoc(entries: readonly [Entry, ...Entry[]], page: Page): string {
  const causes = entries.flatMap((entry) => [headline(entry), ...details(entry)]);
  return textOf([...causes.map(escapeJsDoc), pageLine(page), ...deprecation(entries)]);
}

/** The same in short, without what the vendor says. */
export function memberSummary(entries: readonly [Entry, ...Entry[]], page: Page): string {
  const summary = escapeJsDoc(`${headline(entries[0])} (page ${page.id})`);
  return textOf([summary, ...deprecation(entries)]);
}

/** Paragraphs as one text; Prettier leaves no white space at a comment's line ends. */
function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join("\n\n").replaceAll(/[^\S\n]+$/gm, "");
}

function deprecation(entries: readonly [Entry, ...Entry[]]): string[] {
  const [{ code, retired }] = entries;
  if (retired === undefined || entries.some((entry) => entry.retired === undefined)) return [];
  return [`@deprecated ${escapeJsDoc(`${code}: retired since ${textToMarkdown(retired)}.`)}`];
}

/** The line that names the page which a declaration comes from; in full where the page is introduced. */
export function pageLine({ title, id }: Page, form: "in short" | "in full" = "in short"): string {
  return escapeJsDoc(
    form === "in short" ? `Page: ${id}` : `Page: ${textToMarkdown(markdownToText(title))} (${id})`,
  );
}

/** A whole comment around a JSDoc text, for places that take text only. */
export function docComment(text: string): string {
  if (!text.includes("\n")) return `/** ${text} */`;
  return `/**\n${text
    .split("\n")
    .map((line) => ` * ${line}`.trimEnd())
    .join("\n")}\n */`;
}

function headline(entry: Entry): string {
  const status = entry.kind === "error-code" && entry.status !== undefined ? ` (HTTP ${entry.status})` : "";
  const module = entry.kind === "error-code" && entry.module !== undefined ? `${entry.module}: ` : "";
  return textToMarkdown(
    `${module}${entry.code}${status}${entry.message === undefined ? "" : ` ${entry.message}`}`,
  );
}

function details(entry: Entry): string[] {
  const solution = entry.kind === "error-code" ? solutionOf(entry) : [];
  return [...(entry.description === undefined ? [] : [normalised(entry.description)]), ...solution];
}

function solutionOf({ solution }: ErrorCodeEntry): string[] {
  if (solution === undefined) return [];
  const [first] = parseMarkdown(solution);
  // A list or a quote is one only at the beginning of a line.
  return [`Solution:${first?.type === "paragraph" ? " " : "\n\n"}${normalised(solution)}`];
}

/** The same Markdown, printed so that every Markdown reader takes it as the spec language does. */
function normalised(markdown: string): string {
  if (isPlainText(markdown)) return markdown;
  const tree = { type: "root" as const, children: [...parseMarkdown(markdown)] };
  return printMarkdown(withoutUnsafeLinks(tree)).trimEnd();
}
