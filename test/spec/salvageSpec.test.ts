import { describe, expect, test } from "vitest";
import { salvageSpec } from "../../generator/spec/salvageSpec.js";

const service = { id: "shop", name: "Shop", prefix: "Shop" };
const page = { id: "shop_1", title: "Codes" };
const good = { code: "200", description: "It worked." };
const table = { kind: "status-codes", columns: ["Status Code", "Description"], entries: [good] };

describe("nothing can be read", () => {
  test.each([
    ["of what is no mapping", "text"],
    ["of a list", [table]],
    ["of nothing", null],
    ["of a spec without tables", { service, page }],
    ["of tables that are none", { service, page, tables: "none" }],
    ["of no table", { service, page, tables: [] }],
    ["of tables of unknown kinds", { service, page, tables: [5, null, { ...table, kind: "codes" }] }],
  ])("%s", (_what, data) => {
    expect(salvageSpec(data, "?0")).toBeUndefined();
  });
});

describe("the head of a spec", () => {
  const headOf = (data: object) => salvageSpec({ tables: [table], ...data }, "?0")?.spec;

  test("is taken where it is right", () => {
    expect(headOf({ service, page })).toMatchObject({ service, page });
  });

  test("is stood in for where it is not there", () => {
    expect(headOf({})?.service).toEqual({ id: "?0", name: "?", prefix: "?0" });
    expect(headOf({ page: [] })?.page).toEqual({ id: "page", title: "?" });
    expect(headOf({})?.page).toBeUndefined();
  });

  test("keeps the id of a service whose name cannot be read", () => {
    expect(headOf({ service: { ...service, name: 5 } })?.service).toEqual({
      id: "shop",
      name: "?",
    });
    expect(headOf({ service: { id: "Shop", name: "Shop" } })?.service).toEqual({
      id: "?0",
      name: "?",
      prefix: "?0",
    });
  });

  test("adds nothing to a service without a prefix", () => {
    expect(headOf({ service: { id: "shop", name: "Shop" } })?.service).toEqual({ id: "shop", name: "Shop" });
  });
});

describe("the tables", () => {
  const salvaged = (...tables: readonly unknown[]) => salvageSpec({ service, page, tables }, "?0");

  test("that can be read are left, and told by where they stand in the file", () => {
    const { spec, indexes } = salvaged({ ...table, kind: "codes" }, table) ?? {};
    expect(spec?.tables).toEqual([table]);
    expect(indexes).toEqual([{ table: 1, lacksColumns: false, entries: [{ index: 0, unread: [] }] }]);
  });

  test("whose entries are none have none", () => {
    expect(salvaged({ ...table, entries: "none" })?.spec.tables).toEqual([{ ...table, entries: [] }]);
  });

  test("have a column for each field of their kind where theirs cannot be read", () => {
    const { spec, indexes } =
      salvaged({ ...table, columns: 5 }, { ...table, kind: "error-codes", columns: [] }) ?? {};
    expect(spec?.tables.map(({ columns }) => columns)).toEqual([
      [{ code: "code" }, { message: "message" }, { description: "description" }, { solution: "solution" }],
      ["code", "status", "module", "message", "description", "solution"].map((role) => ({ [role]: role })),
    ]);
    expect(indexes?.map(({ lacksColumns }) => lacksColumns)).toEqual([true, true]);
  });
});

describe("an entry", () => {
  const entriesOf = (...entries: readonly unknown[]) => {
    const { spec, indexes } = salvageSpec({ service, page, tables: [{ ...table, entries }] }, "?0") ?? {};
    return { data: spec?.tables[0]?.entries, places: indexes?.[0]?.entries };
  };

  test("that can be read is left, and told by where it stands in its table", () => {
    expect(entriesOf(5, good, { code: "999", description: "A." })).toEqual({
      data: [good],
      places: [{ index: 1, unread: [] }],
    });
  });

  test("is left without the fields that cannot be read, which are named", () => {
    expect(entriesOf({ ...good, name: "4xx", message: 5, unknown: 1 })).toEqual({
      data: [good],
      places: [{ index: 0, unread: ["name", "message", "unknown", "description"] }],
    });
  });

  test("has a description in the place of one that cannot be read", () => {
    expect(entriesOf({ code: "200", description: 5 }).data).toEqual([{ code: "200", description: "?" }]);
  });

  test("names the fields that have no value, such as aliases", () => {
    expect(entriesOf({ ...good, message: undefined }).places).toEqual([{ index: 0, unread: ["message"] }]);
    expect(entriesOf({ ...good, message: undefined, name: "4xx" }).places?.[0]?.unread).toContain("message");
  });
});

describe("what a table says of its codes", () => {
  const tableOf = (said: object) =>
    salvageSpec({ service, tables: [{ ...table, ...said }] }, "?0")?.spec.tables[0];

  test.each([
    { names: "message" },
    { names: "code" },
    { values: "number" },
    { names: "code", values: "number" },
  ])("is taken where it is right: %j", (said) => {
    expect(tableOf(said)).toMatchObject(said);
  });

  test.each([{ names: "title" }, { values: "text" }, { values: 1 }, { names: ["code"] }])(
    "is left out where it is not: %j",
    (said) => {
      const { names, values } = (tableOf(said) ?? {}) as {
        readonly names?: unknown;
        readonly values?: unknown;
      };
      expect({ names, values }).toEqual({ names: undefined, values: undefined });
    },
  );
});

test("entries that are no list are none", () => {
  expect(
    salvageSpec({ service, tables: [table, { ...table, entries: "none" }] }, "?0")?.spec.tables.map(
      ({ entries }) => entries,
    ),
  ).toEqual([[good], []]);
});
