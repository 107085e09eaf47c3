import { describe, expect, test } from "vitest";
import { defaultConventions } from "../../generator/catalogue/conventions.js";
import { entangledPrefixes, exportedNames, lookupFields } from "../../generator/catalogue/serviceNames.js";
import { fieldsWith } from "../../generator/project/declaredFields.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { specJsonSchema } from "../../generator/spec/specJsonSchema.js";

const fields = fieldsWith({
  retryable: "boolean",
  team: ["orders", "billing"],
  link: "url",
  hint: { type: "string", description: "What to try." },
});

function loaded(tables: string) {
  const text = `service: { id: orders, name: Orders }\ntables:\n${tables}`;
  return loadCatalogue([{ file: "spec/orders.yaml", text }], { ...defaultConventions, fields });
}

const errors = `  - kind: error-codes
    entries:
      - { code: A.1, status: 404, solution: "Try \`later\`.", retryable: true, other: { Owner: me } }
      - { code: A.2, message: Closed, team: billing, retryable: false, other: { constructor: you } }
`;

function serviceOf(tables: string) {
  const { catalogue, diagnostics } = loaded(tables);
  const [service] = catalogue?.services ?? [];
  if (!service) throw new Error(JSON.stringify(diagnostics));
  return service;
}

describe("a table without columns has one for each thing that one of its entries says", () => {
  test("in the order of the roles, under the usual headers, with the cells of each entry", () => {
    const [table] = serviceOf(errors).tables;
    expect(table?.columns).toEqual([
      { role: "code", header: "Error Code" },
      { role: "status", header: "Status Code" },
      { role: "message", header: "Message" },
      { role: "solution", header: "Solution" },
      { role: "other", header: "Owner" },
      { role: "other", header: "constructor" },
    ]);
    expect(table?.entries.map(({ cells }) => cells)).toEqual([
      ["A.1", "404", "", "Try `later`.", "me", ""],
      ["A.2", "", "Closed", "", "", "you"],
    ]);
  });

  test("of status codes, no column of error codes", () => {
    const [table] = serviceOf(
      "  - kind: status-codes\n    entries: [{ code: 404, description: It is gone. }]\n",
    ).tables;
    expect(table?.columns.map(({ role }) => role)).toEqual(["code", "description"]);
  });
});

test("a cell of a declared field is in words whether something is so", () => {
  const columns = "    columns: [Error Code, retryable: Retry, team: Team]\n    entries:\n";
  const spec = `  - kind: error-codes\n${columns}      - { code: A.1, retryable: true, team: orders }\n      - { code: A.2, retryable: false }\n      - { code: A.3 }\n`;
  expect(serviceOf(spec).tables[0]?.entries.map(({ cells }) => cells)).toEqual([
    ["A.1", "Yes", "orders"],
    ["A.2", "No", ""],
    ["A.3", "", ""],
  ]);
});

describe("the names that a service's TypeScript exports", () => {
  const status =
    "  - kind: status-codes\n    entries: [{ code: 404, message: Gone, description: It is gone. }]\n";

  test("are of errors alone", () => {
    const names = exportedNames(serviceOf(errors));
    expect(names).toEqual(
      expect.arrayContaining([
        "ordersPages",
        "OrdersErrorCode",
        "ordersErrorCodeA1",
        "ordersErrorCodeA2",
        "isOrdersRetryable",
        "ordersTeam",
      ]),
    );
    expect(names.filter((name) => /Status/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("are of status codes alone", () => {
    const names = exportedNames(serviceOf(status));
    expect(names).toEqual(expect.arrayContaining(["OrdersStatusCode", "ordersStatusCodeGone"]));
    expect(names.filter((name) => /Error|Retryable|Team/.test(name))).toEqual([]);
  });

  test("are of both", () => {
    const names = exportedNames(serviceOf(status + errors));
    expect(names).toEqual(
      [...new Set([...exportedNames(serviceOf(status)), ...exportedNames(serviceOf(errors))])].sort(
        (a, b) => names.indexOf(a) - names.indexOf(b),
      ),
    );
  });

  test("have a lookup for each verdict and each choice that an entry says", () => {
    expect(lookupFields(serviceOf(errors)).map(({ name }) => name)).toEqual(["retryable", "team"]);
    expect(
      lookupFields(
        serviceOf("  - kind: error-codes\n    entries: [{ code: A.1, team: orders }, { code: A.2 }]\n"),
      ).map(({ name }) => name),
    ).toEqual(["team"]);
    expect(
      lookupFields(serviceOf("  - kind: error-codes\n    entries: [{ code: A.1, hint: Wait }]\n")),
    ).toEqual([]);
  });

  test("may be those of a service with a shorter prefix", () => {
    expect(entangledPrefixes("Orders")).toEqual([]);
    expect(entangledPrefixes("StatusCode")).toEqual([]);
    expect(entangledPrefixes("FooStatusCode")).toEqual(["foo", "isFoo"]);
    expect(entangledPrefixes("FooStatusCodeErrorCode")).toEqual([
      "foo",
      "isFoo",
      "fooStatusCode",
      "isFooStatusCode",
    ]);
  });
});

describe("values of declared fields", () => {
  const said = (value: string) =>
    loaded(`  - kind: error-codes\n    entries: [{ code: A.1, ${value} }]\n`).diagnostics.map(
      ({ rule, message }) => `${rule}: ${message}`,
    );

  test.each([["retryable: true"], ["team: billing"], ["link: https://example.com"], ["hint: Wait."]])(
    "%s is one",
    (value) => {
      expect(said(value)).toEqual([]);
    },
  );

  test.each([
    ["retryable: yes please"],
    ["retryable: 1"],
    ["team: sales"],
    ["link: nowhere"],
    ["link: javascript:alert(1)"],
    ["hint: 3"],
    ["hints: Wait."],
  ])("%s is none", (value) => {
    expect(said(value)).toHaveLength(1);
  });

  test("are in the JSON Schema, with their descriptions", () => {
    const text = JSON.stringify(specJsonSchema(fields));
    const parts = [
      '"retryable":{"type":"boolean","description":"Retryable."',
      '"team":{"type":"string","enum":["orders","billing"],"description":"Team."',
      '"link":{"type":"string","pattern":"^https?',
      '"hint":{"type":"string","pattern":"\\\\S","description":"What to try."',
      "The corrections of the page's texts, by field. Default: none.",
    ];
    for (const part of parts) expect(text.includes(part), part).toBe(true);
  });
});
