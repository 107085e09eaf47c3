import { type Entry, type Field, type Page, valueOf, valueText } from "../../catalogue/catalogue.js";
import { isPlainText, markdownToText, parseMarkdown } from "../../markdown/parseMarkdown.js";
import { printMarkdown, textToMarkdown } from "../../markdown/printMarkdown.js";
import { withoutUnsafeLinks } from "../../markdown/safeLink.js";
import { escapeJsDoc } from "../layout/docComment.js";

/** The JSDoc text of a code: its message, what the vendor says, and on which page, if that is given. */
export function memberDoc(
  entries: readonly [Entry, ...Entry[]],
  fields: readonly Field[],
  page?: Page,
): string {
  const causes = entries.flatMap((entry) => [headline(entry), ...details(entry, fields)]);
  const place = page ? [pageLine(page)] : [];
  return textOf([...causes.map(escapeJsDoc), ...place, ...deprecation(entries)]);
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

/** The end of a comment, which names the page that a declaration comes from; in full where the page is introduced. */
export function pageLine({ title, id, permalink }: Page, form: "in short" | "in full" = "in short"): string {
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

/** What a headline says already. */
const inHeadline: ReadonlySet<string> = new Set(["status", "module", "message"]);

function details(entry: Entry, fields: readonly Field[]): string[] {
  return fields.flatMap((field) => {
    const text = valueText(valueOf(entry, field));
    if (text === undefined || inHeadline.has(field.name)) return [];
    const markdown = field.type === "markdown" ? normalised(text) : textToMarkdown(text);
    return field.name === "description" ? [markdown] : [labelled(field.title, markdown)];
  });
}

function labelled(label: string, markdown: string): string {
  const [first] = parseMarkdown(markdown);
  // A list or a quote is one only at the beginning of a line.
  return `${label}:${first?.type === "paragraph" ? " " : "\n\n"}${markdown}`;
}

/** The same Markdown, printed so that every Markdown reader takes it as the spec language does. */
function normalised(markdown: string): string {
  if (isPlainText(markdown)) return markdown;
  const tree = { type: "root" as const, children: [...parseMarkdown(markdown)] };
  return printMarkdown(withoutUnsafeLinks(tree)).trimEnd();
}
