import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { importPage } from "../../generator/page/importPage.js";
import { headerOnPage, headersOnPage } from "../../generator/page/headerOnPage.js";
import { specWith } from "../spec/specWith.js";
import { testProject } from "../testProject.js";
import { importTable } from "./importTable.js";
import { tableOf } from "./tableOf.js";

const entriesOf = (text: string) => {
  const { rows, problems } = importTable(tableOf(text));
  expect(rows.findings).toEqual([]);
  expect(problems).toEqual([]);
  return rows.entries;
};

describe("markup around a code is taken off", () => {
  test.each([
    ["`400 Bad Request`", "400", "Bad Request"],
    ["**400 Bad Request**", "400", "Bad Request"],
    ["[400 Bad Request](#there)", "400", "[Bad Request](#there)"],
    ["[400](#there) Bad Request", "400", "Bad Request"],
    ["\\`400 Bad Request\\`\\_", "400", "Bad Request"],
    ["**400** Bad Request", "400", "Bad Request"],
    ["`400` **Bad** Request", "400", "**Bad** Request"],
    ["400 Bad *Request*", "400", "Bad *Request*"],
    ["400 - Bad", "400", "\\- Bad"],
    ["4*xx* Bad Request", "4*xx*", "Bad Request"],
    ["**400/404** Bad", "400/404", "Bad"],
    ["**400**", "400", undefined],
    ["400⏎⏎Bad Request", "400", "Bad Request"],
    ["```⏎400 Bad Request⏎```", "400", "Bad Request"],
  ])("from %j, which has the message as well", (cell, code, message) => {
    const entries = entriesOf(
      `Status Code & Message | Meaning\n200 OK | x\n500 Failed | x\n502 No | x\n${cell} | x`,
    );
    expect(entries[3]).toEqual({ code, ...(message !== undefined && { message }), description: "x" });
  });

  test.each(["`E.1`", "**E.1**", "*E.1*", "[E.1](#there)", "\\`E.1\\`\\_"])("from %s", (cell) => {
    const [entry] = entriesOf(`Error Code | HTTP Status | Description\n${cell} | \`404\` | x`);
    expect(entry).toEqual({ code: "E.1", status: "404", description: "x" });
  });
});

test("a link or a reference around a code is no text that is lost", () => {
  const cells = ["`E.1 <https://example.com>`__", ":ref:`E.2 <there>`", "`E.3`_", "**E.4**"];
  const border = `${"=".repeat(30)} =====\n`;
  const rows = cells.map((cell) => `${cell.padEnd(30)} One.\n`).join("");
  const page = `Codes\n=====\n\n${border}${"Error Code".padEnd(30)} Cause\n${border}${rows}${border}`;
  const { spec } = importPage(page, { service: { id: "small", name: "Small" } });
  expect(spec?.tables[0]?.entries.map(({ code }) => code)).toEqual(["E.1", "E.2", "E.3", "E.4"]);
});

test("a footnote beside a code is a finding, and no part of the code", () => {
  const { rows } = importTable(tableOf("Error Code | Meaning\nE.1 \\[#why]\\_ | x\nE.2 | y"));
  expect(rows.entries).toMatchObject([{ code: "E.1" }, { code: "E.2" }]);
  expect(rows.findings).toMatchObject([
    {
      rule: "unsaid-cell",
      line: 2,
      message: 'A spec cannot keep "[#why]_", which is next to the code of this row.',
    },
  ]);
});

describe("a code that is only a dash", () => {
  test.each(["\\-", "`-`", "–", "—"])("such as %s, gives a row without a member", (dash) => {
    const text = `HTTP Status | Error Code | Meaning\n400 | A.1 | x\n500 | ${dash} | y\n503 | ${dash} | y\n504 | ${dash} | y`;
    const { table, problems } = importTable(tableOf(text));
    expect(problems).toEqual([]);
    const only = dash.replaceAll(/[`\\]/g, "");
    expect([...table.entries].map(({ code, name }) => [code, name])).toEqual([
      ["A.1", "A1"],
      [only, ""],
      [only, ""],
      [only, ""],
    ]);
  });

  test("is none of the service's error codes", async () => {
    const entries = '- code: A.1\n- code: "-"\n  message: Any other.\n- code: "-"\n  message: Any other.\n';
    const folder = await testProject({ "spec/small.yaml": specWith({ kind: "error-codes", entries }) });
    expect(await generate({ cwd: folder })).toMatchObject({ exitCode: 0, diagnostics: [] });
    const module = await readFile(join(folder, "generated/small/index.ts"), "utf8");
    expect(module).toContain('"A.1"');
    expect(module).not.toContain('"-"');
    expect(await readFile(join(folder, "generated/docs/small/error-codes.md"), "utf8")).toContain(
      "Any other.",
    );
  });
});

describe("no cell of a column is lost", () => {
  const others = (text: string) => entriesOf(text).map((entry) => entry["other"]);

  test("where several columns have one header, or one that looks numbered", () => {
    expect(others("Error Code | Note | Note | Note (2) | Meaning\nE.1 | a | b | c | x")).toEqual([
      { Note: "a", "Note (2)": "b", "Note (2) (2)": "c" },
    ]);
    expect(others("Error Code | Note (2) | Note | Note | Meaning\nE.1 | a | b | c | x")).toEqual([
      { "Note (2)": "a", Note: "b", "Note (3)": "c" },
    ]);
  });

  test("where columns have no header", () => {
    expect(others("Error Code | | | Meaning\nE.1 | a | b | x")).toEqual([{ "": "a", "(2)": "b" }]);
  });

  test("where a header is a name that every object has", () => {
    expect(others("Error Code | constructor | Meaning\nE.1 | a | x")).toEqual([{ constructor: "a" }]);
  });

  test("headers that spec and page have otherwise are given back", () => {
    for (const headers of [
      "Error Code|Note|Note|Note (2)|Meaning",
      "Error Code|Note (2)|Note|Note|Meaning",
      "Error Code||||Meaning",
    ]) {
      const { table } = importTable(tableOf(`${headers}\nE.1 | a | b | c | x`));
      const onPage = table.columns.map((column, index) =>
        headerOnPage(column, table.columns.slice(0, index)),
      );
      expect(onPage.join("|")).toBe(headers);
    }
  });

  test("and a header that cannot be a key has a number", () => {
    const { rows, table } = importTable(tableOf("Error Code | \\_\\_proto\\_\\_ | Meaning\nE.1 | a | x"));
    expect(rows.findings).toEqual([]);
    expect(rows.entries).toMatchObject([{ code: "E.1", other: { "__proto__ (2)": "a" } }]);
    expect(headersOnPage(table.columns)).toEqual(["Error Code", "__proto__", "Meaning"]);
  });

  test("but a row with more cells than the header is a finding", () => {
    const { rows } = importTable(tableOf("Error Code | Meaning\nE.1 | x\nE.2 | y | z"));
    expect(rows.findings).toMatchObject([
      { rule: "unsaid-cell", line: 3, message: "This row has 3 cells, but the table's header has 2." },
    ]);
  });
});
