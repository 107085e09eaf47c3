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
      "none deviation-changed 200 description",
    ]);
  });
});

describe("none is what programs cannot see", () => {
  const ok = `      - code: 200
        message: OK
        description: It worked.
`;
  const errorTable = spec.slice(spec.indexOf("  - kind: error-codes"));
  const statusTable = spec.slice(spec.indexOf("  - kind: status-codes"), spec.indexOf(errorTable));
  test.each([
    ["markup", "It worked.", "It **worked**.", ["none markup-changed 200 description"]],
    ["order", ok + notFound, notFound + ok, ["none reordered"]],
    ["the order of tables", statusTable + errorTable, errorTable + statusTable, ["none reordered"]],
    [
      "headers of columns",
      "Status Code, Error Code",
      "HTTP Status Code, Error Code",
      ["none columns-changed"],
    ],
    ["the page's label", "shop-label", "shop-mark", ["none label-changed"]],
    ["a table's label", "label: first", "label: second", ["none label-changed"]],
    ["a table's title", "title: Status codes", "title: All codes", ["none table-title-changed"]],
    ["the page's title", "title: Codes", "title: All codes", ["none title-changed"]],
    ["the page's name", "id: shop-codes\n", "id: shop-page\n", ["none page-renamed", "none label-changed"]],
    ["the service's name", "name: Shop\n", "name: Store\n", ["none name-changed"]],
    ["what stands around the tables", "These are all.", "These are some.", ["none surroundings-changed"]],
  ])("%s", async (_, before, after, changes) => {
    expect(await changesBetween(spec, spec.replace(before, after))).toEqual(changes);
  });
});
