import { parseSpec } from "../../generator/spec/definition.js";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { fullSpec } from "./fullSpec.js";

type Path = readonly (string | number)[];
type Tree = Record<string | number, unknown>;

/** Whether the spec that has everything is still one with another value at a place of it. */
function isSpecWith(path: Path, value: unknown): boolean {
  const data = parse(fullSpec, { intAsBigInt: false }) as Tree;
  const parent = path.slice(0, -1).reduce((node, step) => node[step] as Tree, data);
  parent[path.at(-1) ?? ""] = value;
  const text = stringify(data, { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
  return "spec" in parseSpec(parseYaml("spec/small.yaml", text));
}

const first = ["tables", 0, "entries", 0];

describe.each<[string, Path, readonly string[], readonly string[]]>([
  [
    "a service's id is a safe name of a folder",
    ["service", "id"],
    ["a", "apig", "a1", "a-b-c", "dns2-zone", "x".repeat(100), "console", "com10", "jsonx", "doc"],
    ["", "A", "1a", "a_b", "a--b", "-a", "a-", "a b", "a.b", "x".repeat(101), "a\n", "con", "nul", "com1"],
  ],
  [
    "a service's id is no other name in the output folder",
    ["service", "id"],
    ["documents"],
    ["docs", "index", "json", "pages", "rfc9110", "schema"],
  ],
  [
    "a prefix is an identifier that begins with a capital",
    ["service", "prefix"],
    ["A", "Apig", "DNSZone", "A1b2"],
    ["", "apig", "1A", "A-b", "A_b", "A b", "Apig\n"],
  ],
  [
    "a name is an identifier",
    [...first, "name"],
    ["a", "A", "_", "$", "a1", "a_b$c9"],
    ["", "1a", "a-b", "a b", "ä", "a\n"],
  ],
  [
    "a page's id is a safe name of a file",
    ["page", "id"],
    ["a", "9", "ErrorCode", "a.b_c-d", "console", "com10", "x".repeat(100), "a.html.b"],
    ["", ".a", "-a", "a/b", "a b", "a.html", "con", "CON", "Nul.txt", "lpt9", "aux", "prn", "x".repeat(101)],
  ],
  [
    "a source is one line",
    ["page", "source"],
    ["page.rst", "../a b/ü.rst", "https://example.com/page.rst?raw=1"],
    ["", " ", "a\nb", "a\r"],
  ],
  [
    "a digest is a SHA-256 in hexadecimal",
    ["page", "digest"],
    [`sha256:${"0f".repeat(32)}`],
    [
      "",
      "0f".repeat(32),
      `sha256:${"0f".repeat(31)}`,
      `sha256:${"0F".repeat(32)}`,
      `sha256:${"0".repeat(65)}`,
      `x sha256:${"0f".repeat(32)}`,
    ],
  ],
  [
    "a status code is a code, a list, a class or a word",
    [...first, "code"],
    [
      "100",
      "599",
      "400/404",
      "400, 404",
      "400 or 404",
      "400 / 404/410",
      "4xx",
      "5XX",
      "4*xx*",
      "default",
      "Other codes",
      "N/A",
      "-",
      "–",
      "—",
    ],
    [
      "",
      "99",
      "600",
      "1000",
      "040",
      "400/",
      "/404",
      "400 404",
      "400 and 404",
      "4xX",
      "6xx",
      "4x",
      "xx4",
      "404a",
      "--",
      " default",
      "404.0",
    ],
  ],
  [
    "since when a code is retired is a version or a date",
    [...first, "retired"],
    [
      "1",
      "1.2",
      "v3",
      "2.0.0",
      "2.0.0-beta.1",
      "999",
      "2024",
      "2024-11",
      "2024-11-06",
      "2024.1",
      "v2024.10.2",
      "2024-12-31",
      "2024-01-10",
    ],
    [
      "",
      "soon",
      "1.",
      ".1",
      "v",
      "1..2",
      "2024-13",
      "2024-00",
      "2024-1",
      "2024-11-00",
      "2024-11-32",
      "2024-11-6",
      "20241",
      "v2024",
      "1.2-",
      "1.2-1",
      "1.2 ",
      "x1",
    ],
  ],
  [
    "a table's number is a number",
    ["tables", 0, "number"],
    ["0", "12"],
    ["", "-1", "1.5", "one", "1a", "a1"],
  ],
  ["a text says something", ["service", "name"], ["x", " x ", "\n漢"], ["", " ", "\n\t", "\u00a0"]],
  ["an error code says something", ["tables", 1, "entries", 0, "code"], ["0", "A B"], ["", " "]],
])("%s", (_rule, path, right, wrong) => {
  test.each(right)("%j is one", (value) => {
    expect(isSpecWith(path, value)).toBe(true);
  });
  test.each(wrong)("%j is none", (value) => {
    expect(isSpecWith(path, value)).toBe(false);
  });
});

describe("a text", () => {
  const isText = (text: string) => isSpecWith([...first, "description"], text);

  test.each([
    ["lists in lists", "- "],
    ["lists with the other bullets", "* "],
    ["a third bullet", "+ "],
    ["numbered lists", "12. "],
    ["numbered lists with brackets", "3) "],
    ["quotes in quotes", ">"],
    ["quotes with blanks between them", "> "],
    ["lists and quotes by turns", "  - > "],
  ])("may have %s, though not dozens", (_what, mark) => {
    expect(isText(`${mark.repeat(10)}x`)).toBe(true);
    expect(isText(`${mark.repeat(24)}x`)).toBe(false);
    expect(isText(`A line.\n${mark.repeat(30)}x`)).toBe(false);
  });

  test("may have as many such signs as it likes within a line", () => {
    expect(isText(`A ${"- ".repeat(50)}`)).toBe(true);
    expect(isText("-".repeat(50))).toBe(true);
    expect(isText("1.".repeat(50))).toBe(true);
    expect(isText("12.5 ".repeat(50))).toBe(true);
  });

  test("is not indented by as much as a line is wide", () => {
    expect(isText(`- a\n${" ".repeat(60)}b`)).toBe(true);
    expect(isText(`- a\n${" ".repeat(100)}b`)).toBe(false);
    expect(isText(`a${" ".repeat(100)}b`)).toBe(true);
  });
});

describe("a column", () => {
  const isColumn = (column: unknown) => isSpecWith(["tables", 0, "columns", 3], column);

  test.each([
    ["a header", "Note", true],
    ["one role and its header", { other: "Note" }, true],
    ["no role", {}, false],
    ["two roles", { other: "Note", module: "Part" }, false],
    ["an unknown role", { remark: "Note" }, false],
    ["a role and no header", { other: "" }, true],
    ["a blank header", { other: " " }, false],
    ["no header and no role", "", false],
    ["a blank header without a role", " ", false],
  ])("that is %s", (_what, column, isOne) => {
    expect(isColumn(column)).toBe(isOne);
  });
});

describe("what a spec cannot be without", () => {
  test.each<[Path]>([
    [["service"]],
    [["service", "id"]],
    [["page", "id"]],
    [["page", "title"]],
    [["tables"]],
    [["tables", 0, "kind"]],
    [["tables", 0, "entries"]],
    [[...first, "code"]],
    [[...first, "description"]],
    [["tables", 1, "entries", 0, "code"]],
    [[...first, "deviations", "description", "original"]],
    [[...first, "deviations", "description", "reason"]],
  ])("%j", (path) => {
    expect(isSpecWith(path, undefined)).toBe(false);
  });

  test.each<[Path]>([
    [["tables"]],
    [["tables", 0, "columns"]],
    [["tables", 0, "entries"]],
    [["tables", 0, "spans"]],
  ])("%j is not an empty list", (path) => {
    expect(isSpecWith(path, [])).toBe(false);
  });
});

describe("what a spec may leave out or have", () => {
  test.each<[Path]>([
    [["service", "prefix"]],
    [["tables", 0, "label"]],
    [["tables", 0, "lead"]],
    [[...first, "name"]],
    [[...first, "message"]],
    [[...first, "other"]],
    [[...first, "retired"]],
    [[...first, "deviations"]],
    [["tables", 1, "entries", 0, "status"]],
    [["tables", 1, "entries", 0, "description"]],
    [["tables", 1, "entries", 0, "solution"]],
  ])("%j may be left out", (path) => {
    expect(isSpecWith(path, undefined)).toBe(true);
  });

  test.each<[Path, unknown]>([
    [["page", "label"], "there"],
    [["page", "after"], "More."],
    [["tables", 0, "before"], "Less."],
    [["tables", 0, "section"], "All"],
    [["tables", 0, "item"], "Normal"],
    [["tables", 0, "headless"], true],
    [["tables", 0, "spans"], ["code"]],
    [
      ["tables", 0, "spans"],
      ["code", { other: "Note" }],
    ],
    [
      [...first, "spans"],
      ["message", { other: "Note" }],
    ],
    [[...first, "spans"], []],
    [[...first, "deviations", "message"], { original: "Ok", reason: "Case." }],
    [["tables", 1, "entries", 0, "deviations"], { solution: { original: "No", reason: "Wrong." } }],
  ])("%j may be there", (path, value) => {
    expect(isSpecWith(path, value)).toBe(true);
  });

  test.each<[Path, unknown]>([
    [["tables", 0, "headless"], "yes"],
    [["tables", 0, "spans"], ["remark"]],
    [["tables", 0, "spans"], [{ message: "Message" }]],
    [[...first, "spans"], ["remark"]],
    [["unknown"], 1],
    [["service", "unknown"], 1],
    [["page", "unknown"], 1],
    [["tables", 0, "unknown"], 1],
    [[...first, "module"], "No status code has one."],
    [[...first, "deviations", "module"], { original: "No", reason: "Wrong." }],
    [[...first, "deviations", "description", "unknown"], "1"],
    [["tables", 1, "entries", 0, "unknown"], "1"],
  ])("%j may not be %j", (path, value) => {
    expect(isSpecWith(path, value)).toBe(false);
  });
});
