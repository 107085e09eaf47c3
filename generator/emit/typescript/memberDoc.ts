import {
  type Entry,
  escapeJsDoc,
  type Field,
  isPlainText,
  markdownForReaders,
  markdownToText,
  type Page,
  parseMarkdown,
  textToMarkdown,
  valueOf,
  valueText,
} from "../api.js";

/** The JSDoc texts of a code: its message and what is said of it; for its member, also on which page. */
export function memberDocs(
  entries: readonly [Entry, ...Entry[]],
  fields: readonly Field[],
): { readonly doc: string; readonly constantDoc: string } {
  const said = entries.map((entry) => [headline(entry), ...details(entry, fields)].map(escapeJsDoc));
  // Several pages may say the same.
  const causes = new Set(said.map((paragraphs) => paragraphs.join("\n\n")));
  const end = deprecation(entries);
  return {
    doc: textOf([...causes, ...pageLines(entries.flatMap(({ page }) => page ?? [])), ...end]),
    // A constant need not repeat the page.
    constantDoc: textOf([...causes, ...end]),
  };
}

/** Paragraphs as one text; Prettier leaves no white space at a comment's line ends. */
function textOf(paragraphs: readonly string[]): string {
  return paragraphs.join("\n\n").replaceAll(/[^\S\n]+$/gm, "");
}

function deprecation(entries: readonly [Entry, ...Entry[]]): string[] {
  const [{ code, retired, replacedBy }] = entries;
  if (retired === undefined || entries.some((entry) => entry.retired === undefined)) return [];
  const instead = replacedBy === undefined ? "" : ` Use ${textToMarkdown(String(replacedBy))}.`;
  return [`@deprecated ${escapeJsDoc(`${code}: retired since ${textToMarkdown(retired)}.${instead}`)}`];
}

/** The end of a comment, which names the pages that a declaration comes from; in full where they are introduced. */
export function pageLines(pages: readonly Page[], form: "in short" | "in full" = "in short"): string[] {
  return [...new Set(pages)].map((page) => pageLine(page, form));
}

function pageLine({ title, id, permalink }: Page, form: "in short" | "in full"): string {
  const see = permalink === undefined ? [] : [`@see ${permalink.replaceAll("*/", "*%2F")}`];
  if (form === "in short" && permalink !== undefined) return see.join();
  const name = form === "in short" ? id : `${textToMarkdown(markdownToText(title))} (${id})`;
  return [escapeJsDoc(`Page: ${name}`), ...see].join("\n\n");
}

function headline(entry: Entry): string {
  const status = entry.kind === "error-code" && entry.status !== undefined ? ` (HTTP ${entry.status})` : "";
  const module = entry.kind === "error-code" && entry.module !== undefined ? `${entry.module}: ` : "";
  return textToMarkdown(
    `${module}${entry.code}${status}${entry.message === undefined ? "" : ` ${entry.message}`}`,
  );
}

/** What the headline says, or the last line. */
const saidElsewhere: ReadonlySet<string> = new Set(["status", "module", "message", "replacedBy"]);

function details(entry: Entry, fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    const text = valueText(valueOf(entry, field));
    if (text === undefined || saidElsewhere.has(field.name)) return [];
    const markdown = field.type === "markdown" ? markdownForReaders(text) : textToMarkdown(text);
    return field.name === "description" ? [markdown] : [`${field.title}:${separator(text)}${markdown}`];
  });
}

/** A list, a quote or a block of code is one only at the beginning of a line. */
function separator(markdown: string): string {
  return isPlainText(markdown) || parseMarkdown(markdown)[0]?.type === "paragraph" ? " " : "\n\n";
}
