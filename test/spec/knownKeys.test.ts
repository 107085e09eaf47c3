import { expect, test } from "vitest";
import { knownKeys } from "../../generator/spec/knownKeys.js";
import type { Path } from "../../generator/spec/yamlSource.js";

const statusEntry = [
  "code",
  "name",
  "message",
  "description",
  "solution",
  "replacedBy",
  "other",
  "spans",
  "retired",
  "deviations",
];

test.each<[string, Path, unknown, readonly string[]]>([
  ["the whole", [], {}, ["service", "page", "tables"]],
  [
    "a part, whatever stands in it",
    ["service"],
    { service: { kind: "x" } },
    ["id", "name", "prefix", "names"],
  ],
  [
    "an entry of a table of status codes",
    ["tables", 0, "entries", 0],
    { tables: [{ kind: "status-codes", entries: [{}] }] },
    statusEntry,
  ],
  [
    "the deviations of an error code",
    ["tables", 0, "entries", 0, "deviations"],
    { tables: [{ kind: "error-codes", entries: [{ deviations: {} }] }] },
    ["message", "description", "solution"],
  ],
  [
    "a column",
    ["tables", 0, "columns", 0],
    { tables: [{ kind: "error-codes", columns: [{}] }] },
    ["code", "codeAndMessage", "status", "module", "message", "description", "solution", "other"],
  ],
  ["a table of no kind", ["tables", 0], { tables: [{}] }, []],
  ["a table that is nothing", ["tables", 0], { tables: [null] }, []],
  ["what the language does not know", ["unknown"], { unknown: {} }, []],
  ["what stands in a text", ["service", "id", "x"], { service: { id: { x: {} } } }, []],
])("the keys of %s", (_place, path, data, keys) => {
  expect(knownKeys(path, data)).toEqual(keys);
});
