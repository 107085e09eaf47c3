import type { formats } from "../page/formats.js";

/** What a file is that no built-in reader reads, and what can be done about it. */
export interface OtherFormat {
  readonly name: string;
  readonly help: string;
}

const ownReader =
  "Read it with a reader of your own (`readers` in the config), or give the page in another format.";

const converted = (format: string) => `Convert it first: pandoc -f ${format} -t gfm.`;

const json = { name: "JSON", help: ownReader };
const yaml = { name: "YAML", help: ownReader };
const asciiDoc = { name: "AsciiDoc", help: ownReader };

const byEnding: Readonly<Record<string, OtherFormat>> = {
  json,
  jsonc: json,
  json5: json,
  yaml,
  yml: yaml,
  toml: { name: "TOML", help: ownReader },
  xml: { name: "XML", help: ownReader },
  adoc: asciiDoc,
  asciidoc: asciiDoc,
  org: { name: "Org", help: converted("org") },
  tex: { name: "LaTeX", help: converted("latex") },
  pdf: { name: "PDF", help: ownReader },
  doc: { name: "Word", help: ownReader },
  docx: { name: "Word", help: converted("docx") },
  odt: { name: "OpenDocument", help: converted("odt") },
  xls: { name: "Excel", help: "Save it as CSV." },
  xlsx: { name: "Excel", help: "Save it as CSV." },
};

/** The format that a file's name gives, where no built-in reader reads it. */
export function otherFormatOfName(name: string): OtherFormat | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
}

/** The format that a text is in, by what it begins with and its tables, where a reader reads it. */
export function formatOfText(text: string): keyof typeof formats | undefined {
  const start = text.trimStart().slice(0, 1_000);
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body|table|div)\b/i.test(start))
    return "html";
  // The line below the headers of a Markdown table, which reStructuredText would take for a line block.
  if (/^ {0,3}\|? *:?-{2,}:? *(?:\| *:?-{2,}:? *)+\|? *$/m.test(text)) return "markdown";
  return undefined;
}

/** What a text is that is read as reStructuredText and is none. */
export function otherFormatOfText(text: string): OtherFormat | undefined {
  const start = text.trimStart().slice(0, 1_000);
  if (start.startsWith("%PDF-")) return byEnding["pdf"];
  const format = formatOfText(text);
  if (format === "html") return { name: "HTML", help: "Give its file a name that ends in .html." };
  if (format === "markdown") return { name: "Markdown", help: "Give its file a name that ends in .md." };
  if (/^[[{]/.test(start) && isJson(text)) return json;
  return /^\|===\s*$/m.test(text) ? asciiDoc : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
