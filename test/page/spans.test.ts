import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importPage } from "../../generator/page/importPage.js";
import { buildService } from "../../generator/catalogue/buildService.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import { tried } from "../emit/hostileSpecs.js";
import { importTable } from "./importTable.js";
import { spanned, tableOf } from "./tableOf.js";

/** The spans of a table and of those of its rows that have their own, and the rows as the page has them. */
function imported(text: string) {
  const { rows, table, problems } = importTable(tableOf(text));
  expect(problems).toEqual([]);
  return {
    spans: rows.spans,
    ofRows: rows.entries.map((entry) => entry["spans"]),
    page: [...table.entries].map(({ cells }) => cells.join(" ")),
  };
}

test("a row that writes out what the row above says has spans of its own, and the page is given back", () => {
  const wide = "A description that is so long that no simple table has room for it on its page.";
  const border = (mark: string) => `+${mark.repeat(8)}+${mark.repeat(12)}+${mark.repeat(81)}+\n`;
  const row = (module: string, code: string, text: string) =>
    `| ${module.padEnd(6)} | ${code.padEnd(10)} | ${text.padEnd(79)} |\n`;
  const rows = [row("Public", "V.0001", wide), row("", "V.0002", "Two."), row("Public", "V.0003", "Three.")];
  const grid = `${border("-")}${row("Module", "Error Code", "Description")}${border("=")}${rows.map((each) => each + border("-")).join("")}`;
  const page = `:original_name: small.html\n\n.. _small:\n\nCodes\n=====\n\n${grid}`;
  const { spec, findings } = importPage(page, { service: { id: "small", name: "Small" } });
  expect(findings).toEqual([]);
  if (!spec) throw new Error("The page was refused.");
  expect(spec.tables).toMatchObject([
    {
      spans: ["module"],
      entries: [{ code: "V.0001" }, { module: "Public" }, { module: "Public", spans: [] }],
    },
  ]);
  expect(spec.tables[0]?.entries[1]).not.toHaveProperty("spans");
  expect(writeRst(buildService(spec, ""))).toBe(page);
});

test("where most rows write out what the rows above say, the few that do not have spans", () => {
  const table = "Module | Error Code | Cause\nA | E.1 | x\nA | E.2 | x\nA | E.3 | x\n | E.4 | x";
  expect(imported(table)).toEqual({
    spans: [],
    ofRows: [undefined, undefined, undefined, ["module"]],
    page: ["A E.1 x", "A E.2 x", "A E.3 x", " E.4 x"],
  });
});

test("a blank code is another cause under the code above it, also in a table of status codes", () => {
  const table = "Status Code | Description\n400 | x\n | y\n404 | z";
  expect(imported(table)).toMatchObject({ spans: ["code"], page: ["400 x", " y", "404 z"] });
});

test("a cell that spans rows in the middle of a table is filled, and a blank one there stays blank", () => {
  const table = `Error Code | Module | Cause\nE.1 | A | x\nE.2 | ${spanned} | y\nE.3 | | z`;
  const { rows, table: built } = importTable(tableOf(table));
  expect(rows.entries.map((entry) => entry["module"])).toEqual(["A", "A", undefined]);
  expect([...built.entries].map(({ cells }) => cells[1])).toEqual(["A", "", ""]);
});

test("columns without a role are named by their headers where there are several", () => {
  const table =
    "Zone | Note | Error Code | Cause\nA | B | E.1 | x\n | B | E.2 | y\n | | E.3 | z\nA | B | E.4 | u";
  expect(imported(table)).toMatchObject({
    spans: [{ other: "Zone" }, { other: "Note" }],
    ofRows: [undefined, [{ other: "Zone" }], undefined, []],
    page: ["A B E.1 x", " B E.2 y", "  E.3 z", "A B E.4 u"],
  });
});

describe("whatever cells of a table are blank", () => {
  const text = fc.constantFrom("a", "b", "", spanned);
  const row = fc.tuple(text, text, fc.constantFrom("", spanned, "E.1", "E.2"), text, text);

  test("its page has the same cells blank, and the spec has what is above them", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const lines = [["a", "b", "E.0", "c", "d"], ...rows];
        const page = tableOf(
          ["Zone | Note | Error Code | Module | Cause", ...lines.map((cells) => cells.join("|"))].join("\n"),
        );
        const { rows: read, table } = importTable(page);
        // A row without a code is refused, and the page cannot be given back without it.
        fc.pre(read.findings.length === 0);
        expect([...table.entries].map(({ cells }) => [...cells])).toEqual(
          lines.map((cells) => cells.map((cell) => (cell === spanned ? "" : cell))),
        );
      }),
      tried(300),
    );
  });
});
