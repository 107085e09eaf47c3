import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, generate, importPages, verify } from "../../generator/index.js";
import { markdownToText } from "../../generator/markdown/parseMarkdown.js";
import { textToMarkdown } from "../../generator/markdown/printMarkdown.js";
import { buildService } from "../../generator/catalogue/buildService.js";
import { lostTexts } from "../../generator/page/conservation.js";
import { pageOfReader } from "../../generator/page/pageOfReader.js";
import type { PageSpec } from "../../generator/spec/definition.js";
import { importPage } from "../../generator/page/importPage.js";
import { repository, testProject, textsBelow } from "../testProject.js";

const page = `[
{ "code": "ORD.1", "message": "Not *now*", "status": 404 },
{ "code": "ORD.2", "message": "Closed", "status": 409 }
]
`;

function project(files: Readonly<Record<string, string>> = { "pages/orders.json": page }) {
  return testProject({
    "jsonList.ts": readFileSync(join(repository, "docs/examples/jsonList.ts"), "utf8"),
    "statusgen.config.ts":
      'import { jsonList } from "./jsonList.js";\nexport default { readers: [jsonList] };\n',
    ...files,
  });
}

const service = { id: "orders", name: "Orders" };

test("a page in a format of one's own becomes a spec that names it", async () => {
  const cwd = await project();
  const { exitCode, diagnostics, specs } = await importPages({ cwd, pages: ["pages"], service });
  expect({ exitCode, diagnostics }).toEqual({ exitCode: 0, diagnostics: [] });
  expect(specs[0]?.text).toBe(`# yaml-language-server: $schema=../generated/schema/spec.schema.json
service:
  id: orders
  name: Orders
page:
  id: orders
  title: orders
  source: pages/orders.json
  format: json-list
tables:
  - kind: error-codes
    columns: [Error Code, Message, Status Code]
    entries:
      - code: ORD.1
        status: 404
        message: Not \\*now*
      - code: ORD.2
        status: 409
        message: Closed
`);
  expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
  expect(
    Object.keys(await textsBelow(join(cwd, "generated"))).filter((path) => path.startsWith("pages")),
  ).toEqual([]);
  expect(await verify({ cwd, pages: ["pages"] })).toMatchObject({ exitCode: 0, diagnostics: [] });
});

test("a page that changed is told, and taken over", async () => {
  const cwd = await project();
  await importPages({ cwd, pages: ["pages/orders.json"], service });
  await writeFile(
    join(cwd, "pages/orders.json"),
    page.replace("Closed", "Too late").replace("]", '{ "code": "ORD.3" }\n]'),
  );
  const { exitCode, diagnostics } = await verify({ cwd, pages: ["pages/orders.json"] });
  expect({ exitCode, rules: diagnostics.map(({ rule }) => rule) }).toEqual({
    exitCode: 1,
    rules: ["page-entry-missing", "page-entry-altered"],
  });
  expect(await importPages({ cwd, pages: ["pages/orders.json"] })).toMatchObject({
    exitCode: 0,
    specs: [{ state: "updated" }],
  });
  expect(await verify({ cwd, pages: ["pages/orders.json"] })).toMatchObject({ exitCode: 0, diagnostics: [] });
  expect(await readFile(join(cwd, "spec/orders.yaml"), "utf8")).toContain("format: json-list");
});

test("a digest of such a page proves nothing, which is told", async () => {
  const cwd = await project();
  await importPages({ cwd, pages: ["pages/orders.json"], service });
  const spec = await readFile(join(cwd, "spec/orders.yaml"), "utf8");
  const digest = `digest: sha256:${"0".repeat(64)}`;
  await writeFile(join(cwd, "spec/orders.yaml"), spec.replace("  format:", `  ${digest}\n  format:`));
  expect(await check({ cwd })).toMatchObject({
    exitCode: 1,
    diagnostics: expect.arrayContaining([
      expect.objectContaining({
        rule: "page-digest",
        message:
          'The page is not made again, so a digest proves nothing: no reader writes the format "json-list".',
      }),
    ]) as unknown,
  });
});

describe("a page that its reader writes again", () => {
  const read = `(bytes) => {
  const text = new TextDecoder().decode(bytes);
  const lines = text.trimEnd().split("\\n");
  const cell = (markdown, index) => ({ markdown, lines: { start: index + 1, end: index + 2 } });
  const rows = lines.map((line, index) => line.split(" ").map((word) => cell(word, index)));
  const header = ["Error Code", "Message"].map((word) => cell(word, 0));
  return { text, tables: [{ header, rows, lines: { start: 1, end: lines.length + 1 } }] };
}`;
  const config = (write: string) => `import { defineReader } from "statusgen";
const lines = defineReader({ name: "lines", accepts: /\\.codes$/, read: ${read}, write: ${write} });
export default { readers: [lines] };
`;
  const write = `({ tables }) =>
  tables.flatMap(({ entries }) => entries.map(({ cells }) => cells.join(" ") + "\\n")).join("")`;

  async function imported(page: string) {
    const cwd = await testProject({ "statusgen.config.ts": config(write), "a.codes": page });
    const result = await importPages({ cwd, pages: ["a.codes"], service: { id: "a", name: "A" } });
    expect(result).toMatchObject({ exitCode: 0, diagnostics: [] });
    return { cwd, spec: await readFile(join(cwd, "spec/a.yaml"), "utf8") };
  }

  test("has a digest, and is in the output", async () => {
    const { cwd, spec } = await imported("A.1 Closed\nA.2 Open\n");
    expect(spec).toContain("digest: sha256:");
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
    expect((await textsBelow(join(cwd, "generated")))["pages/a.lines"]).toBe("A.1 Closed\nA.2 Open\n");
    expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
    expect(await verify({ cwd })).toMatchObject({ exitCode: 0, specs: [{ state: "proven" }] });
  });

  test("is refused all the same where the reader has left out a text", async () => {
    const page = "A.1 Closed\nA.2 Open\n";
    const echo = `() => ${JSON.stringify(page)}`;
    const forgetful = config(echo).replace("line.split(", 'line.replace("Open", "").split(');
    const cwd = await testProject({ "statusgen.config.ts": forgetful, "a.codes": page });
    const service = { id: "a", name: "A" };
    const { exitCode, diagnostics } = await importPages({ cwd, pages: ["a.codes"], service });
    expect({ exitCode, rules: diagnostics.map(({ rule }) => rule) }).toEqual({
      exitCode: 2,
      rules: ["text-lost"],
    });
  });

  test("has none where it is another", async () => {
    const { spec } = await imported("A.1 Closed\n\n");
    expect(spec).not.toContain("digest");
  });

  test.each([
    ["throws", '() => { throw new Error("out of paper") }', "out of paper"],
    ["gives no text", "() => 1", "its `write` gives no text"],
  ])("is told, with the reason, where the reader %s", async (_, faulty, reason) => {
    const { cwd } = await imported("A.1 Closed\n");
    await writeFile(join(cwd, "statusgen.config.ts"), config(faulty));
    const { exitCode, diagnostics } = await check({ cwd });
    const found = diagnostics.find(({ rule }) => rule === "page-digest");
    expect({ exitCode, message: found?.message }).toEqual({
      exitCode: 1,
      message: `The page is not made again, so a digest proves nothing: the reader "lines" fails: ${reason}.`,
    });
  });
});

test("what the reader finds wrong, and what it leaves out, keeps the page from being imported", async () => {
  const cwd = await project({ "orders.json": page.replace("[", "[ // text") });
  const { exitCode, diagnostics } = await importPages({ cwd, pages: ["orders.json"], service });
  expect({
    exitCode,
    found: diagnostics.map(({ rule, message, range }) => `${range?.start.line}: ${rule}: ${message}`),
  }).toEqual({
    exitCode: 2,
    found: ["1: unreadable-page: This line is no code by itself."],
  });
});

describe("a reader", () => {
  const cell = "(markdown, line = 1) => ({ markdown, lines: { start: line, end: line + 1 } })";
  /** What is said of a page that is read by a reader with this body. */
  async function said(read: string, accepts = "/\\.codes$/") {
    const config = `import { defineReader } from "statusgen";
const cell = ${cell};
const own = defineReader({ name: "own", accepts: ${accepts}, read: ${read} });
export default { readers: [own] };
`;
    const cwd = await testProject({ "statusgen.config.ts": config, "a.codes": "A.1 Closed\nA.2 Open\n" });
    const { exitCode, diagnostics } = await importPages({
      cwd,
      pages: ["a.codes"],
      service: { id: "a", name: "A" },
    });
    return {
      exitCode,
      found: diagnostics.map(({ file, rule, message }) => `${file}: ${rule}: ${message}`).join("\n"),
    };
  }
  const rows = '[[cell("A.1", 1), cell("Closed", 1)], [cell("A.2", 2), cell("Open", 2)]]';
  const table = (more = "") =>
    `() => ({ text: "A.1 Closed\\nA.2 Open", tables: [{ header: [cell("Error Code"), cell("Message")], rows: ${rows}, lines: { start: 1, end: 3 }${more} }] })`;

  test("that gives all of a page is taken", async () => {
    expect(await said(table())).toMatchObject({ exitCode: 0 });
    expect(
      (await said(table(', title: "Codes", section: "All", lead: "*What* can fail."'))).found,
    ).not.toContain("error");
  });

  test("that leaves out a row, or a word, is told", async () => {
    const { exitCode, found } = await said(table().replace(', [cell("A.2", 2), cell("Open", 2)]', ""));
    expect(exitCode).toBe(2);
    expect(found).toContain('a.codes: text-lost: The spec would lose part of this text: "A.2 Open".');
    expect((await said(table().replace('cell("Open", 2)', 'cell("", 2)'))).found).toContain("text-lost");
  });

  test.each([
    ["throws", '() => { throw new Error("no"); }', "no."],
    ["ends the process", "() => process.exit(0)", "it exits the process."],
    ["gives nothing", "() => undefined", "it gives no `text`, or no list of `tables`."],
    ["gives a promise", `async ${table()}`, "it gives no `text`, or no list of `tables`."],
    [
      "gives no lines",
      table().replace("end: 3", "end: 1"),
      "the `lines` of a table are not lines of its `text`",
    ],
    [
      "gives lines beyond its text",
      table().replace("end: 3", "end: 9"),
      "the `lines` of a table are not lines of its `text`",
    ],
    [
      "gives texts for cells",
      table().replace('cell("A.1", 1)', '"A.1"'),
      "is no list of cells with `markdown` and `lines`.",
    ],
    [
      "gives a number for a title",
      table(", title: 3"),
      "the `title`, `section` or `lead` of a table is no text.",
    ],
    [
      "gives findings without lines",
      '() => ({ text: "", tables: [], findings: [{ message: "a" }] })',
      "its `findings` are not a `line` and a `message` each.",
    ],
    [
      "gives numbers for ids",
      '() => ({ text: "", tables: [], ids: [1] })',
      "its `title` is no text, or its `ids` are no texts.",
    ],
  ])("that %s fails", async (_, read, reason) => {
    const { exitCode, found } = await said(read);
    expect(exitCode).toBe(2);
    expect(found).toContain('reader-failed: The reader "own" fails for a.codes: ');
    expect(found.replaceAll(/\s+/g, " ")).toContain(reason);
  });

  test("whose page has too much text is told before it is parsed", async () => {
    const much = table().replace('cell("Open", 2)', 'cell("*a* ".repeat(20_000), 2)');
    expect((await said(much)).found).toContain(
      "unreadable-page: Up to here, the tables of this page have over",
    );
  });

  test("gives the id and title of the page, if the page says them", async () => {
    const config = `import { defineReader } from "statusgen";
const cell = ${cell};
const read = ${table(", section: 'All'").replace("() => ({", '() => ({ ids: ["the codes"], title: "All *codes*",')};
export default { readers: [defineReader({ name: "own", accepts: /\\.codes$/g, read })] };
`;
    const cwd = await testProject({
      "statusgen.config.ts": config,
      "sub/a.codes": "",
      "sub/b.codes.txt": "",
    });
    const { specs, diagnostics } = await importPages({ cwd, pages: ["sub"] });
    expect(diagnostics).toEqual([]);
    expect(specs).toHaveLength(1);
    expect(specs[0]?.text).toMatch(/page:\n {2}id: the-codes\n {2}title: All \*codes\*\n/);
    expect(specs[0]?.text).toContain("section: All");
  });

  test("of another table than one of codes, all the same, the codes are taken", async () => {
    const both = table().replace(
      "tables: [",
      "tables: [{ header: [cell('Quota'), cell('Value')], rows: [[cell('Orders'), cell('9')]], lines: { start: 1, end: 2 } }, ",
    );
    expect(await said(both)).toMatchObject({ exitCode: 0 });
  });

  test("that finds no table of codes is told as any page", async () => {
    expect((await said('() => ({ text: "", tables: [] })')).found).toContain("no-code-table");
  });

  test.each([["accepts by a text", '"codes"', "it has no regular expression `accepts`"]])(
    "that %s is refused with the config",
    async (_, accepts, reason) => {
      const { exitCode, found } = await said(table(), accepts);
      expect(exitCode).toBe(2);
      expect(found.replaceAll(/\s+/g, " ")).toContain(`"readers.0" is not valid: ${reason}`);
    },
  );
});

test("whatever the cells are, a spec says what they say, or there is none", () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from("aZ9 .-_*`'\"()[]<>!#:;,&~|\\/¹é中")),
    minLength: 0,
    maxLength: 12,
  });
  // A blank code is that of the row above.
  const code = text.filter((each) => each.trim() !== "");
  const rows = fc.array(fc.tuple(code, text), { minLength: 1, maxLength: 4 });
  let taken = 0;
  fc.assert(
    fc.property(rows, (cells) => {
      const lines = (index: number) => ({ start: index + 2, end: index + 3 });
      const page = {
        tables: [
          {
            header: ["Error Code", "Message"].map((markdown) => ({ markdown, lines: lines(-1) })),
            rows: cells.map((row, index) =>
              row.map((cell) => ({ markdown: textToMarkdown(cell), lines: lines(index) })),
            ),
            lines: { start: 1, end: cells.length + 2 },
          },
        ],
        text: ["Error Code Message", ...cells.map((row) => row.join(" "))].join("\n"),
      };
      const { spec, findings } = importPage("", {
        service,
        fileName: "a.own",
        byReader: { format: "own", page },
      });
      if (!spec) {
        expect(findings).not.toEqual([]);
        return;
      }
      taken++;
      const squeezed = (each: string) => each.replaceAll(/\s+/g, " ").trim();
      const said = spec.tables[0]?.entries.map(({ code, message = "" }) => [
        code,
        squeezed(markdownToText(message)),
      ]);
      expect(said).toEqual(cells.map((row) => row.map(squeezed)));
    }),
    { numRuns: 2000, seed: 7 },
  );
  expect(taken).toBeGreaterThan(100);
});

test.each([
  ["code", "ORD.2"],
  ["message", "Open"],
  ["status", "404/409"],
])("a spec that says another %s than the page has lost it", (field, value) => {
  const at = { start: 1, end: 2 };
  const cells = (...texts: readonly string[]) => texts.map((markdown) => ({ markdown, lines: at }));
  const header = cells("Error Code", "Message", "Status Code");
  const read = {
    format: "own",
    page: { tables: [{ header, rows: [cells("ORD.1", "Not *now*", "404")], lines: at }], text: "" },
  };
  const { spec } = importPage("", { service, fileName: "a.own", lossy: true, byReader: read });
  if (!spec) throw new Error("The page has a spec.");
  const [table] = spec.tables;
  const [entry] = table?.entries ?? [];
  const lostOf = (edited: object) =>
    lostTexts(
      pageOfReader(read),
      buildService({ ...spec, tables: [{ ...table, entries: [edited] }] } as PageSpec, ""),
    );
  const cell = (finding: { readonly message: string }) => /"(.*)"/.exec(finding.message)?.[1];
  // The table's lines hold nothing that is in none of its cells.
  expect(lostOf({ ...entry })).toEqual([]);
  expect(lostOf({ ...entry, [field]: value }).map(cell)).toEqual([
    { code: "ORD.1", message: "Not now", status: "404" }[field],
  ]);
});
