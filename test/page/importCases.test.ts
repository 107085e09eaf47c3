import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildService } from "../../generator/catalogue/buildService.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { importPage } from "../../generator/page/importPage.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import { onlySpec } from "../pageSpecs.js";

const folder = join(import.meta.dirname, "../fixtures/import");

async function imported(name: string) {
  const text = await readFile(join(folder, `${name}.rst`), "utf8");
  return { text, ...importPage(text, { service: { id: "case", name: "Case" }, fileName: name }) };
}

/** What generated code would get to know of a page: its spec, taken through YAML. */
async function serviceOf(name: string) {
  const { spec, findings } = await imported(name);
  if (!spec) throw new Error(findings.map(({ message }) => message).join("\n"));
  const { catalogue, diagnostics } = loadCatalogue([{ file: "a.yaml", text: writeSpec(spec, "s.json") }]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const [service] = catalogue?.services ?? [];
  if (!service) throw new Error("There is no service.");
  return service;
}

async function entriesOf(name: string) {
  const { tables } = await serviceOf(name);
  return tables.flatMap(({ entries }) => [...entries]);
}

describe("small pages of which each was misread once", () => {
  test.each([
    [
      "minus",
      [
        ["E.100", "Fine."],
        ["E.200", "Good."],
        ["-1", "Unknown."],
        ["E.300", "Bad."],
      ],
    ],
    [
      "list-table",
      [
        ["400", "Wrong."],
        ["404", "Missing,\n\nor never there."],
      ],
    ],
    [
      "csv-table",
      [
        ["ORD.1", 'No such order, or "closed".'],
        ["ORD.2", "Two at once."],
      ],
    ],
    [
      "error-column",
      [
        ["NoSuchThing", "Missing."],
        ["NoSuchPart", "Part missing."],
      ],
    ],
    [
      "marked-up-code",
      [
        ["400", "Wrong."],
        ["404", "Missing."],
      ],
    ],
    ["wrapped-cell", [["400", "The request has a malformed body."]]],
    ["code-block-cell", [["A.0002", "Look at this:\n\n```\ncurl http://x\n```"]]],
    ["line-block-cell", [["A.1", "First.\\\nSecond."]]],
    ["ampersand", [["400", "Ask AT&T & wait."]]],
    ["label-with-blank", [["A.1", "One."]]],
  ])("%s gives its codes and descriptions", async (name, expected) => {
    const entries = await entriesOf(name);
    expect(entries.map(({ code, description }) => [code, description])).toEqual(expected);
  });

  test("the statuses beside error codes are no codes of their own", async () => {
    const statuses = async (name: string) =>
      (await entriesOf(name)).map((entry) => (entry.kind === "error-code" ? entry.status : entry.kind));
    expect(await statuses("error-column")).toEqual(["404", "404"]);
    expect(await statuses("csv-table")).toEqual(["404", "409"]);
  });

  test("markup is taken off a code and its message", async () => {
    const entries = await entriesOf("marked-up-code");
    expect(entries.map(({ message }) => message)).toEqual(["Bad Request", "Not Found"]);
  });

  test("a column of errors beside error codes holds messages", async () => {
    const messages = (await entriesOf("error-as-message")).map(({ message }) => message);
    expect(messages).toEqual(["System error.", "Bad input."]);
  });

  test("an error code goes before the type of an error", async () => {
    expect((await entriesOf("error-type-and-code")).map(({ code }) => code)).toEqual(["YY001", "YY002"]);
  });

  test("a code that is only a dash gives a row and no member", async () => {
    const entries = await entriesOf("dash-code");
    expect(entries.map(({ code, name }) => [code, name])).toEqual([
      ["A.1", "A1"],
      ["-", ""],
    ]);
  });

  test("a title has no needless escapes", async () => {
    expect(onlySpec(await serviceOf("ampersand")).page.title).toBe("O&M Status Codes");
  });

  test("a label with a blank gives a valid id, and stays the page's label", async () => {
    const { page } = onlySpec(await serviceOf("label-with-blank"));
    expect(page).toMatchObject({ id: "Error-Codes", label: "Error Codes" });
  });

  test.each(["broken-span", "table-in-item", "marked-up-titles"])(
    "%s is given back byte for byte",
    async (name) => {
      const { text, spec, findings } = await imported(name);
      expect(findings).toEqual([]);
      expect(spec && writeRst(buildService(spec, ""))).toBe(text);
      expect(spec?.page.digest).toBeDefined();
    },
  );

  test("a row whose border is out of place makes the page unreadable, and its line is told", async () => {
    const { spec, findings } = await imported("short-row");
    expect(spec).toBeUndefined();
    expect(findings).toMatchObject([{ rule: "unreadable-page", line: 11 }]);
  });

  test("where the link of a code leads is not kept, and that is told", () => {
    const rows = "`404 <https://example.com/404>`__  It is gone.";
    const border = "================================== ===========";
    const page = `Codes\n=====\n\n${border}\nError Code                         Description\n${border}\n${rows}\n${border}\n`;
    const { spec, findings } = importPage(page, { service: { id: "case", name: "Case" }, fileName: "page" });
    expect(spec?.tables[0]?.entries).toMatchObject([{ code: "404" }]);
    expect(findings).toContainEqual({
      rule: "text-not-kept",
      line: 7,
      message: 'The spec does not keep the link target of this code: "<https://example.com/404>".',
    });
  });

  test("a second table that looks like one of codes is not left out in silence", async () => {
    const { spec, findings } = await imported("doubtful-table");
    expect(spec?.tables).toHaveLength(1);
    const message =
      'The table is not read as a table of codes: "Status Code" has "open now" in line 13, which does not look like a code.';
    expect(findings).toEqual([{ rule: "table-left-out", line: 10, message }]);
  });

  test.each([
    ["stray-corner", 8, "A border has a `+` here at which no cell begins or ends."],
    [
      "misspelt-directive",
      4,
      'A table of codes is in the directive "tabl", which neither docutils nor Sphinx defines.',
    ],
  ])("%s is unreadable, and it is told why", async (name, line, message) => {
    const { spec, findings } = await imported(name);
    expect(spec).toBeUndefined();
    expect(findings).toMatchObject([{ rule: "unreadable-page", line, message }]);
  });

  test.each(["countries", "default-values", "exit-codes"])(
    "%s are no codes, and it is told why",
    async (name) => {
      const { spec, findings } = await imported(`refuse/${name}`);
      expect(spec).toBeUndefined();
      expect(findings).toMatchObject([{ rule: "no-code-table" }]);
    },
  );
});
