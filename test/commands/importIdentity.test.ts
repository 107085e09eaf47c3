import { mkdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../generator/index.js";
import { smallSpec, textsBelow, testProject } from "../testProject.js";
import { codesOfSpecs, errorPage, imported, readSpecs } from "./importedProject.js";

const orders = { "ORD.1": "No such order.", "ORD.2": "Order is closed." };
const stock = { "STK.1": "Out of stock.", "STK.2": "Stock is locked." };

describe("pages that say no id", () => {
  const pages = { "one.rst": errorPage(orders), "two.rst": errorPage(stock) };
  const expected = { "one.yaml": "ORD.1 ORD.2", "two.yaml": "STK.1 STK.2" };

  test.each([
    ["in one call", [["one.rst", "two.rst"]]],
    ["in two calls", [["one.rst"], ["two.rst"]]],
    ["in the other order", [["two.rst"], ["one.rst"]]],
    ["as a folder, and again", [["."], ["two.rst", "one.rst"], ["."]]],
  ])("get an id from the file's name, and a spec each, %s", async (_how, calls) => {
    const cwd = await testProject(pages);
    for (const call of calls) expect(await imported(cwd, call)).toMatchObject({ exitCode: 0, found: [] });
    expect(await codesOfSpecs(cwd)).toEqual(expected);
    const specs = await readSpecs(cwd);
    expect(Object.values(specs).map(({ page }) => page.id)).toEqual(["one", "two"]);
  });
});

describe("pages of several services to which the vendor gave one id", () => {
  const services = ["apig", "dis", "lts", "nat"];
  const pages = Object.fromEntries(
    services.map((service) => {
      const codes = {
        [`${service}.1`]: "Failed.",
        "COMMON.1": "Busy.",
        "COMMON.2": "Gone.",
        "COMMON.3": "No.",
      };
      return [`docs/${service}/errors.rst`, errorPage(codes, { id: "ErrorCode" })];
    }),
  );
  const files = Object.keys(pages);
  const codes = services.map((service) => `${service}.1 COMMON.1 COMMON.2 COMMON.3`);

  test("get a spec each, in any order and in any number of calls", async () => {
    for (const calls of [
      [["docs"]],
      [[...files].reverse()],
      files.map((file) => [file]),
      [...files].reverse().map((file) => [file]),
    ]) {
      const cwd = await testProject(pages);
      for (const call of calls) expect(await imported(cwd, call)).toMatchObject({ exitCode: 0, refused: [] });
      expect(Object.values(await codesOfSpecs(cwd)).sort()).toEqual(codes);
      const before = await textsBelow(join(cwd, "spec"));
      expect(Object.values((await imported(cwd, ["docs"])).states)).toEqual(services.map(() => "unchanged"));
      expect(await textsBelow(join(cwd, "spec"))).toEqual(before);
    }
  });

  test("have services that are named after their folders, whatever their order", async () => {
    const cwd = await testProject(pages);
    await imported(cwd, [...files].reverse());
    expect(Object.keys(await codesOfSpecs(cwd))).toEqual(
      services.map((service) => `${service}-errorcode.yaml`),
    );
  });

  test("keep their specs when all files and specs are renamed, and pages are added", async () => {
    const cwd = await testProject(pages);
    await imported(cwd, ["docs"]);
    for (const [index, file] of files.entries()) {
      await rename(join(cwd, file), join(cwd, file.replace("errors", `z${9 - index}`)));
      await rename(join(cwd, `spec/${services[index] ?? ""}.yaml`), join(cwd, `spec/${index}.yaml`));
    }
    await mkdir(join(cwd, "docs/aaa"));
    const added = errorPage({ "AAA.1": "New.", "COMMON.1": "Busy." }, { id: "ErrorCode" });
    await writeFile(join(cwd, "docs/aaa/errors.rst"), added);
    expect(await imported(cwd, ["docs"])).toMatchObject({ exitCode: 0, found: [] });
    expect(await codesOfSpecs(cwd)).toEqual({
      ...Object.fromEntries(codes.map((each, index) => [`${index}.yaml`, each])),
      "aaa.yaml": "AAA.1 COMMON.1",
    });
    const { states } = await imported(cwd, ["docs"]);
    expect(new Set(Object.values(states))).toEqual(new Set(["unchanged"]));
  });

  test("stay apart even where they are the same, byte for byte", async () => {
    const page = errorPage(orders, { id: "ErrorCode" });
    const cwd = await testProject({ "a/errors.rst": page, "b/errors.rst": page });
    await imported(cwd, ["b/errors.rst"]);
    const { exitCode, found } = await imported(cwd, ["a/errors.rst"]);
    expect({ exitCode, found }).toEqual({ exitCode: 0, found: ["shared-page-id a/errors.rst"] });
    expect(Object.values(await readSpecs(cwd)).map(({ page: { source } }) => source)).toEqual([
      "a/errors.rst",
      "b/errors.rst",
    ]);
  });
});

describe("a page whose spec is there", () => {
  const page = errorPage(orders, { id: "orders" });

  test("is found by its source, and its new id is taken over and told", async () => {
    const cwd = await testProject({ "page.rst": page });
    await imported(cwd, ["page.rst"]);
    await writeFile(join(cwd, "page.rst"), page.replaceAll("orders", "order_errors"));
    const { specs } = await imported(cwd, ["page.rst"]);
    expect(specs).toMatchObject([
      { file: "spec/orders.yaml", pageId: { from: "orders", to: "order_errors" } },
    ]);
  });

  test("is found by its id after it moved, and its new source is told", async () => {
    const cwd = await testProject({ "old/page.rst": page });
    await imported(cwd, ["old/page.rst"]);
    await rename(join(cwd, "old"), join(cwd, "new"));
    await writeFile(join(cwd, "new/page.rst"), errorPage({ ...orders, "ORD.3": "New." }, { id: "orders" }));
    const { specs } = await imported(cwd, ["new/page.rst"]);
    expect(specs).toMatchObject([
      {
        file: "spec/orders.yaml",
        source: { from: "old/page.rst", to: "new/page.rst" },
        entries: { added: 1, altered: 0, retired: 0, kept: 2 },
      },
    ]);
  });

  test("is brought up to date by a later version beside it", async () => {
    const cwd = await testProject({
      "old.rst": page,
      "new.rst": errorPage({ "ORD.1": "No such order." }, { id: "orders" }),
    });
    await imported(cwd, ["old.rst"]);
    expect(await imported(cwd, ["new.rst"])).toMatchObject({ exitCode: 0, found: [] });
    expect(await codesOfSpecs(cwd)).toEqual({ "orders.yaml": "ORD.1 [ORD.2]" });
  });

  test("and that says no id keeps the id of its spec", async () => {
    const cwd = await testProject({ "page.rst": errorPage(orders) });
    await imported(cwd, ["page.rst"]);
    await rename(join(cwd, "page.rst"), join(cwd, "renamed.rst"));
    const { specs } = await imported(cwd, ["renamed.rst"]);
    expect(specs).toMatchObject([{ file: "spec/page.yaml", source: { to: "renamed.rst" } }]);
    expect((await readSpecs(cwd))["page.yaml"]?.page).toMatchObject({ id: "page", source: "renamed.rst" });
  });

  test("and that is given by its path and in its folder is imported once", async () => {
    const cwd = await testProject({ "pages/page.rst": page });
    const { states } = await imported(cwd, ["pages", "pages/page.rst", "./pages/../pages/page.rst"]);
    expect(states).toEqual({ "pages/page.rst": "new" });
  });

  test("leaves a spec alone that people wrote, records no source and says what the page says", async () => {
    const cwd = await testProject({ "page.rst": page });
    await imported(cwd, ["page.rst"]);
    const file = join(cwd, "spec/orders.yaml");
    const text = (await readFile(file, "utf8")).replace(/ {2}source: .*\n/, "");
    await writeFile(file, text);
    expect((await imported(cwd, ["page.rst"])).states).toEqual({ "page.rst": "unchanged" });
    expect(await readFile(file, "utf8")).toBe(text);
  });
});

describe("a page is refused, and nothing is written,", () => {
  async function refusedBy(files: Readonly<Record<string, string>>, pages: readonly string[], options = {}) {
    const cwd = await testProject(files);
    const before = await textsBelow(cwd);
    const result = await imported(cwd, pages, options);
    expect(await textsBelow(cwd)).toEqual(before);
    return result;
  }
  const spec = (id: string, pageId: string) => `service: { id: ${id}, name: A }
page: { id: ${pageId}, title: Error Codes }
tables:
  - kind: error-codes
    columns: [Error Code, Description]
    entries: [{ code: ORD.1, description: No such order. }, { code: ORD.2, description: Order is closed. }]
`;
  const page = errorPage(orders, { id: "orders" });

  test("where two specs fit, and what to do is said", async () => {
    const files = {
      "spec/a.yaml": spec("a", "orders"),
      "spec/b.yaml": spec("b", "orders"),
      "page.rst": page,
    };
    const { exitCode, found, diagnostics } = await refusedBy(files, ["page.rst"]);
    expect({ exitCode, found }).toEqual({ exitCode: 2, found: ["ambiguous-spec page.rst"] });
    expect(diagnostics[0]?.message).toContain("spec/a.yaml and spec/b.yaml");
    expect(diagnostics[0]?.help).toMatch(/--into spec\/b\.yaml.*--new/);
  });

  test("where all entries of a table would be retired", async () => {
    const source = spec("a", "orders").replace("title:", "source: page.rst, title:");
    const files = { "spec/a.yaml": source, "page.rst": errorPage(stock, { id: "orders" }) };
    const { exitCode, found } = await refusedBy(files, ["page.rst"]);
    expect({ exitCode, found }).toEqual({ exitCode: 2, found: ["all-retired page.rst"] });
  });

  test("where another page is at the path that a spec records", async () => {
    const source = spec("a", "orders").replace("title:", "source: page.rst, title:");
    const other = errorPage({ "ORD.1": "No such order.", ...stock }, { id: "stock" });
    const { found } = await refusedBy({ "spec/a.yaml": source, "page.rst": other }, ["page.rst"]);
    expect(found).toEqual(["ambiguous-spec page.rst"]);
  });

  test("where its spec has a mistake, which is told", async () => {
    const broken = spec("a", "orders").replace("name: A", "name: A, prefix: 1x");
    const { exitCode, found } = await refusedBy({ "spec/a.yaml": broken, "page.rst": page }, ["page.rst"]);
    expect({ exitCode, found }).toEqual({ exitCode: 2, found: ["invalid-identifier spec/a.yaml"] });
  });

  test("where its spec is a link that leads out of the project", async () => {
    const outside = await testProject({ "a.yaml": spec("a", "orders") });
    const cwd = await testProject({
      "page.rst": errorPage({ ...orders, "ORD.3": "New." }, { id: "orders" }),
    });
    await mkdir(join(cwd, "spec"));
    await symlink(join(outside, "a.yaml"), join(cwd, "spec/a.yaml"));
    const { exitCode, found } = await imported(cwd, ["page.rst"]);
    expect({ exitCode, found }).toEqual({
      exitCode: 2,
      found: ["ambiguous-spec page.rst", "unreadable-file spec/a.yaml"],
    });
    expect(await readFile(join(outside, "a.yaml"), "utf8")).toBe(spec("a", "orders"));
  });

  test("where a spec cannot be read, which may be its own", async () => {
    const { found } = await refusedBy({ "spec/a.yaml": "service: {", "page.rst": page }, ["page.rst"]);
    expect(found).toContain("ambiguous-spec page.rst");
    expect(found).toContain("yaml-syntax spec/a.yaml");
  });

  test.each([
    ["an id that leads out of the folder", "../../../escaped", "unsafe-service-id"],
    ["an id that is no folder's name", "docs", "unsafe-service-id"],
  ])("where its service has %s", async (_what, id, rule) => {
    const result = await refusedBy({ "a/b/page.rst": page }, ["a/b/page.rst"], {
      service: { id, name: "y" },
    });
    expect(result).toMatchObject({ exitCode: 2, found: [`${rule} a/b/page.rst`] });
  });

  test("where its service has another name than its other specs give it", async () => {
    const files = { "spec/a.yaml": spec("a", "orders"), "page.rst": errorPage(stock, { id: "stock" }) };
    const { found } = await refusedBy(files, ["page.rst"], { service: { id: "a", name: "Another" } });
    expect(found).toEqual(["service-disagreement spec/a-page.yaml"]);
  });

  test("where a spec of its service cannot be read, which may be its own", async () => {
    const files = {
      "spec/a.yaml": spec("a", "orders").replace("id: orders", "id: [orders]"),
      "page.rst": page,
    };
    const { found } = await refusedBy(files, ["page.rst"], { service: { id: "a", name: "A" } });
    expect(found).toEqual(["ambiguous-spec page.rst", "wrong-type spec/a.yaml"]);
  });

  test("where its spec is that of another service than the one that is given", async () => {
    const files = { "spec/a.yaml": spec("a", "orders"), "page.rst": page };
    const { found } = await refusedBy(files, ["page.rst"], { service: { id: "b", name: "B" } });
    expect(found).toEqual(["ambiguous-spec page.rst"]);
  });

  test("where its names would clash with those of another service", async () => {
    const other = spec("other", "x").replace("name: A", "name: A, prefix: Orders");
    const options = { service: { id: "orders", name: "Orders" } };
    const { exitCode, found } = await refusedBy(
      { "spec/a.yaml": other, "page.rst": page },
      ["page.rst"],
      options,
    );
    expect({ exitCode, found }).toEqual({ exitCode: 2, found: ["duplicate-service spec/orders.yaml"] });
  });

  test.each([{ new: true }, { into: "spec/a.yaml" }])(
    "where there are several pages with %o",
    async (options) => {
      const files = { "spec/a.yaml": spec("a", "x"), "one.rst": page, "two.rst": errorPage(stock) };
      const { exitCode, found } = await refusedBy(files, ["one.rst", "two.rst"], options);
      expect({ exitCode, found }).toEqual({ exitCode: 2, found: ["invalid-call one.rst"] });
    },
  );

  test.each([
    [{ into: "spec/none.yaml" }, "unreadable-file spec/none.yaml"],
    [{ into: "spec/a.yaml", new: true }, "invalid-call page.rst"],
    [{ out: "page.rst" }, "unreadable-file page.rst"],
  ])("where %o is no sensible call", async (options, expected) => {
    const files = { "spec/a.yaml": spec("a", "x"), "page.rst": page };
    expect(await refusedBy(files, ["page.rst"], options)).toMatchObject({ exitCode: 2, found: [expected] });
  });
});

describe("the caller decides", () => {
  test("with `into`, which may change the id and retire all entries", async () => {
    const cwd = await testProject({
      "page.rst": errorPage(orders, { id: "orders" }),
      "b.rst": errorPage(stock, { id: "stock" }),
    });
    await imported(cwd, ["page.rst"]);
    const { exitCode, specs } = await imported(cwd, ["b.rst"], { into: "spec/orders.yaml" });
    expect({ exitCode, pageId: specs[0]?.pageId }).toEqual({
      exitCode: 0,
      pageId: { from: "orders", to: "stock" },
    });
    const { "orders.yaml": codes = "", ...others } = await codesOfSpecs(cwd);
    expect(codes.split(" ").sort()).toEqual(["STK.1", "STK.2", "[ORD.1]", "[ORD.2]"]);
    expect(others).toEqual({});
    expect((await imported(cwd, ["b.rst"])).states).toEqual({ "b.rst": "unchanged" });
  });

  test("with `new`, and the next import finds the spec that was made", async () => {
    const cwd = await testProject({ "a/page.rst": errorPage(orders, { id: "orders" }) });
    await imported(cwd, ["a/page.rst"]);
    await rename(join(cwd, "a"), join(cwd, "b"));
    const { specs } = await imported(cwd, ["b/page.rst"], { new: true });
    expect(specs).toMatchObject([{ file: "spec/b-orders.yaml", state: "new" }]);
    expect(await imported(cwd, ["b"])).toMatchObject({ exitCode: 0, states: { "b/page.rst": "unchanged" } });
  });

  test("with the service of the spec, that a page elsewhere is a later version", async () => {
    const service = { id: "orders", name: "Orders" };
    const later = errorPage({ ...orders, "ORD.3": "New." }, { id: "orders" });
    const cwd = await testProject({
      "v1/page.rst": errorPage(orders, { id: "orders" }),
      "v2/page.rst": later,
    });
    await imported(cwd, ["v1/page.rst"], { service });
    expect(await imported(cwd, ["v2/page.rst"], { service })).toMatchObject({ exitCode: 0, found: [] });
    expect(await codesOfSpecs(cwd)).toEqual({ "orders.yaml": "ORD.1 ORD.2 ORD.3" });
  });
});

test("a file that is in the way of a new spec is not overwritten: the spec is named after its page, too", async () => {
  const cwd = await testProject({
    "page.rst": errorPage(orders, { id: "orders" }),
    "spec/Orders.yaml": "x: 1\n",
  });
  const { specs } = await imported(cwd, ["page.rst"], { new: true });
  expect(specs.map(({ file }) => file)).toEqual(["spec/orders-page.yaml"]);
  expect(await readFile(join(cwd, "spec/Orders.yaml"), "utf8")).toBe("x: 1\n");
});

describe("the permalink of a page", () => {
  const page = errorPage(orders, { id: "orders" });
  const [source, permalink] = ["https://example.com/orders.rst", "https://example.com/4f1c/orders.rst"];

  /** A project whose spec of the page has the page's address and permalink. */
  async function projectWithPermalink(text = page) {
    const cwd = await testProject({ "orders.rst": text });
    await imported(cwd, ["orders.rst"]);
    const file = join(cwd, "spec/orders.yaml");
    const own = (await readFile(file, "utf8")).replace(
      "source: orders.rst",
      `source: ${source}\n  permalink: ${permalink}`,
    );
    await writeFile(file, own);
    return { cwd, own, read: () => readFile(file, "utf8") };
  }
  const into = { into: "spec/orders.yaml" };

  test("and its address stay where a copy of the same revision is imported", async () => {
    const { cwd, own, read } = await projectWithPermalink();
    expect((await imported(cwd, ["orders.rst"], into)).states).toEqual({ "orders.rst": "unchanged" });
    expect(await read()).toBe(own);
  });

  test("is removed where the page has changed, and import says so", async () => {
    const { cwd, read } = await projectWithPermalink();
    await writeFile(join(cwd, "orders.rst"), errorPage({ ...orders, "ORD.3": "New." }, { id: "orders" }));
    const { specs } = await imported(cwd, ["orders.rst"], into);
    expect(specs).toMatchObject([{ state: "updated", oldPermalink: permalink }]);
    expect(specs[0]).not.toHaveProperty("source");
    expect(await read()).toContain(`source: ${source}\n  digest:`);
  });

  test("follows the codes where a page is not reproduced and so has no digest", async () => {
    const page = errorPage(orders, { id: "orders" }).replace("Error Codes", "Error  Codes ");
    const { cwd, own, read } = await projectWithPermalink(page);
    expect(own).not.toContain("digest");
    await imported(cwd, ["orders.rst"], into);
    expect(await read()).toBe(own);
    await writeFile(join(cwd, "orders.rst"), page.replace("Order is closed.", "Order is done.  "));
    await imported(cwd, ["orders.rst"], into);
    expect(await read()).not.toContain("permalink");
  });
});

test.each([
  "http://example.com/orders.rst",
  "https://example.com/a page.rst",
  "https://user:secret@example.com/orders.rst",
  "https://example.com/`x`",
  "javascript:alert(1)",
  "https://ex\u0430mple.com/orders.rst",
])("%j is no permalink", async (permalink) => {
  const text = smallSpec.replace(
    "title: Status Codes",
    `title: Status Codes\n  permalink: ${JSON.stringify(permalink)}`,
  );
  const cwd = await testProject({ "spec/small.yaml": text });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 2, diagnostics: [{ rule: "malformed-value" }] });
});
