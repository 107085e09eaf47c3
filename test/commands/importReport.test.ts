import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { statusgen, testProject } from "../testProject.js";
import { codesOfSpecs, errorPage, imported } from "./importedProject.js";

const codes = { "ORD.1": "No such order.", "ORD.2": "Order is closed." };
const page = errorPage(codes, { id: "orders" });

/** Its first row has no code, and no row above has one. */
const codeless = `Stock Errors
============

+------------+------------------+
| Error Code | Description      |
+============+==================+
|            | Nobody knows.    |
+------------+------------------+
| STK.1      | Out of stock.    |
+------------+------------------+
| STK.2      | Stock is locked. |
+------------+------------------+
`;

const parameters = `Parameters
==========

========= ===========
Parameter Description
========= ===========
name      A name.
========= ===========

========= ===========
Parameter Description
========= ===========
size      A size.
========= ===========
`;

describe("the report", () => {
  test("says for each spec how many entries were added, altered, retired and kept", async () => {
    const cwd = await testProject({ "page.rst": page });
    const first = await statusgen(cwd, "import", "page.rst");
    expect(first.stdout).toContain("+ spec/orders.yaml from page.rst: 2 added\n1 spec: 1 new.\n");
    const changed = { "ORD.1": "No such order.", "ORD.3": "New." };
    await writeFile(join(cwd, "page.rst"), errorPage(changed, { id: "order_errors" }));
    const second = await statusgen(cwd, "import", "page.rst");
    expect(second.stdout).toContain(
      "~ spec/orders.yaml from page.rst: 1 added, 1 retired, 1 kept\n      page id: order_errors, was orders\n",
    );
    const third = await statusgen(cwd, "import", "page.rst");
    expect(third.stdout).toContain(
      "spec/orders.yaml from page.rst: 3 kept (unchanged)\n1 spec: 1 unchanged.\n",
    );
  });

  test("has one line for each page of a folder that has no code table, however many tables it has", async () => {
    const cwd = await testProject({ "pages/page.rst": page, "pages/parameters.rst": parameters });
    const { stdout, exitCode } = await statusgen(cwd, "import", "pages");
    expect(stdout.match(/parameters\.rst/g)).toHaveLength(1);
    expect(stdout).toContain("1 spec: 1 new; 1 page without code tables.\n");
    expect(exitCode).toBe(0);
  });

  test("says where a page cannot be made again, so that the spec has no digest; and `check` agrees", async () => {
    const cwd = await testProject({ "page.rst": page.replace("ORD.1     ", "ORD.1\t   ") });
    const { stdout, exitCode } = await statusgen(cwd, "import", "page.rst");
    expect(stdout).toContain("does not reproduce the page byte for byte");
    expect(exitCode).toBe(0);
    await statusgen(cwd, "generate");
    expect(await statusgen(cwd, "check")).toMatchObject({ exitCode: 0 });
  });

  test("has the same as data with --json", async () => {
    const cwd = await testProject({ "a.rst": page, "b.rst": codeless });
    const { stdout } = await statusgen(cwd, "import", "a.rst", "b.rst", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      specs: [
        { page: "a.rst", file: "spec/orders.yaml", state: "new", entries: { added: 2 }, isReproduced: true },
      ],
      refused: ["b.rst"],
      diagnostics: [{ rule: "unsaid-cell", file: "b.rst" }],
    });
    expect(await readdir(cwd)).toEqual(["a.rst", "b.rst"]);
  });
});

describe("the exit code is", () => {
  test("0 where every page with code tables was imported", async () => {
    const cwd = await testProject({ "pages/a.rst": page, "pages/b.rst": parameters });
    expect((await imported(cwd, ["pages"])).exitCode).toBe(0);
  });

  test.each([
    ["has a row that no spec can say", "bad.rst", codeless],
    ["has no code table, and was named itself", "bad.rst", parameters],
    ["is not there", "bad.rst", undefined],
    ["is another format", "bad.md", "# Codes\n"],
  ])("1 where one page %s; the others are imported", async (_what, file, text) => {
    const cwd = await testProject({ "a.rst": page, ...(text !== undefined && { [file]: text }) });
    const { exitCode, refused } = await imported(cwd, ["a.rst", file]);
    expect({ exitCode, refused }).toEqual({ exitCode: 1, refused: [file] });
    expect(await codesOfSpecs(cwd)).toEqual({ "orders.yaml": "ORD.1 ORD.2" });
  });

  test("1 where a result would not be valid; the others are imported", async () => {
    const spec = `service: { id: stock, name: Stock, prefix: 1x }
page: { id: stock, title: Stock, source: b.rst }
tables:
  - kind: error-codes
    columns: [Error Code, Description]
    entries: [{ code: STK.1, description: No. }]
`;
    const cwd = await testProject({
      "a.rst": page,
      "b.rst": errorPage({ "STK.1": "No." }),
      "spec/stock.yaml": spec,
    });
    const { exitCode, found, refused } = await imported(cwd, ["a.rst", "b.rst"]);
    expect({ exitCode, refused }).toEqual({ exitCode: 1, refused: ["b.rst"] });
    expect(found).toContain("invalid-identifier spec/stock.yaml");
    expect(await readdir(join(cwd, "spec"))).toEqual(["orders.yaml", "stock.yaml"]);
  });

  test("1 where `lossy` lost something, which is listed", async () => {
    const cwd = await testProject({ "stock.rst": codeless });
    const { exitCode, found } = await imported(cwd, ["stock.rst"], { lossy: true });
    expect({ exitCode, found }).toEqual({
      exitCode: 1,
      found: ["page-not-reproduced stock.rst", "unsaid-cell stock.rst"],
    });
    expect(await codesOfSpecs(cwd)).toEqual({ "stock.yaml": "STK.1 STK.2" });
  });

  test.each([
    ["has a row that no spec can say", { "pages/a.rst": codeless }],
    ["has no code table", { "pages/a.rst": parameters }],
  ])("2 where the only page %s, and nothing is written", async (_what, files) => {
    const cwd = await testProject(files);
    expect((await imported(cwd, ["pages"])).exitCode).toBe(2);
    expect(await readdir(cwd)).toEqual(["pages"]);
  });

  test.each([
    ["--into spec/a.yaml --new", /cannot be used with/],
    ["--service shop:", /id:name/],
    ["--into spec/a.yaml", /not a spec of this project/],
  ])("2 for import %s", async (flags, words) => {
    const cwd = await testProject({ "a.rst": page });
    const { exitCode, stdout, stderr } = await statusgen(cwd, "import", "a.rst", ...flags.split(" "));
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toMatch(words);
    expect(await readdir(cwd)).toEqual(["a.rst"]);
  });
});

test("a page in a folder that lost its code tables is an error, because a spec was made of it", async () => {
  const cwd = await testProject({ "pages/page.rst": page, "pages/other.rst": errorPage({ "OTH.1": "No." }) });
  await imported(cwd, ["pages"]);
  await writeFile(join(cwd, "pages/page.rst"), parameters);
  const { exitCode, diagnostics } = await imported(cwd, ["pages"]);
  expect(exitCode).toBe(1);
  expect(diagnostics).toMatchObject([{ rule: "no-code-table", severity: "error", file: "pages/page.rst" }]);
  // Where they are on another page now, they were moved.
  await writeFile(join(cwd, "pages/codes.rst"), page);
  expect(await imported(cwd, ["pages"])).toMatchObject({
    exitCode: 0,
    states: { "pages/codes.rst": "updated" },
  });
});

const markdownTable = "| Code | Text |\n| --- | --- |\n| 400 | Bad. |\n";

describe("a file that cannot be read is told so by its format's name,", () => {
  test.each([
    ["page.json", "{}", "JSON"],
    ["page.yaml", "a: 1\n", "YAML"],
    ["page.pdf", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0xff]), "PDF"],
    ["page.adoc", "= Codes\n", "AsciiDoc"],
    ["page.docx", new Uint8Array([0x50, 0x4b, 0xff]), "Word"],
  ])("as %s", async (file, content, name) => {
    const cwd = await testProject({ [file]: content });
    const { exitCode, found, diagnostics } = await imported(cwd, [file]);
    expect({ exitCode, found }).toEqual({ exitCode: 2, found: [`unreadable-page ${file}`] });
    expect(diagnostics[0]?.message).toBe(`The page is ${name}, which no built-in reader reads.`);
    expect(diagnostics[0]?.help).not.toContain("--columns");
  });

  test.each([
    ["page.txt", `# Codes\n\n${markdownTable}`, "Markdown", ".md"],
    ["page.txt", `Code | Text\n:--|--:\n400 | Bad.\n`, "Markdown", ".md"],
    ["page.rst", "<!DOCTYPE html>\n<html><body></body></html>\n", "HTML", ".html"],
    ["page.rst", '[{ "code": 400 }]\n', "JSON", "readers"],
    ["page.txt", "= Codes\n\n|===\n|Code |Text\n|===\n", "AsciiDoc", "readers"],
  ])("as %s with another format in it", async (file, content, name, help) => {
    const cwd = await testProject({ [file]: content });
    const { exitCode, found, diagnostics } = await imported(cwd, [file]);
    expect({ exitCode, found }).toEqual({ exitCode: 2, found: [`unreadable-page ${file}`] });
    expect(diagnostics[0]?.message).toBe(`The page is ${name}, not reStructuredText.`);
    expect(diagnostics[0]?.help).toContain(help);
  });

  test("but a page with such a table in an example is read", async () => {
    const example = `${page}\n::\n\n   | a | b |\n   | --- | --- |\n`;
    const cwd = await testProject({ "page.rst": example });
    expect(await imported(cwd, ["page.rst"])).toMatchObject({ states: { "page.rst": "new" } });
  });
});

describe("what cannot help is not proposed:", () => {
  test("the columns of a page that has no table", async () => {
    const cwd = await testProject({ "page.rst": "Codes\n=====\n\nNone.\n" });
    const { diagnostics } = await imported(cwd, ["page.rst"]);
    expect(diagnostics[0]?.help).not.toContain("--columns");
  });

  test("to give the columns where they were given", async () => {
    const cwd = await testProject({ "page.rst": parameters });
    const { diagnostics } = await imported(cwd, ["page.rst"], { columns: ["message", "description"] });
    expect(diagnostics[0]?.help).toContain("Correct `--columns`");
  });
});
