import { describe, expect, test } from "vitest";
import { errorCodesOf, statusCodesOf } from "../../generator/catalogue/codes.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";

const head = `service: { id: small, name: Small Service }
page: { id: small, title: Codes }
tables:
`;
const statusTable = (...rows: readonly string[]) =>
  `  - kind: status-codes\n    columns: [Status Code, Message, Description]\n    entries:\n${lines(rows)}`;
const errorTable = (...rows: readonly string[]) =>
  `  - kind: error-codes\n    columns: [Status Code, Error Code, Module, Error Message]\n    entries:\n${lines(rows)}`;
const lines = (rows: readonly string[]) => rows.map((row) => `      - ${row}\n`).join("");

const load = (...tables: readonly string[]) =>
  loadCatalogue([{ file: "spec/small.yaml", text: head + tables.join("") }]);

function serviceOf(...tables: readonly string[]) {
  const { catalogue, diagnostics } = load(...tables);
  expect(diagnostics).toEqual([]);
  const service = catalogue?.services[0];
  if (!service) throw new Error("The spec is not valid.");
  return service;
}

const found = (...tables: readonly string[]) =>
  load(...tables).diagnostics.map(({ rule, range }) => `${range?.start.line} ${rule}`);

test("a page may have several tables of both kinds, in any order", () => {
  const service = serviceOf(
    errorTable("{ code: A.1, message: It failed. }"),
    statusTable("{ code: 404, description: It is not there. }"),
    errorTable("{ code: A.2, message: It failed again. }"),
    statusTable("{ code: 200, description: It worked. }"),
  );
  expect(service.tables.map(({ kind }) => kind)).toEqual([
    "error-codes",
    "status-codes",
    "error-codes",
    "status-codes",
  ]);
  expect(errorCodesOf(service).map(({ code }) => code)).toEqual(["A.1", "A.2"]);
  expect(statusCodesOf(service).map(({ value }) => value)).toEqual([200, 404]);
});

describe("an error code that stands several times", () => {
  const under = (status: number, module: string) =>
    `{ code: A.1, status: ${status}, module: ${module}, message: It failed. }`;

  test("under different modules or statuses is one code with several entries", () => {
    const service = serviceOf(
      errorTable(under(400, "One"), under(404, "One")),
      errorTable(under(400, "Two")),
    );
    const [code, ...others] = errorCodesOf(service);
    expect(others).toEqual([]);
    expect(code?.entries.map(({ status, module }) => `${status} ${module}`)).toEqual([
      "400 One",
      "404 One",
      "400 Two",
    ]);
  });

  test("with nothing to tell the entries apart is a duplicate, in another table too", () => {
    expect(found(errorTable(under(400, "One"), under(400, "One")))).toEqual(["8 duplicate-code"]);
    expect(found(errorTable(under(400, "One")), errorTable(under(400, "One")))).toEqual([
      "11 duplicate-code",
    ]);
  });

  test("is a duplicate whatever the order of its fields", () => {
    const other = "{ message: It failed., module: One, status: 400, code: A.1 }";
    expect(found(errorTable(under(400, "One"), other))).toEqual(["8 duplicate-code"]);
  });
});

test("a status code stands once in a table", () => {
  const row = "{ code: 200, description: It worked. }";
  expect(found(statusTable(row, row))).toHaveLength(1);
});

test("a status code that stands in two tables is one code with both descriptions", () => {
  const service = serviceOf(
    statusTable("{ code: 200, description: It was read. }"),
    statusTable("{ code: 200, description: It was written. }"),
  );
  expect(statusCodesOf(service)).toMatchObject([
    { value: 200, description: "It was read.\n\nIt was written." },
  ]);
});

test("a list of codes gives each of them, a class or a word gives none", () => {
  const service = serviceOf(
    statusTable(
      "{ code: 400/404, description: It failed. }",
      "{ code: 5xx, description: We failed. }",
      "{ code: default, description: Something else. }",
    ),
  );
  expect(statusCodesOf(service).map(({ value, name }) => [value, name])).toEqual([
    [400, "BadRequest"],
    [404, "NotFound"],
  ]);
});

test("a status code and an error code may have one name: they are different enums", () => {
  serviceOf(
    statusTable("{ code: 404, description: Gone. }"),
    errorTable("{ code: NotFound, message: Gone. }"),
  );
});

describe("a name that was used once is never used for another code", () => {
  test.each([
    [
      "first",
      ["{ code: 404, description: A., retired: '2' }", "{ code: 410, name: NotFound, description: B. }"],
    ],
    [
      "last",
      ["{ code: 410, name: NotFound, description: B. }", "{ code: 404, description: A., retired: '2' }"],
    ],
  ])("where the retired one stands %s", (_place, rows) => {
    const { diagnostics } = load(statusTable(...rows));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["name-clash"]);
    expect(diagnostics[0]?.help).toContain("retired");
    expect(diagnostics[0]?.related).toHaveLength(1);
  });

  test("of an error code neither", () => {
    expect(found(errorTable("{ code: A.1, retired: '2' }", "{ code: A-1 }"))).toEqual(["8 name-clash"]);
  });
});

test("adding an entry renames no other", () => {
  const rows = [
    "{ code: 404, message: Gone, description: A. }",
    "{ code: 299, message: Fine, description: B. }",
  ];
  const added = "{ code: 200, message: Good, description: C. }";
  const namesOf = (...all: readonly string[]) =>
    new Map(statusCodesOf(serviceOf(statusTable(...all))).map(({ code, name }) => [code, name]));
  const before = namesOf(...rows);
  const after = namesOf(added, ...rows);
  for (const [code, name] of before) expect(after.get(code)).toBe(name);
  expect(after.size).toBe(3);
});
