import type { Log, Run } from "sarif";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/index.js";
import type { SourceTexts } from "../../generator/diagnostics/diagnostic.js";
import { formatSarif } from "../../generator/diagnostics/formatSarif.js";
import { rules } from "../../generator/rules/registry.js";
import { rangeIn, sample } from "./sample.js";

const docsUrl = "https://docs.example";

function runOf(diagnostics: readonly Diagnostic[], sources: SourceTexts = new Map()): Run {
  const pathOf = (file: string) => file;
  const log = JSON.parse(
    formatSarif(diagnostics, { rules, version: "1.2.3", sources, docsUrl, pathOf }),
  ) as Log;
  expect(log.version).toBe("2.1.0");
  expect(log.$schema).toMatch(/^https:.*sarif-schema-2\.1\.0\.json$/);
  const [run, ...others] = log.runs;
  expect(others).toEqual([]);
  if (!run) throw new Error("The log has no run.");
  return run;
}

test("names the tool, its version, and how columns are counted", () => {
  const { tool, columnKind } = runOf([]);
  expect(tool.driver).toEqual({
    name: "statusgen",
    version: "1.2.3",
    informationUri: docsUrl,
    rules: [],
  });
  expect(columnKind).toBe("utf16CodeUnits");
});

test("describes each rule that found something, once", () => {
  const { tool, results } = runOf([sample(), sample({ rule: "full-stop", severity: "warning" }), sample()]);
  expect(tool.driver.rules?.map(({ id }) => id)).toEqual(["unknown-key", "full-stop"]);
  for (const { id, shortDescription, fullDescription, help, helpUri } of tool.driver.rules ?? []) {
    expect(shortDescription?.text).toMatch(/^[A-Z].*\.$/);
    expect(fullDescription).toEqual(shortDescription);
    expect(helpUri).toBe(`${docsUrl}/rules.md#${id}`);
    expect(help?.text).toContain(helpUri);
  }
  expect(results?.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
    ["unknown-key", 0, "error"],
    ["full-stop", 1, "warning"],
    ["unknown-key", 0, "error"],
  ]);
});

test("points at the spec's row, and at the second place", () => {
  const related = [{ message: "It is first used here.", file: "spec/b.yaml", range: rangeIn(9, 1, 4) }];
  const [result] = runOf([sample({ related })]).results ?? [];
  expect(result?.message.text).toBe('The key "nmae" is not known here. Use one of: id, name.');
  expect(result?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "spec/small.yaml" },
        region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 7 },
      },
    },
  ]);
  expect(result?.relatedLocations).toEqual([
    {
      id: 0,
      message: { text: "It is first used here." },
      physicalLocation: {
        artifactLocation: { uri: "spec/b.yaml" },
        region: { startLine: 9, startColumn: 1, endLine: 9, endColumn: 4 },
      },
    },
  ]);
});

test("points at the first line for a finding about a whole file", () => {
  const { range: _range, ...whole } = sample();
  const [result] = runOf([whole]).results ?? [];
  expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1 });
});

describe("a fingerprint", () => {
  const line = "  nmae: Small Service";
  const fingerprintsOf = (diagnostics: readonly Diagnostic[], text: string) =>
    runOf(diagnostics, new Map([["spec/small.yaml", text]])).results?.map(
      ({ partialFingerprints }) => partialFingerprints?.["primaryLocationLineHash"],
    );

  test("stays when lines above come or go", () => {
    const moved = sample({ range: rangeIn(4, 3, 7) });
    expect(fingerprintsOf([moved], `service:\n\n\n${line}\n`)).toEqual(
      fingerprintsOf([sample()], `service:\n${line}\n`),
    );
  });

  test("differs where the line, the sentence or the rule differs, and of two equal ones", () => {
    const all = fingerprintsOf(
      [
        sample(),
        sample(),
        sample({ rule: "full-stop" }),
        sample({ message: "Another." }),
        sample({ range: rangeIn(3, 3, 7) }),
      ],
      `service:\n${line}\n  id: small\n`,
    );
    expect(new Set(all)).toHaveLength(5);
  });
});

describe("a path", () => {
  test.each(["spec/with space.yaml", "spec/#1 100%?.yaml", "spec/größe/日本.yaml", "spec/a:b.yaml"])(
    "that is %j is a URI that gives it back",
    (file) => {
      const [result] = runOf([sample({ file })]).results ?? [];
      const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? "";
      expect(uri).toMatch(/^[\w./%~!*'()-]+$/);
      const url = new URL(uri, "file:///root/");
      expect(decodeURIComponent(url.pathname)).toBe(`/root/${file}`);
      expect(url.search + url.hash).toBe("");
    },
  );
});
