import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { check, generate, importPages, verify } from "../../generator/index.js";
import { buildService } from "../../generator/catalogue/buildService.js";
import { importPage } from "../../generator/page/importPage.js";
import { writePage } from "../../generator/page/writePage.js";
import { tried } from "../emit/hostileSpecs.js";
import { testProject, textsBelow } from "../testProject.js";
import { type Format, readPage } from "./tableTexts.js";

/** The spec of a page. */
async function specOf(pageFormat: Format, text: string) {
  const { spec } = importPage(text, {
    service: { id: "again", name: "Again" },
    fileName: "again.md",
    byReader: { format: pageFormat, page: await readPage(pageFormat, text) },
  });
  if (!spec) throw new Error("The page is refused.");
  return spec;
}

/** Expects that a page is made again from its spec alone, byte for byte. */
async function expectAgain(pageFormat: Format, text: string) {
  const spec = await specOf(pageFormat, text);
  expect(writePage(buildService(spec, ""))).toBe(text);
  expect(spec.page.digest).toMatch(/^sha256:/);
}

const words = fc
  .array(fc.constantFrom("the", "lamp", "is", "off", "a|b", "*not*", "`code`", "& so", "表", "ñ", "1."), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(" "));
const rows = fc
  .array(fc.tuple(words, words), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([message, solution], index) => [`E_${100 + index}`, message, solution]));

describe("a page is made again byte for byte", () => {
  test("as Prettier lays out Markdown", async () => {
    const escaped = (text: string) => text.replaceAll("|", String.raw`\|`);
    const part = fc.record({
      before: fc.option(words),
      heading: fc.option(fc.constantFrom("## Lamps", "### Lamps", "###### Lamps")),
      lead: fc.option(words),
      rows,
    });
    const page = fc.record({
      top: fc.constantFrom("# Codes", "---\ntitle: Codes\n---", "---\nkeywords: [a]\n---\n\n# Codes", ""),
      parts: fc.array(part, { minLength: 1, maxLength: 3 }),
      after: fc.option(words),
    });
    await fc.assert(
      fc.asyncProperty(page, async ({ top, parts, after }) => {
        const blocks = parts.flatMap(({ before, heading, lead, rows: body }, index) => [
          before,
          heading && `${heading} ${index}`,
          lead,
          ["| Error Code | Message | Solution |", "| - | - | - |", ...body.map(lineOf)].join("\n"),
        ]);
        const text = [top, ...blocks, after].filter((block) => block).join("\n\n");
        await expectAgain("markdown", await format(text, { parser: "markdown" }));
      }),
      tried(200),
    );

    function lineOf(cells: readonly string[]): string {
      return `| ${cells.map(escaped).join(" | ")} |`;
    }
  });

  test("as CSV with quotes where they are needed", async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (body) => {
        const records = [["Error Code", "Message", "Solution"], ...body];
        await expectAgain("csv", `${Papa.unparse(records, { newline: "\n" })}\n`);
      }),
      tried(200),
    );
  });
});

const lamps = `# Lamps

How lamps answer.

## Codes

| Error Code | Message       |
| ---------- | ------------- |
| LAMP_1     | Lamp is _off_ |
| LAMP_2     | Lamp is gone  |

More below.
`;

async function imported(file: string, text: string) {
  const cwd = await testProject({ [file]: text });
  expect(await importPages({ cwd, pages: [file], service: { id: "lamps", name: "Lamps" } })).toMatchObject({
    exitCode: 0,
  });
  return { cwd, spec: await readFile(join(cwd, "spec/lamps.yaml"), "utf8") };
}

test("what is around the tables is in the spec, and the page in the output", async () => {
  const { cwd, spec } = await imported("lamps.md", lamps);
  expect(spec).toContain("before: How lamps answer.");
  expect(spec).toContain("section: Codes");
  expect(spec).toContain("after: More below.");
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  expect((await textsBelow(join(cwd, "generated")))["pages/lamps.md"]).toBe(lamps);
  expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
  expect(await verify({ cwd })).toMatchObject({ exitCode: 0, specs: [{ state: "proven" }] });
  expect(await verify({ cwd, pages: ["lamps.md"] })).toMatchObject({
    exitCode: 0,
    specs: [{ state: "proven" }],
  });
});

test.each([
  ["a text of a table", "Lamp is gone", "Lamp went"],
  ["a section", "section: Codes", "section: Signals"],
  ["the title", "title: Lamps", "title: Lights"],
  ["what is around the tables", "How lamps answer", "How lights answer"],
])("%s that is another than on the page is told without the page", async (_, from, to) => {
  const { cwd, spec } = await imported("lamps.md", lamps);
  await writeFile(join(cwd, "spec/lamps.yaml"), spec.replace(from, to));
  const { exitCode, diagnostics } = await check({ cwd });
  expect({ exitCode, rules: diagnostics.map(({ rule }) => rule) }).toMatchObject({
    exitCode: 1,
    rules: expect.arrayContaining(["page-digest"]) as unknown,
  });
});

test("a page in a layout of its own has no digest, and is compared by what it says", async () => {
  const { cwd, spec } = await imported("lamps.md", lamps.replaceAll(/ +\|/g, " |"));
  expect(spec).not.toMatch(/digest|before|after/);
  expect(await verify({ cwd, pages: ["lamps.md"] })).toMatchObject({
    exitCode: 0,
    specs: [{ state: "equal" }],
  });
});

test("a page whose layout changed says the same as before", async () => {
  const { cwd } = await imported("lamps.md", lamps);
  await writeFile(join(cwd, "lamps.md"), lamps.replaceAll(/ +\|/g, " |"));
  const { exitCode, diagnostics, specs } = await verify({ cwd, pages: ["lamps.md"] });
  expect({ exitCode, rules: diagnostics.map(({ rule }) => rule), specs }).toMatchObject({
    exitCode: 0,
    rules: ["page-bytes"],
    specs: [{ state: "equal" }],
  });
});
