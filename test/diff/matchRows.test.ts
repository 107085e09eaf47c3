import { expect, test } from "vitest";
import { buildService } from "../../generator/catalogue/buildService.js";
import { matchRows } from "../../generator/compare/matchRows.js";
import { rowsOf } from "../../generator/compare/rowsOf.js";
import type { Spec } from "../../generator/spec/definition.js";

function rows(...entries: readonly (readonly [code: string, description: string])[]) {
  const spec: Spec = {
    service: { id: "small", name: "Small" },
    page: { id: "small", title: "Codes" },
    tables: [
      {
        kind: "error-codes",
        columns: ["Error Code", "Description"],
        entries: entries.map(([code, description]) => ({ code, description })),
      },
    ],
  };
  return rowsOf(buildService(spec, "small.yaml"), "error-codes", "page");
}

function places(before: ReturnType<typeof rows>, after: ReturnType<typeof rows>) {
  const { pairs, removed, added } = matchRows(before, after);
  return {
    pairs: pairs.map(([a, b]) => [a.place.entry, b.place.entry]),
    removed: removed.map(({ place }) => place.entry),
    added: added.map(({ place }) => place.entry),
  };
}

test("rows of one code that say the same belong together, the others in their order", () => {
  const before = rows(["A", "one"], ["A", "two"], ["A", "three"]);
  const after = rows(["A", "new"], ["A", "three"], ["A", "one"]);
  expect(places(before, after)).toEqual({
    pairs: [
      [1, 0],
      [2, 1],
      [0, 2],
    ],
    removed: [],
    added: [],
  });
});

test("a row that is added above two others shifts neither the one that stays nor the one that changes", () => {
  const before = rows(["A", "one"], ["A", "two"]);
  const after = rows(["A", "new"], ["A", "one"], ["A", "two, changed"]);
  expect(places(before, after)).toEqual({
    pairs: [
      [0, 1],
      [1, 2],
    ],
    removed: [],
    added: [0],
  });
});

test("a row without a partner of its code is added or removed", () => {
  expect(places(rows(["A", "one"], ["B", "two"]), rows(["A", "one"], ["A", "more"]))).toEqual({
    pairs: [[0, 0]],
    removed: [1],
    added: [1],
  });
});

test("thousands of rows of one code in the opposite order find their partners", () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ["A", `number ${index}`] as const);
  const { pairs, removed, added } = places(rows(...many), rows(...[...many].reverse()));
  expect(pairs.every(([a, b]) => (a ?? 0) + (b ?? 0) === many.length - 1)).toBe(true);
  expect([pairs.length, removed.length, added.length]).toEqual([many.length, 0, 0]);
});
