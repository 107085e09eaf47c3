/** What a file is that is no reStructuredText, and what can be done about it. */
export interface OtherFormat {
  readonly name: string;
  readonly help: string;
}

const original = "Give the page's reStructuredText source instead.";

const converted = (format: string) =>
  `Give the page's reStructuredText source, or convert it first: pandoc -f ${format} -t rst.`;

const html = { name: "HTML", help: converted("html") };
const markdown = { name: "Markdown", help: converted("gfm") };
const pdf = { name: "PDF", help: original };
const json = { name: "JSON", help: original };
const asciiDoc = { name: "AsciiDoc", help: original };
const csv = {
  name: "CSV",
  help: "Put its lines into a `csv-table` directive of a reStructuredText page.",
};

const byEnding: Readonly<Record<string, OtherFormat>> = {
  md: markdown,
  mdx: markdown,
  markdown,
  html,
  htm: html,
  xhtml: html,
  csv,
  tsv: { ...csv, name: "TSV" },
  json,
  jsonc: json,
  json5: json,
  yaml: { name: "YAML", help: original },
  yml: { name: "YAML", help: original },
  toml: { name: "TOML", help: original },
  xml: { name: "XML", help: original },
  adoc: asciiDoc,
  asciidoc: asciiDoc,
  org: { name: "Org", help: converted("org") },
  tex: { name: "LaTeX", help: converted("latex") },
  pdf,
  doc: { name: "Word", help: original },
  docx: { name: "Word", help: converted("docx") },
  odt: { name: "OpenDocument", help: converted("odt") },
  xls: { name: "Excel", help: original },
  xlsx: { name: "Excel", help: original },
};

/** The format that a file's name gives, where it is not reStructuredText. */
export function otherFormatOfName(name: string): OtherFormat | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
}

/** The format that a text is in, by what it begins with and its tables, where it is not reStructuredText. */
export function otherFormatOfText(text: string): OtherFormat | undefined {
  const start = text.trimStart().slice(0, 1_000);
  if (start.startsWith("%PDF-")) return pdf;
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body|table|div)\b/i.test(start))
    return html;
  if (/^[[{]/.test(start) && isJson(text)) return json;
  if (/^\|===\s*$/m.test(text)) return asciiDoc;
  // The line below the headers of a Markdown table, which reStructuredText would take for a line block.
  if (/^ {0,3}\|? *:?-{2,}:? *(?:\| *:?-{2,}:? *)+\|? *$/m.test(text)) return markdown;
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
