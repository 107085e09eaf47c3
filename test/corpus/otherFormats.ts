import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { fromHtml } from "hast-util-from-html";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { markdownToText } from "../../generator/markdown/parseMarkdown.js";
import { formats } from "../../generator/page/formats.js";
import { importPage } from "../../generator/page/importPage.js";
import type { ReadByReader } from "../../generator/page/reader.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import type { CorpusPage } from "./readCorpus.js";

/** How many cells of the pages in another format give the spec that reStructuredText gives. */
export interface FormatMeasure {
  readonly format: "html" | "markdown";
  readonly by: string;
  readonly pages: number;
  readonly pagesEqual: number;
  readonly cells: number;
  readonly cellsEqual: number;
  readonly differences: readonly string[];
  /** Milliseconds of each page: for our whole import, and for the parser alone. */
  readonly times: readonly { readonly ours: number; readonly parser: number }[];
  readonly bytes: number;
}

/** Turns the pages into HTML by docutils and into Markdown by pandoc, as far as they are installed. */
export async function measureFormats(all: readonly CorpusPage[]): Promise<(FormatMeasure | string)[]> {
  const pages = all.map(({ name, text }) => ({ name, text: withoutReferences(text) }));
  const inHtml = toHtml(pages.map(({ text }) => text));
  const inMarkdown = pages.map(({ text }) => toMarkdown(text));
  return [
    inHtml
      ? await measure("html", "docutils", pages, inHtml)
      : "No docutils is installed: no page was turned into HTML.",
    inMarkdown.every((text) => text !== undefined)
      ? await measure("markdown", "pandoc", pages, inMarkdown)
      : "No pandoc is installed: no page was turned into Markdown.",
  ];
}

/** References of Sphinx, which neither tool knows, as their text, and as wide as they are: tables are drawn. */
function withoutReferences(text: string): string {
  return text.replaceAll(/:ref:`([^`<]*?)\s*<[^>]*>`/g, (reference, said: string) =>
    said.padEnd(reference.length),
  );
}

function toHtml(texts: readonly string[]): string[] | undefined {
  const { status, stdout } = spawnSync(
    "/usr/bin/python3",
    [fileURLToPath(new URL("toHtml.py", import.meta.url))],
    {
      input: texts.map((text) => JSON.stringify({ text })).join("\n"),
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  if (status !== 0) return undefined;
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { html: string }).html);
}

function toMarkdown(text: string): string | undefined {
  const { status, stdout } = spawnSync("pandoc", ["-f", "rst", "-t", "gfm"], {
    input: text,
    encoding: "utf8",
  });
  return status === 0 ? stdout : undefined;
}

async function measure(
  format: FormatMeasure["format"],
  by: string,
  pages: readonly Pick<CorpusPage, "name" | "text">[],
  converted: readonly string[],
): Promise<FormatMeasure> {
  const reader = await formats[format].load();
  const counts = { pages: 0, pagesEqual: 0, cells: 0, cellsEqual: 0 };
  const differences: string[] = [];
  const times: FormatMeasure["times"][number][] = [];
  for (const [index, { name, text }] of pages.entries()) {
    const expected = cellsOf(text);
    const given = converted[index] ?? "";
    const bytes = new TextEncoder().encode(given);
    const found = cellsOf(given, { format, page: reader.read(bytes) });
    times.push({
      ours: milliseconds(() => {
        const byReader = { format, page: reader.read(bytes) };
        importPage(given, { service: { id: "measured", name: "Measured" }, byReader });
      }),
      parser: milliseconds(() => parsers[format](given)),
    });
    const equal = expected.filter((cell, at) => cell === found[at]).length;
    const isEqual = equal === expected.length && found.length === expected.length;
    counts.pages++;
    counts.pagesEqual += Number(isEqual);
    counts.cells += expected.length;
    counts.cellsEqual += equal;
    const at = expected.findIndex((cell, each) => cell !== found[each]);
    if (!isEqual)
      differences.push(`${name} as ${format}: ${expected[at] ?? "nothing"} | ${found[at] ?? "nothing"}`);
  }
  const bytes = converted.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { format, by, ...counts, differences, times, bytes };
}

const parsers = {
  html: (text: string) => fromHtml(text),
  markdown: (text: string) =>
    fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
};

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** What each cell says, after the kind of its table, its code and its field. */
function cellsOf(text: string, byReader?: ReadByReader): string[] {
  const { spec, findings } = importPage(text, { service: { id: "measured", name: "Measured" }, byReader });
  if (!spec)
    return findings.some(({ rule }) => rule !== "no-code-table")
      ? [`refused: ${findings[0]?.message ?? ""}`]
      : [];
  const { catalogue } = loadCatalogue([{ file: "spec.yaml", text: writeSpec(spec, "schema.json") }]);
  const tables = catalogue?.services.flatMap((service) => [...service.tables]) ?? [];
  return tables.flatMap(({ kind, columns, entries }) =>
    [...entries].flatMap(({ code, cells }) =>
      columns.map(
        ({ role }, index) =>
          `${kind} ${code} ${role}: ${markdownToText(cells[index] ?? "")
            .replaceAll(/\s+/g, " ")
            .trim()}`,
      ),
    ),
  );
}
