import fc from "fast-check";
import Papa from "papaparse";
import { Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import { tablemark } from "tablemark";
import { expect, test } from "vitest";
import { markdownToText } from "../../generator/markdown/parseMarkdown.js";
import { importPage } from "../../generator/page/importPage.js";
import { tried } from "../emit/hostileSpecs.js";
import { type Format, readPage } from "./tableTexts.js";

const letters = "abcXYZ019 .,;:!?()'\"%/=+-#äß表€👍";
const marks = "|&<>*_`~[]\\";

/** A text of one line that is not blank, nor a dash, which says that there is nothing. */
function texts(characters: string) {
  const character = fc.constantFrom(...Array.from(characters));
  return fc
    .array(character, { minLength: 1, maxLength: 20 })
    .map((parts) => parts.join("").replaceAll(/\s+/g, " ").trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text));
}

function tables(characters: string) {
  const row = fc.tuple(texts(characters), texts(characters));
  return fc
    .array(row, { minLength: 1, maxLength: 8 })
    .map((rows) => rows.map(([message, solution], index) => [`E_${100 + index}`, message, solution]));
}

const headers = ["Error Code", "Message", "Solution"];

/** What a spec made of a page says, row by row. */
async function saidBy(format: Format, text: string) {
  const { spec, findings } = importPage(text, {
    service: { id: "written", name: "Written" },
    byReader: { format, page: await readPage(format, text) },
  });
  if (!spec) return findings;
  return spec.tables.flatMap(({ entries }) =>
    [...entries].map((entry) => {
      const {
        code,
        message = "",
        solution = "",
      } = entry as { code: string; message?: string; solution?: string };
      return [code, markdownToText(message), markdownToText(solution)];
    }),
  );
}

test("a table in CSV is read as it was written", async () => {
  const delimiters = fc.constantFrom(",", ";", "\t");
  await fc.assert(
    fc.asyncProperty(tables(letters + marks), delimiters, async (rows, delimiter) => {
      const text = Papa.unparse([headers, ...rows], { delimiter, newline: "\n", quotes: true });
      expect(await saidBy("csv", text)).toEqual(rows);
    }),
    tried(200),
  );
});

test("a table in HTML is read as it was written", async () => {
  await fc.assert(
    fc.asyncProperty(tables(letters + marks), async (rows) => {
      const cells = (tag: string, row: readonly string[]) =>
        h(
          "tr",
          null,
          row.map((text) => h(tag, null, text)),
        );
      const table = h("table", null, [
        h("thead", null, cells("th", headers)),
        h(
          "tbody",
          null,
          rows.map((row) => cells("td", row)),
        ),
      ]);
      expect(await saidBy("html", renderToString(h(Fragment, null, table)))).toEqual(rows);
    }),
    tried(200),
  );
});

test("a table in Markdown is read as it was written", async () => {
  await fc.assert(
    fc.asyncProperty(tables(`${letters}|`), async (rows) => {
      const text = tablemark(
        rows.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at]]))),
      );
      expect(await saidBy("markdown", text)).toEqual(rows);
    }),
    tried(200),
  );
});
