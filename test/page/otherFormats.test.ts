import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, diff, generate, importPages, verify } from "../../generator/index.js";
import { formats } from "../../generator/page/formats.js";
import { served } from "../commands/served.js";
import { testProject, textsBelow } from "../testProject.js";

const service = { id: "x", name: "X" };
const fixture = (name: string) => readFile(join(import.meta.dirname, "../fixtures/html", name), "utf8");

/** The tables of the spec that is made of a page, as YAML. */
async function tablesOf(file: string, text: string | Uint8Array): Promise<string> {
  const cwd = await testProject({ [file]: text });
  const { specs, diagnostics } = await importPages({ cwd, pages: [file], service });
  expect(diagnostics).toEqual([]);
  return specs[0]?.text.replace(/^[^]*\ntables:\n/, "") ?? "";
}

test("a table in HTML is read as a browser shows it", async () => {
  expect(await tablesOf("spans.html", await fixture("spans.html"))).toBe(`  - kind: error-codes
    title: Error codes
    lead: Every call ends with one of these.
    columns: [Module, Error Code, HTTP Status, Message, Solution]
    entries:
      - code: MILL_DRY
        status: 409
        module: Stone
        message: No *water*
        solution: |
          1. Wait.
          2. Ask.
      - code: MILL_STUCK
        status: 409
        module: Stone
        message: A stone got in
        solution: |
          Call\\
          us.
      - code: MILL_LOST
        status: 500
        module: Stone
        message: |
          First.

          Second \\<b>.
        solution: |
          \`\`\`
          mill --find
          \`\`\`
      - code: MILL_LEAK
        status: 503
        module: Roof
        message: Rain…
        solution: Wait.
`);
});

test("tables that lay out the page are looked into", async () => {
  expect(await tablesOf("layout.html", await fixture("layout.html")))
    .toContain(`    columns: [Code, Description]
    entries:
      - code: 200
        description: Fine
      - code: 404
        description: Nothing there
      - code: 418
        name: Status418
        description: A teapot & proud of it
`);
});

describe("CSV is read", () => {
  const entries = `    entries:
      - code: A_1
        message: One, two
      - code: A_2
        message: Three
`;
  test.each([
    ["with a header", "codes.csv", 'Error Code,Message\nA_1,"One, two"\nA_2,Three\n'],
    ["without one", "codes.csv", 'A_1,"One, two"\nA_2,Three\n'.replaceAll(/A_(\d)/g, "A_$1")],
    [
      "with semicolons, a byte order mark and CRLF",
      "codes.csv",
      "\uFEFFError Code;Message\r\nA_1;One, two\r\nA_2;Three\r\n",
    ],
    ["with tabs", "codes.tsv", "Error Code\tMessage\nA_1\tOne, two\nA_2\tThree"],
  ])("%s", async (_what, file, text) => {
    const said = await tablesOf(file, text);
    expect(said.replace("description: ", "message: ").replace("description: ", "message: ")).toContain(
      entries,
    );
  });
});

const markdownPage = "# Codes\n\n| Error Code | Message |\n| --- | --- |\n| A_1 | One |\n| A_2 | Two |\n";

describe("a page at an address is read in the format that", () => {
  test.each([
    ["its name says", "codes.md", "text/plain", "markdown"],
    ["the server says", "codes", "text/markdown; charset=utf-8", "markdown"],
    ["it looks like", "codes", "application/octet-stream", "markdown"],
  ])("%s", async (_what, name, type, format) => {
    const url = await served((_request, response) => {
      response.writeHead(200, { "content-type": type }).end(markdownPage);
    }, name);
    const cwd = await testProject({});
    const { specs } = await importPages({ cwd, pages: [url], allowHttp: true, service });
    expect(specs[0]?.text).toContain(`format: ${format}\n`);
  });

  test("the server says, for HTML", async () => {
    const html = await fixture("layout.html");
    const url = await served((_request, response) => {
      response.writeHead(200, { "content-type": "TEXT/HTML;charset=UTF-8" }).end(html);
    }, "codes");
    const cwd = await testProject({});
    const { specs } = await importPages({ cwd, pages: [url], allowHttp: true, service });
    expect(specs[0]?.text).toContain("format: html\n");
  });
});

test("a page in another format is compared, and has no digest", async () => {
  const cwd = await testProject({ "codes.md": markdownPage });
  await importPages({ cwd, pages: ["codes.md"], service });
  await generate({ cwd });
  expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
  expect(Object.keys(await textsBelow(cwd)).filter((path) => path.includes("pages/"))).toEqual([]);
  const changed = await testProject({ "codes.md": markdownPage.replace("Two", "Three") });
  const { exitCode, diagnostics } = await verify({ cwd, pages: [join(changed, "codes.md")] });
  expect({ exitCode, found: diagnostics.map(({ rule, onPage }) => `${rule} ${onPage ?? ""}`) }).toEqual({
    exitCode: 1,
    found: ["page-entry-altered Three"],
  });
});

test("two pages in Markdown are compared, and changes have their places", async () => {
  const cwd = await testProject({
    "old/codes.md": markdownPage,
    "new/codes.md": markdownPage.replace("| A_2 | Two |\n", "| A_2 | Three |\n| A_3 | Four |\n"),
  });
  const { changes, level } = await diff({ cwd, before: "old", after: "new" });
  expect(level).toBe("feature");
  expect(
    changes.map(({ kind, code, file, range }) => `${kind} ${code} ${file} ${range?.start.line}`),
  ).toEqual(["added A_3 new/codes.md 7", "message-changed A_2 new/codes.md 6"]);
});

test("each built-in reader accepts what its format is listed with", async () => {
  for (const [name, { accepts, load }] of Object.entries(formats)) {
    const reader = await load();
    expect([reader.name, String(reader.accepts)]).toEqual([name, String(accepts)]);
  }
});
