import { describe, expect, test } from "vitest";
import { changesBetween, spec } from "./twoStates.js";

const notFound = `      - code: 404
        message: Not Found
        description: It is not there.
`;
const gone = notFound.replace("404", "410").replace("Not Found", "Gone");
const full = `      - code: SHOP.2
        status: 409
        description: The cart is full.
`;

test("a spec does not differ from itself", async () => {
  expect(await changesBetween(spec, spec)).toEqual([]);
});

describe("breaking is what can stop code from compiling", () => {
  test.each([
    ["a code that is gone", notFound, "", ["breaking removed 404"]],
    [
      "a member renamed by its message",
      "message: OK",
      "message: Fine",
      ["breaking renamed 200", "fix message-changed 200 message"],
    ],
    [
      "a member renamed by its name",
      "code: SHOP.2",
      "code: SHOP.2\n        name: Full",
      ["breaking renamed SHOP.2"],
    ],
    ["another import path", "id: shop\n", "id: store\n  prefix: Shop\n", ["breaking service-id-changed"]],
    ["another prefix", "id: shop\n", "id: shop\n  prefix: Store\n", ["breaking prefix-changed"]],
  ])("%s", async (_, before, after, changes) => {
    expect(await changesBetween(spec, spec.replace(before, after))).toEqual(changes);
  });
});

describe("a feature is what was not there before", () => {
  test.each([
    ["a new code", notFound, notFound + gone, ["feature added 410"]],
    [
      "a code that is retired, since its member stays",
      full,
      `${full}        retired: 2026-01-01\n`,
      ["feature retired SHOP.2"],
    ],
  ])("%s", async (_, before, after, changes) => {
    expect(await changesBetween(spec, spec.replace(before, after))).toEqual(changes);
  });

  test("a code whose place another one takes, which is one change", async () => {
    const replaced = `${full}        retired: 2026-01-01\n        replacedBy: SHOP.3\n`;
    const after = spec.replace(full, replaced + full.replace("SHOP.2", "SHOP.3"));
    expect(await changesBetween(spec, after)).toEqual(["feature replaced SHOP.2 replacedBy"]);
    const others = full.replace("SHOP.2", "SHOP.4");
    expect(await changesBetween(spec, after + others)).toEqual([
      "feature added SHOP.4",
      "feature replaced SHOP.2 replacedBy",
    ]);
    expect(await changesBetween(after, after + others.replace("409", "410"))).toEqual([
      "feature added SHOP.4",
    ]);
  });

  test("a retired code that another one replaces since, which changes what is generated", async () => {
    const retired = spec.replace(
      full,
      `${full}        retired: 2026-01-01\n${full.replace("SHOP.2", "SHOP.3")}`,
    );
    const replaced = retired.replace("2026-01-01\n", "2026-01-01\n        replacedBy: SHOP.3\n");
    expect(await changesBetween(retired, replaced)).toEqual(["fix field-changed SHOP.2 replacedBy"]);
  });

  test("a code that is retired no more", async () => {
    const retired = spec.replace(full, `${full}        retired: 2026-01-01\n`);
    expect(await changesBetween(retired, spec)).toEqual(["feature revived SHOP.2"]);
  });
});

describe("a fix leaves the members as they are", () => {
  const another = full.replace("full", "heavy");
  test.each([
    ["other words", "It worked.", "It went well.", ["fix reworded 200 description"]],
    ["punctuation and case alone", "It worked.", "it worked!", ["fix punctuation-changed 200 description"]],
    ["another HTTP status of an error code", "409", "429", ["fix status-changed SHOP.2 status"]],
    [
      "a solution that was not there",
      full,
      `${full}        solution: Pay.\n`,
      ["fix reworded SHOP.2 solution"],
    ],
    ["one more row of a code that is there", full, full + another, ["fix row-added SHOP.2"]],
    [
      "a class of codes, which has no member",
      notFound,
      `${notFound}${notFound.replace("404", "5xx")}`,
      ["fix row-added 5xx"],
    ],
  ])("%s", async (_, before, after, changes) => {
    expect(await changesBetween(spec, spec.replace(before, after))).toEqual(changes);
  });

  test("one of the rows of a code that is gone", async () => {
    expect(await changesBetween(spec.replace(full, full + another), spec)).toEqual([
      "fix row-removed SHOP.2",
    ]);
  });

  test("a text that corrects the page, since it is generated", async () => {
    const deviation = "        deviations: { description: { original: It worked., reason: Rude. } }";
    const corrected = spec.replace("It worked.", `It worked out.\n${deviation}`);
    expect(await changesBetween(spec, corrected)).toEqual([
      "fix reworded 200 description",
      "fix deviation-changed 200 description",
    ]);
  });
});

describe("a fix changes what is generated beside the members", () => {
  const ok = `      - code: 200
        message: OK
        description: It worked.
`;
  const secondTable = `  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
`;
  const errorTable = spec.slice(spec.indexOf("  - kind: error-codes"));
  const statusTable = spec.slice(spec.indexOf("  - kind: status-codes"), spec.indexOf(errorTable));
  test.each([
    ["markup", "It worked.", "It **worked**.", ["fix markup-changed 200 description"]],
    ["order", ok + notFound, notFound + ok, ["fix reordered"]],
    ["the order of tables", statusTable + errorTable, errorTable + statusTable, ["fix reordered"]],
    ["a table that is divided", notFound, secondTable + notFound, ["fix columns-changed", "fix reordered"]],
    [
      "headers of columns",
      "Status Code, Error Code",
      "HTTP Status Code, Error Code",
      ["fix columns-changed"],
    ],
    ["a table's label", "label: first", "label: second", ["fix label-changed"]],
    ["a table's title", "title: Status codes", "title: All codes", ["fix table-title-changed"]],
    ["a table's lead", "These are all.", "These are some.", ["fix surroundings-changed"]],
    ["the page's title", "title: Codes", "title: All codes", ["fix title-changed"]],
    ["the page's name", "id: shop-codes\n", "id: shop-page\n", ["fix page-renamed", "fix label-changed"]],
    ["the service's name", "name: Shop\n", "name: Store\n", ["fix name-changed"]],
    [
      "the page's digest",
      "title: Codes",
      `title: Codes\n  digest: sha256:${"0".repeat(64)}`,
      ["fix field-changed page.digest"],
    ],
  ])("%s", async (_, before, after, changes) => {
    expect(await changesBetween(spec, spec.replace(before, after))).toEqual(changes);
  });

  const deviating = spec.replace(
    "It worked.",
    "It worked.\n        deviations: { description: { original: It workd., reason: A slip. } }",
  );
  const retired = spec.replace(full, `${full}        retired: 2026-01-01\n`);
  test.each([
    ["the reason of a deviation", deviating, "A slip.", "A typo.", "200 deviations.description.reason"],
    ["since when a code is retired", retired, "2026-01-01", "2026-01-02", "SHOP.2 retired"],
  ])("%s", async (_, from, before, after, field) => {
    expect(await changesBetween(from, from.replace(before, after))).toEqual([`fix field-changed ${field}`]);
  });
});

describe("none is what programs cannot see", () => {
  test.each([
    ["the page's label", "shop-label", "shop-mark", ["none label-changed"]],
    ["markup of a message", "Not Found", "Not *Found*", ["none markup-changed 404 message"]],
    [
      "text after the tables",
      "title: Codes",
      "title: Codes\n  after: The end.",
      ["none surroundings-changed"],
    ],
    [
      "the number in a table's title",
      "label: first",
      "label: first\n    number: 7",
      ["none field-changed tables[0].number"],
    ],
    [
      "the role of a column that its header tells anyway",
      "Status Code, Message, Description",
      "Status Code, { message: Message }, Description",
      ["none field-changed tables[0].columns"],
    ],
    [
      "a name that the message gives anyway",
      "message: OK",
      "message: OK\n        name: Ok",
      ["none field-changed 200 name"],
    ],
    [
      "markup of a message, whatever else changes in its row",
      "message: Not Found\n        description: It is not there.",
      "message: Not *Found*\n        description: It is nowhere.",
      ["none markup-changed 404 message", "fix reworded 404 description"],
    ],
  ])("%s", async (_, before, after, changes) => {
    expect(await changesBetween(spec, spec.replace(before, after))).toEqual(changes);
  });

  test.each([
    [
      "a text in another of YAML's notations",
      "description: It worked.",
      "description: |\n          It worked.",
    ],
    ["fields in another order", "id: shop\n  name: Shop", "name: Shop\n  id: shop"],
  ])("%s is no change", async (_, before, after) => {
    expect(await changesBetween(spec, spec.replace(before, after))).toEqual([]);
  });

  test("the same title at another table is a change of both tables", async () => {
    const untitled = spec.replace("    title: Status codes\n", "");
    const moved = untitled.replace("  - kind: error-codes", "  - kind: error-codes\n    title: Status codes");
    expect(await changesBetween(spec, moved)).toEqual([
      "fix field-changed tables[0].title",
      "fix field-changed tables[1].title",
    ]);
  });
});
