import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { defaultConfig } from "../../generator/project/config.js";
import { lintSpecs } from "../../generator/project/lintSpecs.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { formatPretty } from "../../generator/diagnostics/formatPretty.js";
import { terminalText } from "../../generator/diagnostics/terminalText.js";
import { expectUsable } from "../diagnostics/expectUsable.js";
import { fullSpec } from "../spec/fullSpec.js";

const file = "spec/small.yaml";

/** Everything that a command does with a spec before it generates; answers what it found. */
function findingsIn(text: string): string[] {
  const sources = new Map([[file, text]]);
  const { catalogue, specs, diagnostics } = loadCatalogue([{ file, text }]);
  const all = [...diagnostics, ...lintSpecs(specs, defaultConfig)];
  for (const diagnostic of all) expectUsable(diagnostic, sources);
  expect(terminalText(formatPretty(all, sources, { color: true })).length).toBeLessThan(20_000);
  expect(catalogue === undefined).toBe(diagnostics.length > 0);
  return all.map(({ rule }) => rule);
}

/** Every place in the data of a spec, and the whole. */
function* pathsIn(data: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof data !== "object" || data === null) return;
  for (const [key, value] of Object.entries(data)) yield* pathsIn(value, [...path, key]);
}

function withValueAt(data: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const replaced = Object.entries(data as object).map(([key, inner]): [string, unknown] => [
    key,
    key === step ? withValueAt(inner, rest, value) : inner,
  ]);
  return Array.isArray(data) ? replaced.map(([, inner]) => inner) : Object.fromEntries(replaced);
}

const wrongEverywhere: readonly (readonly [string, unknown])[] = [
  ["nothing", null],
  ["a list in a list", [["x"]]],
  ["a mapping of unknown keys", { unknown: { unknown: 1 } }],
  ["a mapping with the keys that every object has", { toString: 1, constructor: { name: 1 }, valueOf: null }],
  ["a truth value", true],
  ["an empty text", ""],
];

describe.each(wrongEverywhere)("%s instead of what belongs there", (_name, value) => {
  const data: unknown = parse(fullSpec);
  // A mapping of other columns may have any key, and none.
  const paths = [...pathsIn(data)].filter((path) => !(path.at(-1) === "other"));
  test.each(paths.map((path) => [path.join(".") || "the whole", path] as const))(
    "is reported at %s",
    (_place, path) => {
      expect(findingsIn(JSON.stringify(withValueAt(data, path, value)))).not.toEqual([]);
    },
  );
});

test("the spec that is spoilt in these tests is valid", () => {
  expect(findingsIn(fullSpec)).toEqual([]);
});

describe("a file that holds no spec", () => {
  test.each([
    ["nothing at all", ""],
    ["only comments", "# one\n# two\n"],
    ["only white space", " \n\n  \n"],
    ["an empty document", "---\n...\n"],
    ["a number", "5\n"],
    ["NUL characters", "s\0p\0e\0c\0"],
  ])("that has %s gets one finding", (_case, text) => {
    expect(findingsIn(text)).toEqual(["wrong-type"]);
  });
});

describe("nesting", () => {
  const depth = 10_000;
  test.each([
    ["lists in brackets", "tables: " + "[".repeat(depth) + "]".repeat(depth)],
    ["brackets that are never closed", "tables: " + "[".repeat(depth)],
    ["mappings in braces", "service: " + "{a: ".repeat(depth) + "}".repeat(depth)],
    ["dashes", `tables:\n${"- ".repeat(depth)}x`],
    ["indented keys", Array.from({ length: 1_000 }, (_, level) => `${" ".repeat(level)}a:\n`).join("")],
  ])("of %s, thousands of levels deep, is one finding", (_case, text) => {
    expect(findingsIn(text)).toEqual(["yaml-syntax"]);
  });

  test.each(["> ", "- ", "1. ", "* "])("of the Markdown marker %j in a text is one finding", (marker) => {
    const text = fullSpec.replace("It worked.", JSON.stringify(`${marker.repeat(5_000)}deep.`));
    expect(findingsIn(text)).toEqual(["nested-text"]);
  });
});

describe("words that mean something to JavaScript", () => {
  test.each(["constructor", "toString", "hasOwnProperty", "valueOf"])("%s is a key like any other", (key) => {
    expect(findingsIn(`${fullSpec}${key}: 1\n`)).toEqual(["unknown-key"]);
    expect(findingsIn(fullSpec.replaceAll("Note", key))).toEqual([]);
  });

  test("__proto__ is refused as a key wherever it stands, and nothing is lost silently", () => {
    expect(findingsIn(`${fullSpec}__proto__: {a: 1}\n`)).toEqual(["yaml-syntax"]);
    expect(findingsIn(fullSpec.replaceAll("Note:", "__proto__:"))).toContain("yaml-syntax");
  });

  test("a table without cells for a column named constructor has empty cells there", () => {
    const text = fullSpec.replace("{ other: Note }", "{ other: Note }, { other: constructor }");
    const { catalogue } = loadCatalogue([{ file, text }]);
    expect(catalogue?.services[0]?.tables[0]?.entries[0]?.cells.at(-1)).toBe("");
  });
});
