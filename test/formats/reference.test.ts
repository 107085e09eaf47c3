import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { buildService } from "../../generator/catalogue/buildService.js";
import type { Table } from "../../generator/catalogue/catalogue.js";
import { markdownToText } from "../../generator/markdown/parseMarkdown.js";
import { importPage } from "../../generator/page/importPage.js";
import { findChromium } from "../package/browser.js";
import { mutated, pages } from "./mutations.js";
import {
  type Format,
  htmlOf,
  ourTables,
  readPage,
  type TableTexts,
  tablesInBrowser,
  tablesOfCsv,
} from "./tableTexts.js";

const executablePath = findChromium();
const runs = 5_000;

interface Read {
  readonly text: string;
  readonly ours: readonly (TableTexts | undefined)[];
  readonly isRefused: boolean;
  /** What the spec made of the page says, table by table, as words; absent where none was made. */
  readonly inSpec?: readonly string[];
}

/** Reads edited pages, and imports them. */
async function readAll(format: Format): Promise<Read[]> {
  const read: Read[] = [];
  for (let run = 0; run < runs; run++) {
    const text = mutated(format, 1, run).replaceAll(/\r\n?/g, "\n");
    const page = await readPage(format, text);
    const { spec, findings } = importPage(text, {
      service: { id: "edited", name: "Edited" },
      byReader: { format, page },
    });
    if (!spec && findings.length === 0) throw new Error(`No spec and no finding: ${text}`);
    const inSpec = spec && buildService(spec, "").tables.map(saidIn);
    const isRefused = (page.findings ?? []).length > 0;
    read.push({ text, ours: ourTables(page), isRefused, ...(inSpec && { inSpec }) });
  }
  return read;
}

/** All that a table of a spec says. Codes are no Markdown. */
function saidIn({ title = "", columns, entries }: Table): string {
  const cells = [...entries].flatMap((entry) =>
    entry.cells.map((text, index) => (columns[index]?.role === "code" ? text : markdownToText(text))),
  );
  return [title, ...columns.map(({ header }) => header), ...cells].map(lettersIn).join("");
}

function lettersIn(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function expectAlike(read: readonly Read[], reference: readonly (readonly TableTexts[])[]): void {
  const differing = read.flatMap(({ text, ours, isRefused }, index) => {
    const theirs = reference[index]?.map((table, at) => (ours[at] ? table : undefined));
    return isRefused || isDeepStrictEqual(ours, theirs) ? [] : [{ text, ours, reference: theirs }];
  });
  const refused = read.filter(({ inSpec }) => inSpec === undefined).length;
  const lost = read.flatMap(({ text, inSpec }, index) =>
    lostTexts(inSpec, reference[index]).map((cell) => ({ text, cell })),
  );
  console.log(
    `${read.length} edited pages, ${refused} of them refused; ${differing.length} read differently, ${lost.length} texts lost`,
  );
  const shown = [...differing, ...lost].slice(0, 3).map((each) => JSON.stringify(each, null, 1));
  expect(shown.join("\n")).toBe("");
  // Who refuses everything loses nothing.
  expect(refused).toBeLessThan(read.length * 0.6);
}

/** Texts of the tables of codes that are not in the spec: those whose cells are most of a table of the spec. */
function lostTexts(inSpec: readonly string[] = [], tables: readonly TableTexts[] = []): string[] {
  const cells = tables.map((rows) =>
    rows
      .flat()
      .map(lettersIn)
      .filter((text) => text !== ""),
  );
  return inSpec.flatMap((said) => {
    const left = (texts: readonly string[]) => texts.filter((text) => !said.includes(text));
    const closest = cells.reduce<string[]>((best, texts) => {
      return texts.length - left(texts).length > best.length - left(best).length ? texts : best;
    }, []);
    // A table of the spec that was made of headings or a list is none of the page's.
    return left(closest).length < closest.length / 2 ? left(closest) : [];
  });
}

/**
 * What GitHub does not take for a table, and markdown-it does: with its header in a heading, or cut in two by a tag
 * on a line of its own.
 */
function isTableForMarkdownItOnly(text: string): boolean {
  return (
    /^\uFEFF? {0,3}#{1,6} .*\n *[|:]{0,2} ?-/m.test(text) ||
    /^ {0,3}<\/?[a-z][^>\n]*>[ \t]*\n.*\|/im.test(text)
  );
}

describe("edited pages are read as by another parser:", () => {
  test.skipIf(executablePath === undefined)("Markdown by markdown-it and Chromium", async () => {
    const browser = await chromium.launch({ executablePath: executablePath ?? "", chromiumSandbox: false });
    onTestFinished(() => browser.close());
    const read = (await readAll("markdown")).filter(({ text }) => !isTableForMarkdownItOnly(text));
    expectAlike(
      read,
      await tablesInBrowser(
        browser,
        read.map(({ text }) => htmlOf(text)),
      ),
    );
  });

  test.skipIf(executablePath === undefined)("HTML by Chromium", async () => {
    const browser = await chromium.launch({ executablePath: executablePath ?? "", chromiumSandbox: false });
    onTestFinished(() => browser.close());
    // After `<tbody>`, parse5 ends a row at `</thead>`, which browsers pass over.
    const read = (await readAll("html")).filter(
      ({ text }) => !/<tbody>(?:(?!<\/tbody>|<\/?table)[^])*<\/thead>/.test(text),
    );
    expectAlike(
      read,
      await tablesInBrowser(
        browser,
        read.map(({ text }) => text),
      ),
    );
  });

  test("CSV by Papa Parse", async () => {
    const read = await readAll("csv");
    // What parts the fields of a damaged file is a guess; of a whole one, both guess alike.
    const alike = read.map(({ text, ours }) => {
      const read = [",", ";", "\t"].map((delimiter) => tablesOfCsv(text, delimiter));
      return read.find((tables) => JSON.stringify(tables) === JSON.stringify(ours)) ?? tablesOfCsv(text);
    });
    expectAlike(read, alike);
    for (const text of pages.csv) expect(ourTables(await readPage("csv", text))).toEqual(tablesOfCsv(text));
  });
});
