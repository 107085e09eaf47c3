import { describe, expect, test } from "vitest";
import { diffOf } from "../diff/twoStates.js";
import { statusgen, testProject } from "../testProject.js";

const page = `:original_name: shop-codes.html

.. _shop-codes:

Codes
=====

+-------------+-----------+------------------+
| Status Code | Message   | Description      |
+=============+===========+==================+
| 200         | OK        | It worked.       |
+-------------+-----------+------------------+
| 404         | Not Found | It is not there. |
+-------------+-----------+------------------+
`;
const reworded = page.replace("It is not there.", "It is nowhere.  ");
const rewording = [{ kind: "reworded", code: "404", before: "It is not there.", after: "It is nowhere." }];

const spec = `service:
  id: shop
  name: Shop
page:
  id: shop-codes
  title: Codes
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - code: 200
        message: OK
        name: Fine
        description: It worked.
      - code: 404
        message: Not Found
        description: It is not there.
      - code: 410
        message: Gone
        description: It was there.
        retired: 2026-01-01
`;

test("two pages are compared, whatever their files are called", async () => {
  const cwd = await testProject({ "old.rst": page, "new.rst": reworded });
  const { changes } = await diffOf(cwd, "old.rst", "new.rst");
  expect(changes).toMatchObject(rewording);
  expect(changes).toMatchObject([{ file: "new.rst", range: { start: { line: 13 } } }]);
});

test("a row of a simple table is pointed at as well", async () => {
  const simple = `Codes
=====

=========== ========= ===========
Status Code Message   Description
=========== ========= ===========
200         OK        It worked.
404         Not Found It is gone.
=========== ========= ===========
`;
  const cwd = await testProject({ "old.rst": simple, "new.rst": simple.replace("gone", "lost") });
  const { changes } = await diffOf(cwd, "old.rst", "new.rst");
  expect(changes).toMatchObject([{ code: "404", range: { start: { line: 8 } } }]);
});

test("a column that a page gains is reported with what each row says in it", async () => {
  const errors = `Codes
=====

========== ===========
Error Code Description
========== ===========
E.1        It is gone.
========== ===========
`;
  const solved = errors
    .replaceAll("========== ===========\n", "========== =========== ========\n")
    .replace("Error Code Description", "Error Code Description Solution")
    .replace("It is gone.", "It is gone. Fetch it.");
  const cwd = await testProject({ "old.rst": errors, "new.rst": solved });
  expect((await diffOf(cwd, "old.rst", "new.rst")).changes).toMatchObject([
    { kind: "columns-changed", level: "fix" },
    { kind: "field-changed", level: "fix", code: "E.1", field: "solution", after: "Fetch it." },
  ]);
});

test("bytes that say the same are no change", async () => {
  const wider = page
    .replaceAll("---+\n", "-----+\n")
    .replaceAll("===+\n", "=====+\n")
    .replaceAll(" |\n", "   |\n");
  const cwd = await testProject({ "old.rst": page, "new.rst": wider });
  expect((await diffOf(cwd, "old.rst", "new.rst")).changes).toEqual([]);
});

describe("a spec and a page", () => {
  test("do not differ in what no page knows: names and retired codes", async () => {
    const cwd = await testProject({ "shop.yaml": spec, "page.rst": page });
    for (const [before, after] of [
      ["shop.yaml", "page.rst"],
      ["page.rst", "shop.yaml"],
    ] as const) {
      expect((await diffOf(cwd, before, after)).changes).toEqual([]);
    }
  });

  test("are compared by what the page says", async () => {
    const cwd = await testProject({ "shop.yaml": spec, "page.rst": reworded });
    const { changes } = await diffOf(cwd, "shop.yaml", "page.rst");
    expect(changes).toMatchObject(rewording);
    expect(changes).toMatchObject([{ service: "shop", file: "page.rst" }]);
  });
});

describe("a page that gives no id", () => {
  const nameless = page.slice(page.indexOf("\n\n", page.indexOf(".. _")) + 2);

  test("has that of the spec that it is compared with, either way round", async () => {
    const cwd = await testProject({ "codes.rst": nameless, "spec/shop.yaml": spec });
    const ofPage = (kind: string) => ["page-renamed", "label-changed"].includes(kind);
    for (const [old, recent] of [
      ["spec/shop.yaml", "codes.rst"],
      ["codes.rst", "spec/shop.yaml"],
    ] as const)
      expect((await diffOf(cwd, old, recent)).changes.filter(({ kind }) => ofPage(kind))).toEqual([]);
  });

  test("has that of the page that it is compared with", async () => {
    const cwd = await testProject({
      "old.rst": nameless,
      "new.rst": nameless.replace("It is not there.", "It is nowhere.  "),
    });
    expect((await diffOf(cwd, "old.rst", "new.rst")).changes).toMatchObject([{ kind: "reworded" }]);
  });
});

describe("folders of pages", () => {
  const other = page.replaceAll("shop-codes", "other-codes");

  test("are matched by the pages' names, then by their paths; other pages are passed over", async () => {
    const cwd = await testProject({
      "old/a/1.rst": page,
      "old/2.rst": other,
      "old/text.rst": "Words\n=====\n\nNo table.\n",
      "new/moved.rst": reworded,
      "new/2.rst": other.replaceAll("other-codes", "renamed-codes"),
    });
    const { changes } = await diffOf(cwd, "old", "new");
    const found = changes.map(({ kind, service }) => `${service} ${kind}`);
    expect(found).toEqual(["2 page-renamed", "2 label-changed", "moved reworded"]);
  });

  test("lose and gain pages", async () => {
    const cwd = await testProject({ "old/1.rst": page, "old/2.rst": other, "new/1.rst": page });
    expect((await diffOf(cwd, "old", "new")).changes).toMatchObject([
      { kind: "service-removed", service: "2" },
    ]);
    expect((await diffOf(cwd, "new", "old")).changes).toMatchObject([
      { kind: "service-added", service: "2" },
    ]);
  });
});

test("a page without a table of codes is refused, with its reason and exit code 2", async () => {
  const cwd = await testProject({ "old.rst": page, "new.rst": "Words\n=====\n\nNo table.\n" });
  const { exitCode, stdout } = await statusgen(cwd, "diff", "old.rst", "new.rst");
  expect(stdout).toContain("new.rst:");
  expect(stdout).toContain("no-code-table");
  expect(exitCode).toBe(2);
});
