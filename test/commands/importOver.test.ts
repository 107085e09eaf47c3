import { execFileSync } from "node:child_process";
import { lstat, readdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, generate, importPages } from "../../generator/index.js";
import { testProject } from "../testProject.js";

const page = `:original_name: shop_0001.html

.. _shop_0001:

Status Codes
============

=========== ========= ================
Status Code Message   Description
=========== ========= ================
200         OK        It worked.
404         Not Found It is not there.
=========== ========= ================
`;
const service = { id: "shop", name: "The Shop" };
const importShop = (cwd: string) => importPages({ cwd, pages: ["shop.rst"], service });

const head = "service: { id: shop, name: The Shop }\npage: { id: shop_0001, title: Status Codes }\n";
const table = "tables:\n  - kind: status-codes\n    columns: [Status Code, Message, Description]\n";
const entries = "    entries:\n      - { code: 200, message: OK, description: It worked. }\n";
const good = head + table + entries;

test.each([{}, { into: "spec/shop.yaml" }])(
  "a spec that is not UTF-8 is left as it is: %j",
  async (options) => {
    const bytes = Buffer.concat([Buffer.from(`${good}# caf`), Buffer.from([0xe9, 0x0a])]);
    const cwd = await testProject({ "shop.rst": page, "spec/shop.yaml": bytes });
    const { exitCode, diagnostics } = await importPages({ cwd, pages: ["shop.rst"], ...options });
    expect(exitCode).toBe(2);
    expect(diagnostics).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ rule: "not-utf8" })]),
    );
    expect(await readdir(join(cwd, "spec"))).toEqual(["shop.yaml"]);
    expect(await readFile(join(cwd, "spec/shop.yaml"))).toEqual(bytes);
  },
);

describe("a file that is no spec is left as it is, and what is wrong is told", () => {
  test.each<[string, string, string]>([
    ["empty", "", "1 wrong-type"],
    ["only a comment", "# Our codes.\n", "1 wrong-type"],
    ["a text", "codes\n", "1 wrong-type"],
    ["a list at the top", "- 200\n- 404\n", "1 wrong-type"],
    ["a syntax error", `${good}"`, "8 yaml-syntax"],
    ["a conflict marker", `<<<<<<< ours\n${good}`, "1 yaml-syntax"],
    ["a key twice", `${good}page: { id: shop_0001, title: All }\n`, "8 duplicate-key"],
    ["several documents", `${good}---\n${good}`, "8 yaml-syntax"],
    ["an alias", good.replace("It worked.", "*text"), "7 yaml-syntax"],
    ["no tables", head, "1 missing-field"],
    ["tables that are no list", `${head}tables: {}\n`, "3 wrong-type"],
    ["no entries", `${head}${table}    entries: null\n`, "6 wrong-type"],
    ["entries that are no list", `${head}${table}    entries: { code: 200 }\n`, "6 wrong-type"],
    ["an entry that is no mapping", `${good}      - 404 Not Found\n`, "8 wrong-type"],
    ["an entry that is nothing", `${good}      -\n`, "8 wrong-type"],
    ["a page that is a text", good.replace(/page: .*/, "page: foo"), "2 wrong-type"],
    ["10,000 levels", `${head}tables: ${"[".repeat(10_000)}`, "3 yaml-syntax"],
    ["more than any page", good + "# .\n".repeat(200_000), "1 yaml-syntax"],
  ])("%s", async (_, text, found) => {
    const cwd = await testProject({ "shop.rst": page, "spec/shop.yaml": text });
    const { exitCode, diagnostics, specs } = await importShop(cwd);
    expect({ exitCode, specs }).toEqual({ exitCode: 2, specs: [] });
    const inSpec = diagnostics.map(({ file, range, rule }) => `${file} ${range?.start.line} ${rule}`);
    expect(inSpec).toContain(`spec/shop.yaml ${found}`);
    expect(await readFile(join(cwd, "spec/shop.yaml"), "utf8")).toBe(text);
  });
});

describe("a file that must not be written to is left as it is", () => {
  test("bytes that are not UTF-8", async () => {
    const bytes = Buffer.from(good.replace("worked", "w\u00f6rked"), "latin1");
    const cwd = await testProject({ "shop.rst": page, "spec/shop.yaml": bytes });
    const { exitCode, diagnostics } = await importShop(cwd);
    expect(exitCode).toBe(2);
    expect(diagnostics.map(({ rule }) => rule)).toContain("not-utf8");
    expect(await readFile(join(cwd, "spec/shop.yaml"))).toEqual(bytes);
  });

  test.each(["../elsewhere.yaml", "../nowhere.yaml"])("a link to %s", async (target) => {
    const cwd = await testProject({ "shop.rst": page, "spec/other.yaml": good, "elsewhere.yaml": good });
    await symlink(target, join(cwd, "spec/shop.yaml"));
    await importShop(cwd);
    expect(await readFile(join(cwd, "elsewhere.yaml"), "utf8")).toBe(good);
    expect(await readlink(join(cwd, "spec/shop.yaml"))).toBe(target);
  });

  test("a pipe, which is not waited for", async () => {
    const cwd = await testProject({ "shop.rst": page, "spec/other.yaml": good });
    execFileSync("mkfifo", [join(cwd, "spec/shop.yaml")]);
    await importShop(cwd);
    expect((await lstat(join(cwd, "spec/shop.yaml"))).isFIFO()).toBe(true);
  });
});

describe("what is written is valid", () => {
  const old = `:original_name: reimport.html

.. _reimport:

Codes
=====

========== ============ ===========
Error Code Message      Description
========== ============ ===========
ORD.1      No order.    One.
ORD.2      Closed.      Two.
========== ============ ===========
`;
  const now = `:original_name: reimport.html

.. _reimport:

Codes
=====

========== ===========
Error Code Description
========== ===========
ORD.1      One.
========== ===========
`;

  test("where a retired entry has what the page has no column for any more", async () => {
    const cwd = await testProject({ "orders.rst": old });
    const importOrders = () =>
      importPages({
        cwd,
        pages: ["orders.rst"],
        service: { id: "orders", name: "Orders" },
        retiredSince: "2026-01-02",
      });
    await importOrders();
    await writeFile(join(cwd, "orders.rst"), now);
    const { exitCode, diagnostics, specs } = await importOrders();
    expect({ exitCode, diagnostics: diagnostics.filter(({ severity }) => severity === "error") }).toEqual({
      exitCode: 0,
      diagnostics: [],
    });
    expect(specs[0]?.text).toContain(`    columns: [Error Code, Description]
    entries:
      - code: ORD.1
        description: One.
      - code: ORD.2
        message: Closed.
        description: Two.
        retired: 2026-01-02
`);
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
    expect(await check({ cwd })).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, "generated/docs/orders/error-codes.md"), "utf8")).toContain("Closed.");
    expect(await readFile(join(cwd, "generated/orders/index.ts"), "utf8")).toContain("Closed.");
  });

  test("where a status code had more rows", async () => {
    const rows = (more: string) => `.. _shop_0001:

Status Codes
============

+-------------+------------------+
| Status Code | Description      |
+=============+==================+
| 404         | It is not there. |
+-------------+------------------+
${more}| 500         | It broke.        |
+-------------+------------------+
`;
    const cwd = await testProject({
      "shop.rst": rows("|             | It went.         |\n+-------------+------------------+\n"),
    });
    expect(await importShop(cwd)).toMatchObject({ exitCode: 0 });
    await writeFile(join(cwd, "shop.rst"), rows(""));
    expect(await importShop(cwd)).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, "spec/shop.yaml"), "utf8")).toMatch(/It went\.\n {8}retired: /);
    expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  });
});

test("a spec with a byte order mark and CRLF keeps both", async () => {
  const text = `\uFEFF${good}`.replaceAll("\n", "\r\n");
  const cwd = await testProject({ "shop.rst": page, "spec/shop.yaml": text });
  const { exitCode, specs } = await importShop(cwd);
  expect({ exitCode, state: specs[0]?.state }).toEqual({ exitCode: 0, state: "updated" });
  const written = await readFile(join(cwd, "spec/shop.yaml"), "utf8");
  expect(written.startsWith("\uFEFF")).toBe(true);
  expect(written.split("\r\n").join("")).not.toMatch(/[\r\n]/);
  expect((await importShop(cwd)).specs[0]?.state).toBe("unchanged");
});

test("a spec in words of its own keeps them while its page can be made from it", async () => {
  const own = good
    .replace("It worked.", '"_It_ worked\\\\."')
    .replace("[Status Code, Message, Description]", "[code: Status Code, Message, Description]");
  const cwd = await testProject({ "spec/shop.yaml": own });
  await generate({ cwd });
  const again = () => importPages({ cwd, pages: ["generated/pages/shop_0001.rst"], service });
  await again();
  const written = await readFile(join(cwd, "spec/shop.yaml"), "utf8");
  expect(written.replace(/, (?:source: [^ ,}]+|digest: sha256:[0-9a-f]{64})/g, "")).toBe(own);
  expect(await again()).toMatchObject({ exitCode: 0, specs: [{ state: "unchanged" }] });
});

describe("the columns of a spec are its page's, also where the page alone would be read in another way", () => {
  const pages = ["shop.rst"];
  const specOf = (cwd: string) => readFile(join(cwd, "spec/shop.yaml"), "utf8");

  test("whoever gave them once need not give them again", async () => {
    const cwd = await testProject({ "shop.rst": page });
    await importPages({ cwd, pages, service, columns: ["code", "description", "message"] });
    const before = await specOf(cwd);
    expect(before).toContain("columns: [Status Code, {description: Message}, {message: Description}]");
    const { exitCode } = await importPages({ cwd, pages });
    expect(exitCode).toBe(0);
    expect(await specOf(cwd)).toBe(before);
  });

  test("a table that is only read because of them is read again", async () => {
    const countries = page.replaceAll("Status Code", "Country    ");
    const cwd = await testProject({ "shop.rst": countries });
    expect((await importPages({ cwd, pages, service })).exitCode).toBe(2);
    await importPages({ cwd, pages, service, columns: ["code", "message", "description"] });
    await writeFile(join(cwd, "shop.rst"), countries.replace("It worked.", "It works. "));
    const { exitCode, specs } = await importPages({ cwd, pages });
    expect(exitCode).toBe(0);
    expect(specs).toMatchObject([{ entries: { added: 0, altered: 1, retired: 0, kept: 1 } }]);
  });

  test("columns that are given now go before those of the spec", async () => {
    const cwd = await testProject({ "shop.rst": page });
    await importPages({ cwd, pages, service });
    await importPages({ cwd, pages, columns: ["code", "description", "message"] });
    expect(await specOf(cwd)).toContain("{description: Message}");
  });
});
