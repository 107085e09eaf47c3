import { describe, expect, test } from "vitest";
import { buildService } from "../../generator/catalogue/buildService.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { importPage } from "../../generator/page/importPage.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { writeSpec } from "../../generator/spec/writeSpec.js";

const service = { id: "shapes", name: "Shapes" };

const page = (...tables: readonly string[]) =>
  `:original_name: shapes_0001.html\n\n.. _shapes_0001:\n\nError Codes\n===========\n\n${tables.join("\n")}`;

/** The entries that a page gives, by way of the YAML of its spec, which gives the page back. */
function entriesOf(text: string) {
  const { spec, findings } = importPage(text, { service });
  expect(findings).toEqual([]);
  if (!spec) throw new Error("The page was refused.");
  expect(writeRst(buildService(spec, ""))).toBe(text);
  const { catalogue, diagnostics } = loadCatalogue([
    { file: "spec/shapes.yaml", text: writeSpec(spec, "s.json") },
  ]);
  expect(diagnostics).toEqual([]);
  return catalogue?.services[0]?.tables.flatMap(({ entries }) => [...entries]) ?? [];
}

test("a table without header whose first row is the header", () => {
  const grid = `+-------------+-------------------------------------------------------------------------+
| Status Code | Description                                                             |
+-------------+-------------------------------------------------------------------------+
| 404         | It is not there, and nobody knows where it has gone, or whether it was. |
+-------------+-------------------------------------------------------------------------+
`;
  expect(entriesOf(page(grid))).toMatchObject([{ code: "404", values: [404] }]);
});

test("two columns with the same header", () => {
  const simple = `========== =========== =========== ===========
Error Code Description Description Description
========== =========== =========== ===========
Ab.0001    One.        Two.        Three.
Ab.0002    Four.       Five.       Six.
========== =========== =========== ===========
`;
  expect(entriesOf(page(simple))).toMatchObject([
    { code: "Ab.0001", description: "One.", other: { Description: "Two.", "Description (2)": "Three." } },
    { code: "Ab.0002", description: "Four." },
  ]);
});

test("blank code cells that go on with the row above are further causes under its code", () => {
  const grid = `+------------+---------+------------------------------------------------------------------------+
| Error Code | Message | Description                                                            |
+============+=========+========================================================================+
| Ab.0001    | One.    | It failed for a reason that takes a good many words to tell in a cell. |
+------------+---------+------------------------------------------------------------------------+
|            | Two.    | It failed again.                                                       |
+------------+---------+------------------------------------------------------------------------+
`;
  expect(entriesOf(page(grid))).toMatchObject([
    { code: "Ab.0001", message: "One." },
    { code: "Ab.0001", message: "Two." },
  ]);
});

test("empty messages, dashes, lists of codes, classes and words in a table of status codes", () => {
  const simple = `=========== ========= ==================
Status Code Message   Description
=========== ========= ==================
200                   It worked.
204         \`\`-\`\`     Nothing to say.
400/404     Not there It is not there.
5xx         Failed    The server failed.
default     Other     Something else.
N/A         None      No answer came.
=========== ========= ==================
`;
  expect(entriesOf(page(simple)).map((entry) => [entry.code, entry.message])).toEqual([
    ["200", undefined],
    ["204", undefined],
    ["400/404", "Not there"],
    ["5xx", "Failed"],
    ["default", "Other"],
    ["N/A", "None"],
  ]);
});

test("error codes of digits only, in columns of any order", () => {
  const simple = `=========== ========== ===========
Description Error Code Status Code
=========== ========== ===========
It failed.  111500032  500
It broke.   111500033  503
=========== ========== ===========
`;
  expect(entriesOf(page(simple))).toMatchObject([
    { code: "111500032", name: "Code111500032", status: "500", description: "It failed." },
    { code: "111500033", status: "503" },
  ]);
});

test("a word that is as wide as two letters does not move the columns", () => {
  const simple = `=========== ==============
Status Code Message
=========== ==============
404         見つかりません
500         故障
=========== ==============
`;
  expect(entriesOf(page(simple))).toMatchObject([{ code: "404" }, { code: "500" }]);
});

describe("a page is refused, with the reason and the line, that only has a table of", () => {
  const table = (header: string, row: string) => {
    const width = Math.max(header.length, row.length);
    return `${"=".repeat(14)} ${"=".repeat(width)}\n${header}\n${"=".repeat(14)} ${"=".repeat(width)}\n${row}\n${"=".repeat(14)} ${"=".repeat(width)}\n`;
  };
  test.each([
    [
      "a process's exit codes",
      table("Return Code    Meaning", "1              The file does not exist."),
      /exit codes/,
    ],
    [
      "fields of a message",
      table("Parameter      Description", "error_code     The error code."),
      /"Parameter"/,
    ],
    ["alarms", table("Alarm ID       Description", "12001          The disk is full."), /"Alarm ID"/],
    ["vulnerabilities", table("CVE            Description", "CVE-2024-1234  An overflow."), /"CVE"/],
  ])("%s", (_, text, reason) => {
    const { spec, findings } = importPage(page(text), { service });
    expect(spec).toBeUndefined();
    expect(findings).toMatchObject([{ rule: "no-code-table", line: 8 }]);
    expect(findings[0]?.message).toMatch(reason);
  });

  test("roles that are given are taken all the same", () => {
    const { spec } = importPage(
      page(table("Alarm ID       Description", "12001          The disk is full.")),
      {
        service,
        roles: ["code", "description"],
      },
    );
    expect(spec?.tables).toMatchObject([{ kind: "error-codes", entries: [{ code: "12001" }] }]);
  });
});
