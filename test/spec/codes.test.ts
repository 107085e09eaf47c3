import { describe, expect, test } from "vitest";
import type { Entry } from "../../generator/index.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { specWith } from "./specWith.js";

function entriesOf(text: string) {
  const { catalogue, diagnostics } = loadCatalogue([{ file: "spec/small.yaml", text }]);
  expect(diagnostics).toEqual([]);
  return catalogue?.services[0]?.tables.flatMap((table): readonly Entry[] => table.entries) ?? [];
}

function errorCodes(...codes: readonly string[]) {
  const entries = codes.map((code, index) => `- code: ${code}\n  name: Name${index}\n`).join("");
  return entriesOf(specWith({ kind: "error-codes", columns: "[Error Code]", entries }));
}

describe("an error code is the text that stands in the file", () => {
  test.each([
    "0400",
    "404.10",
    "1e3",
    "0x1F",
    "0o17",
    "1_000",
    "+1",
    "-0",
    "1.",
    ".5",
    "2024-01-01",
    "01:30:00",
  ])("%s, without quotes and with either", (code) => {
    expect(errorCodes(code).map((entry) => entry.code)).toEqual([code]);
    expect(errorCodes(`"${code}"`).map((entry) => entry.code)).toEqual([code]);
    expect(errorCodes(`'${code}'`).map((entry) => entry.code)).toEqual([code]);
  });

  test.each([".inf", ".nan", "99999999999999999999", "0.1000000000000000055"])(
    "%s, which no number holds",
    (code) => {
      expect(errorCodes(code).map((entry) => entry.code)).toEqual([code]);
    },
  );

  test("so codes that are equal as numbers are different codes", () => {
    expect(errorCodes("1000", "1e3", "01000", "1000.0").map((entry) => entry.code)).toEqual([
      "1000",
      "1e3",
      "01000",
      "1000.0",
    ]);
  });

  test("whatever version of YAML the file asks for", () => {
    const text = specWith({
      kind: "error-codes",
      columns: "[Error Code]",
      entries: "- code: 0777\n- code: yes\n",
    });
    expect(entriesOf(`%YAML 1.1\n---\n${text}`).map((entry) => entry.code)).toEqual(["0777", "yes"]);
  });
});

test("a status code is the same with quotes and without", () => {
  const spec = (code: string) => specWith({ entries: `- code: ${code}\n  description: It is not there.\n` });
  expect(entriesOf(spec('"404"'))).toEqual(entriesOf(spec("404")));
  expect(entriesOf(spec("404"))[0]).toMatchObject({ code: "404", values: [404], name: "NotFound" });
});

test.each(["404.0", "0404", "4e2", "0x194", "404 ", "-404", "99", "600", "1000"])(
  "a status code cannot be written %j",
  (code) => {
    const entries = `- code: "${code}"\n  description: It is not there.\n`;
    const { diagnostics } = loadCatalogue([{ file: "spec/small.yaml", text: specWith({ entries }) }]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["malformed-code"]);
  },
);

describe("the status of an error code", () => {
  const rulesOf = (status: string) => {
    const entries = `- code: A.1\n  status: ${status}\n`;
    const text = specWith({ kind: "error-codes", columns: "[Status Code, Error Code]", entries });
    return loadCatalogue([{ file: "spec/small.yaml", text }]).diagnostics.map(({ rule }) => rule);
  };

  test.each([
    "400",
    "400/404",
    "400, 404",
    "400 or 404",
    "4xx",
    "5XX",
    '"4*xx*"',
    "301 Moved Permanently",
    "401Unauthorized",
    '"-"',
    "–",
    "N/A",
    "n/a",
    "None",
    '"`400`"',
  ])("can be written as pages do: %s", (status) => {
    expect(rulesOf(status)).toEqual([]);
  });

  test.each(["999", "0", "99", "600", "4000", "0400", "400/999", "404.10", "abc", "x4", "6xx", "--"])(
    "is no status: %s",
    (status) => {
      expect(rulesOf(status)).toEqual(["malformed-code"]);
    },
  );

  test("that is blank is empty, as any text", () => {
    expect(rulesOf('" "')).toEqual(["empty-text"]);
  });

  test("is looked at in a moment, however long it is", () => {
    expect(rulesOf(`${"400/".repeat(20_000)}999`)).toEqual(["malformed-code"]);
  });
});

test("status and retired are read as text too", () => {
  const entries =
    "- code: A.1\n  status: 400\n  retired: 2.10\n- code: A.2\n  status: 400/404\n  retired: 2024-01-01\n";
  const columns = "[Status Code, Error Code]";
  expect(entriesOf(specWith({ kind: "error-codes", columns, entries }))).toMatchObject([
    { status: "400", retired: "2.10" },
    { status: "400/404", retired: "2024-01-01" },
  ]);
});
