import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diff, explain, generate, lint, verify } from "../../generator/index.js";
import { evaluate } from "../emit/evaluate.js";
import { testProject, textsBelow } from "../testProject.js";
import { errorPage, imported } from "./importedProject.js";

const orders = `service: { id: orders, name: Orders }
tables:
  - kind: error-codes
    entries:
      - { code: ORD.1, status: 404, message: No such order }
      - { code: ORD.2, message: Order is closed }
`;
const statuses = `service: orders
page: { id: status-codes, title: Status Codes }
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - { code: 404, message: Not Found, description: It is not there. }
`;
const payments = `service: orders
page: { id: payments, title: Payments }
tables:
  - kind: error-codes
    columns: [Error Code, Status Code, Error Message]
    entries:
      - { code: ORD.2, status: 409, message: Order is paid }
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - { code: 404, message: Not Found, description: Nor is the payment. }
`;
const files = { "spec/a.yaml": orders, "spec/b.yaml": statuses, "spec/c.yaml": payments };

/** What lint says of specs, each finding with its file and that of the other place. */
async function found(specs: Readonly<Record<string, string>>, config = {}): Promise<string[]> {
  const cwd = await testProject({ ...specs, "statusgen.config.json": JSON.stringify(config) });
  const { diagnostics } = await lint({ cwd });
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ rule, file, related = [] }) => [rule, file, ...related.map((each) => each.file)].join(" "));
}

async function generated(specs: Readonly<Record<string, string>>, config = {}) {
  const cwd = await testProject({ ...specs, "statusgen.config.json": JSON.stringify(config) });
  const { exitCode, diagnostics } = await generate({ cwd });
  expect({ exitCode, diagnostics }).toEqual({ exitCode: 0, diagnostics: [] });
  return textsBelow(join(cwd, "generated"));
}

describe("the specs of one service", () => {
  test("give one module, one JSON file, and the documents of all of their tables", async () => {
    const output = await generated(files);
    expect(Object.keys(output).filter((path) => !/^(?:schema|rfc9110)/.test(path))).toEqual([
      "docs/comparison.md",
      "docs/comparison.svg",
      "docs/index.md",
      "docs/orders/error-codes-2.md",
      "docs/orders/error-codes.md",
      "docs/orders/index.md",
      "docs/orders/status-codes-2.md",
      "docs/orders/status-codes.md",
      "index.ts",
      "json/orders.json",
      "manifest.json",
      "orders/index.ts",
      "pages/payments.rst",
      "pages/status-codes.rst",
    ]);
    expect(output["orders/index.ts"]).toContain("from spec/a.yaml, spec/b.yaml, spec/c.yaml.");
  });

  test("give each code one member, whatever the number of pages", async () => {
    const output = await generated(files, { enumStyle: "const-object" });
    const module = evaluate(output["orders/index.ts"] ?? "");
    expect(module).toMatchObject({
      OrdersStatusCode: { NotFound: 404 },
      OrdersErrorCode: { Ord1: "ORD.1", Ord2: "ORD.2" },
      ordersStatusDescriptions: { 404: "It is not there.\n\nNor is the payment." },
      ordersPages: [
        { id: "status-codes", title: "Status Codes" },
        { id: "payments", title: "Payments" },
      ],
    });
  });

  test("say once what several pages say in the same words", async () => {
    const same = payments.replace("Nor is the payment.", "It is not there.");
    const output = await generated({ ...files, "spec/c.yaml": same });
    const text = output["orders/index.ts"] ?? "";
    expect(evaluate(text)).toMatchObject({ ordersStatusDescriptions: { 404: "It is not there." } });
    expect(/\/\*\*[^/]*\*\/\n {2}NotFound = 404/.exec(text)?.[0].match(/It is not there\./g)).toHaveLength(1);
    expect(text).toMatch(/Page: status-codes\n.*\n.*Page: payments/);
  });

  test("say in JSON which page each table is from", async () => {
    const output = await generated(files);
    const { pages, tables } = JSON.parse(output["json/orders.json"] ?? "") as {
      pages: { id: string }[];
      tables: { page?: string }[];
    };
    expect(pages.map(({ id }) => id)).toEqual(["status-codes", "payments"]);
    expect(tables.map(({ page }) => page)).toEqual([undefined, "status-codes", "payments", "payments"]);
  });

  test("are found by their codes, each with its own page", async () => {
    const cwd = await testProject(files);
    const { explanations } = await explain({ cwd, code: "404" });
    expect(explanations.map(({ file, service }) => [file, service.name, service.page?.id])).toEqual([
      ["spec/b.yaml", "Orders", "status-codes"],
      ["spec/c.yaml", "Orders", "payments"],
    ]);
  });

  test("that have no page are neither verified nor written as pages", async () => {
    const cwd = await testProject(files);
    const { exitCode, specs } = await verify({ cwd });
    expect({ exitCode, specs: specs.map(({ spec }) => spec) }).toEqual({
      exitCode: 0,
      specs: ["spec/b.yaml", "spec/c.yaml"],
    });
  });
});

describe("what a service is called", () => {
  test("may be said again, as long as it is the same", async () => {
    const same = statuses.replace("service: orders", "service: { id: orders, name: Orders, prefix: Orders }");
    expect(await found({ ...files, "spec/b.yaml": same })).toEqual([]);
    const other = same.replace("name: Orders", "name: Order Service");
    expect(await found({ ...files, "spec/b.yaml": other })).toEqual([
      "service-disagreement spec/b.yaml spec/a.yaml",
    ]);
  });

  test("may be said by the config, which specs must not contradict", async () => {
    const config = { services: { orders: { name: "Orders", prefix: "Shop" } } };
    const output = await generated({ "spec/b.yaml": statuses }, config);
    expect(evaluate(output["orders/index.ts"] ?? "")).toMatchObject({ shopService: { name: "Orders" } });
    const other = orders.replace("name: Orders", "name: Other");
    expect(await found({ "spec/a.yaml": other }, config)).toEqual(["service-disagreement spec/a.yaml"]);
  });

  test("has to be said by somebody", async () => {
    expect(await found({ "spec/b.yaml": statuses, "spec/c.yaml": payments })).toEqual([
      "unnamed-service spec/b.yaml",
    ]);
  });
});

describe("names that clash across specs are told with both places:", () => {
  test("one name of two codes", async () => {
    const clash = payments.replace("ORD.2", "ORD-1");
    expect(await found({ ...files, "spec/c.yaml": clash })).toEqual(["name-clash spec/c.yaml spec/a.yaml"]);
  });

  test("two names of one code", async () => {
    const clash = payments.replace("message: Not Found", "message: Missing");
    expect(await found({ ...files, "spec/c.yaml": clash })).toEqual(["name-clash spec/c.yaml spec/b.yaml"]);
  });
});

describe("names and their case", () => {
  const named = { "spec/a.yaml": orders, "spec/b.yaml": statuses };
  const membersOf = async (config: object, specs: Readonly<Record<string, string>> = named) => {
    const output = await generated(specs, { enumStyle: "const-object", ...config });
    const module = evaluate(output["orders/index.ts"] ?? "");
    return { ...(module["OrdersErrorCode"] as object), ...(module["OrdersStatusCode"] as object) };
  };

  test("are those of the table, else of the service, else of the config", async () => {
    expect(await membersOf({ names: "message" })).toEqual({
      NoSuchOrder: "ORD.1",
      OrderIsClosed: "ORD.2",
      NotFound: 404,
    });
    expect(await membersOf({ names: "code" })).toEqual({ Ord1: "ORD.1", Ord2: "ORD.2", Code404: 404 });
    const ofService = { names: "code", services: { orders: { names: "message" } } };
    expect(await membersOf(ofService)).toMatchObject({ NoSuchOrder: "ORD.1", NotFound: 404 });
    const inTable = orders.replace("error-codes\n", "error-codes\n    names: code\n");
    expect(await membersOf(ofService, { ...named, "spec/a.yaml": inTable })).toMatchObject({
      Ord1: "ORD.1",
      NotFound: 404,
    });
  });

  test("of a service hold for specs that only refer to it", async () => {
    const first = orders.replace("name: Orders", "name: Orders, names: message");
    const specs = { "spec/z.yaml": first, "spec/c.yaml": payments.replace("ORD.2", "ORD.3") };
    expect(await membersOf({}, specs)).toMatchObject({ NoSuchOrder: "ORD.1", OrderIsPaid: "ORD.3" });
  });

  test("may be constants, as may be what is made of the code", async () => {
    expect(await membersOf({ case: "constant" })).toEqual({ ORD_1: "ORD.1", ORD_2: "ORD.2", NOT_FOUND: 404 });
    expect(await membersOf({ case: "constant", names: "code" })).toMatchObject({ CODE_404: 404 });
  });
});

describe("imported pages", () => {
  const pages = {
    "docs/orders/errors.rst": errorPage({ "ORD.1": "No such order." }, { id: "ErrorCode" }),
    "docs/orders/deep/more.rst": errorPage({ "ORD.2": "Order is closed." }, { id: "MoreCodes" }),
    "docs/stock/errors.rst": errorPage({ "STK.1": "Out of stock." }, { id: "ErrorCode" }),
    "docs/top.rst": errorPage({ "TOP.1": "At the top." }, { id: "TopCodes" }),
  };
  const servicesIn = async (cwd: string) => {
    const texts = await textsBelow(join(cwd, "spec"));
    return Object.fromEntries(
      Object.entries(texts).map(([file, text]) => [
        file,
        /service:(?: (.*)|\n {2}id: (.*)\n)/.exec(text)?.slice(1).join(""),
      ]),
    );
  };

  test("belong to the service of their sub-folder", async () => {
    const cwd = await testProject(pages);
    expect(await imported(cwd, ["docs"])).toMatchObject({ exitCode: 0, found: [] });
    expect(await servicesIn(cwd)).toEqual({
      "orders-errors.yaml": "orders",
      "orders-more.yaml": "orders",
      "stock.yaml": "stock",
      "topcodes.yaml": "topcodes",
    });
    expect((await lint({ cwd })).exitCode).toBe(0);
    const { states } = await imported(cwd, ["docs"]);
    expect(new Set(Object.values(states))).toEqual(new Set(["unchanged"]));
  });

  test("belong to the service whose pages the config says they are", async () => {
    const services = { shop: { name: "Web Shop", pages: ["docs/orders/*", "./docs/top.rst"] } };
    const cwd = await testProject({ ...pages, "statusgen.config.json": JSON.stringify({ services }) });
    expect(await imported(cwd, ["docs"])).toMatchObject({ exitCode: 0 });
    expect(await servicesIn(cwd)).toEqual({
      "shop-errors.yaml": "shop",
      "shop-more.yaml": "shop",
      "shop-top.yaml": "shop",
      "stock.yaml": "stock",
    });
  });

  test("belong to the service that is given, which may be there already", async () => {
    const cwd = await testProject({ ...pages, "spec/a.yaml": orders.replaceAll("ORD", "OLD") });
    const { exitCode, found } = await imported(cwd, ["docs/orders", "docs/top.rst"], {
      service: { id: "orders" },
    });
    expect({ exitCode, found }).toEqual({ exitCode: 0, found: [] });
    expect(new Set(Object.values(await servicesIn(cwd)))).toEqual(
      new Set(["orders", "{ id: orders, name: Orders }"]),
    );
    expect((await lint({ cwd })).exitCode).toBe(0);
  });

  test("get a name where theirs is that of another code, and take over the name that their code has", async () => {
    const page = (rows: string) => `Status Codes
============

=========== ======= ===============
Status Code Message Description
=========== ======= ===============
${rows}=========== ======= ===============
`;
    const cwd = await testProject({
      "docs/orders/a.rst": page("200         OK      It worked.\n404         Missing It is not there.\n"),
      "docs/orders/b.rst": page("201         OK      It was made.\n404         Gone    It is not there.\n"),
    });
    expect(await imported(cwd, ["docs"])).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, "spec/orders-b.yaml"), "utf8")).toMatch(
      /code: 201\n +name: Created\n.*\n.*\n +- code: 404\n +name: Missing\n/,
    );
    await writeFile(
      join(cwd, "docs/orders/a.rst"),
      page("200         OK      It worked.\n404         Lost    It is not there.\n"),
    );
    expect(await imported(cwd, ["docs"])).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(cwd, "spec/orders-a.yaml"), "utf8")).toMatch(
      /message: Lost\n.*\n +name: Missing\n/,
    );
  });

  test("fill a list that had no page", async () => {
    const cwd = await testProject({ ...pages, "spec/a.yaml": orders });
    const { exitCode } = await imported(cwd, ["docs/orders/errors.rst"], { into: "spec/a.yaml" });
    expect(exitCode).toBe(0);
    expect(await readFile(join(cwd, "spec/a.yaml"), "utf8")).toContain("page:\n  id: ErrorCode\n");
  });
});

describe("between two states", () => {
  const changesOf = async (after: Readonly<Record<string, string>>) => {
    const old = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace("spec", "old"), text]),
    );
    const now = Object.fromEntries(
      Object.entries(after).map(([path, text]) => [path.replace("spec", "new"), text]),
    );
    const cwd = await testProject({ ...old, ...now });
    const { changes, diagnostics } = await diff({ cwd, before: "old", after: "new" });
    expect(diagnostics).toEqual([]);
    return changes.map(({ level, kind, code, field }) => [level, kind, code ?? field].join(" ").trim());
  };

  test("nothing changed where it did not", async () => {
    expect(await changesOf(files)).toEqual([]);
  });

  test("what a service is called is told once", async () => {
    const renamed = { ...files, "spec/a.yaml": orders.replace("name: Orders", "name: Shop, prefix: Shop") };
    expect(await changesOf(renamed)).toEqual(["breaking prefix-changed", "fix name-changed"]);
  });

  test("a code that another spec has as well keeps its member", async () => {
    const { "spec/c.yaml": _gone, ...rest } = files;
    expect(await changesOf(rest)).toEqual(["fix row-removed 404", "fix row-removed ORD.2"]);
    expect(await changesOf({ ...files, "spec/c.yaml": payments.replace("ORD.2", "ORD.3") })).toEqual([
      "fix row-removed ORD.2",
      "feature added ORD.3",
    ]);
  });

  test("a service of several specs is added once, and removed once", async () => {
    const other = (text: string) => text.replaceAll(/orders/gi, "other");
    const more = { ...files, "spec/x.yaml": other(orders), "spec/y.yaml": other(statuses) };
    expect(await changesOf(more)).toEqual(["feature service-added"]);
    expect(await changesOf({ "spec/x.yaml": other(orders) })).toEqual([
      "feature service-added",
      "breaking service-removed",
    ]);
  });

  test("a spec more is its rows, and a spec less too", async () => {
    const more = statuses
      .replaceAll("status-codes", "other-codes")
      .replace("kind: other", "kind: status")
      .replace("404", "410")
      .replace("Not Found", "Gone");
    expect(await changesOf({ ...files, "spec/d.yaml": more })).toEqual(["feature added 410"]);
  });
});

test("a service whose spec is gone that named it is told, and nothing is written", async () => {
  const cwd = await testProject({ ...files, "node_modules/.keep": "" });
  expect((await generate({ cwd })).exitCode).toBe(0);
  await rm(join(cwd, "spec/a.yaml"));
  const { exitCode, diagnostics } = await generate({ cwd });
  expect({ exitCode, rules: diagnostics.map(({ rule }) => rule) }).toEqual({
    exitCode: 2,
    rules: ["unnamed-service"],
  });
});
