import { expect, test } from "vitest";
import { hasError, placeOf, sortDiagnostics } from "../../generator/diagnostics/diagnostic.js";
import { formatDiagnostics, formats } from "../../generator/diagnostics/formatDiagnostics.js";
import { formatJson } from "../../generator/diagnostics/formatDiagnostics.js";
import { rangeIn, sample } from "./sample.js";

test("findings are sorted by file, line, column, rule and message, numbers as numbers", () => {
  const sorted = [
    sample({ file: "spec/B.yaml" }),
    sample({ file: "spec/a.yaml", range: rangeIn(2, 9, 10) }),
    sample({ file: "spec/a.yaml", range: rangeIn(2, 10, 11), rule: "a" }),
    sample({ file: "spec/a.yaml", range: rangeIn(2, 10, 11), rule: "b", message: "First." }),
    sample({ file: "spec/a.yaml", range: rangeIn(2, 10, 11), rule: "b", message: "Second." }),
    sample({ file: "spec/a.yaml", range: rangeIn(10, 1, 2) }),
    sample({ file: "spec/b.yaml" }),
  ];
  expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
});

test("a finding about the whole file comes before those inside it", () => {
  const { range: _range, ...whole } = sample();
  expect(sortDiagnostics([sample(), whole])).toEqual([whole, sample()]);
});

test("sorting leaves the list that it was given alone", () => {
  const given = [sample({ file: "b" }), sample({ file: "a" })];
  sortDiagnostics(given);
  expect(given.map(({ file }) => file)).toEqual(["b", "a"]);
});

test("only errors are errors", () => {
  expect(hasError([sample({ severity: "warning" })])).toBe(false);
  expect(hasError([sample({ severity: "warning" }), sample()])).toBe(true);
});

test("a place is what editors and terminals turn into a link", () => {
  expect(placeOf(sample())).toBe("spec/small.yaml:2:3");
  expect(placeOf({ file: "spec" })).toBe("spec");
});

test("JSON gives back the very findings", () => {
  const hostile = sample({ message: 'A "quote", \u2028, \u009b2J, \u202e, \u{e0041} and \u0000.' });
  const json = formatJson([hostile]);
  expect(JSON.parse(json)).toEqual({ diagnostics: [hostile] });
  expect(json).toMatch(/^[\n\x20-\x7e]+$/);
});

test("each format prints each finding, and ends its last line", async () => {
  const context = {
    sources: new Map<string, string>(),
    color: false,
    rules: () => Promise.resolve([]),
    version: "0",
    docsUrl: "https://docs.example",
    pathOf: () => Promise.resolve((file: string) => file),
  };
  for (const format of formats) {
    const text = await formatDiagnostics(format, [sample(), sample()], context);
    // SARIF describes the rule as well.
    expect(text.match(/unknown-key/g)).toHaveLength(format === "sarif" ? 3 : 2);
    expect(text.endsWith("\n")).toBe(true);
  }
});
