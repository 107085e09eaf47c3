import { describe, expect, test } from "vitest";
import { parseYaml, type Path } from "../../generator/spec/yamlSource.js";

/** The stretch of the text that a range of one line covers. */
function stretch(text: string, path: Path, target: "key" | "value" = "value"): string {
  const { start, end } = parseYaml("a.yaml", text).rangeOf(path, target);
  expect(end.line).toBe(start.line);
  return (text.split("\n")[start.line - 1] ?? "").slice(start.column - 1, end.column - 1);
}

const text = `# A comment.
plain: one two   # another
quoted: "three"
block: |
  four

  five
folded: >-

  six
several: seven
  eight
list:
  - nine
  - ten: eleven
blank:
flow: {twelve: thirteen, fourteen: [fifteen]}
lists: [[one], [two]]
empty: []
odd: a > b
  c
`;

describe("the range of", () => {
  test.each<[string, Path, string]>([
    ["a plain text is its words", ["plain"], "one two"],
    ["a quoted text has its quotes", ["quoted"], '"three"'],
    ["a block of text is its first line", ["block"], "four"],
    ["a folded block is its first line that is not blank", ["folded"], "six"],
    ["a text of several lines is its first", ["several"], "seven"],
    ["an item is the item", ["list", 0], "nine"],
    ["a value in an item", ["list", 1, "ten"], "eleven"],
    ["an item that is a mapping is its first line", ["list", 1], "ten: eleven"],
    ["a list is its key", ["list"], "list"],
    ["a mapping is its key", ["flow"], "flow"],
    ["nothing is its key", ["blank"], "blank"],
    ["what is missing in a list is its first item", ["list", 7], "nine"],
    ["what is missing in a list of lists is the first of the first", ["lists", 7], "one"],
    ["what is missing in an empty list is the list", ["empty", 0], "[]"],
    ["what is missing in a text is the text", ["plain", 0], "one two"],
    ["what is missing under no number of a list is its first item", ["list", "missing"], "nine"],
    ["a text that goes on behind a sign of a block is its first line", ["odd"], "a > b"],
    ["what is in braces", ["flow", "fourteen", 0], "fifteen"],
    ["what is missing is where it would stand", ["list", 1, "missing"], "ten: eleven"],
    [
      "what is missing in a missing place is the nearest that is there",
      ["none", "of", "these"],
      "plain: one two",
    ],
  ])("%s", (_case, path, expected) => {
    expect(stretch(text, path)).toBe(expected);
    expect(stretch(text.replaceAll("\n", "\r\n"), path)).toBe(expected);
  });

  test("a key is the key", () => {
    expect(stretch(text, ["quoted"], "key")).toBe("quoted");
    expect(stretch(text, ["flow", "twelve"], "key")).toBe("twelve");
  });

  test("a match is where it stands in the file, in whichever line", () => {
    const source = parseYaml("a.yaml", text);
    expect(source.rangeOfMatch(["block"], /five/).start).toEqual({ line: 7, column: 3 });
    expect(source.rangeOfMatch(["block"], /nowhere/).start).toEqual({ line: 5, column: 3 });
    expect(source.rangeOfLastWord(["block"]).start).toEqual({ line: 7, column: 3 });
    expect(source.rangeOfLastWord(["plain"])).toEqual({
      start: { line: 2, column: 12 },
      end: { line: 2, column: 15 },
    });
  });

  test("what stands behind an emoji counts UTF-16 code units, as editors do", () => {
    const source = parseYaml("a.yaml", "{😀: 1, b: two}");
    expect(source.rangeOf(["b"]).start).toEqual({ line: 1, column: 12 });
  });
});

describe("the data", () => {
  test("has every key as a text, in the file's order", () => {
    const { data, problems } = parseYaml("a.yaml", "404: a\ntrue: b\n~: c\nlast: d\n");
    expect(problems).toEqual([]);
    expect(data).toEqual({ "404": "a", true: "b", "~": "c", last: "d" });
    expect(Object.keys(data as object)).toEqual(["404", "true", "~", "last"]);
  });

  test("of a key that stands twice is the first value", () => {
    const { data, problems } = parseYaml("a.yaml", "a: 1\nb: 2\na: 3\n");
    expect(data).toEqual({ a: 1, b: 2 });
    expect(problems.map(({ code, range }) => [code, range.start.line])).toEqual([["DUPLICATE_KEY", 3]]);
  });

  test("is not there where the text is not YAML", () => {
    expect(parseYaml("a.yaml", "a: [").data).toBeUndefined();
  });
});

test("each slip is one problem, though the parser stumbles on", () => {
  const { problems } = parseYaml("a.yaml", "a: b: c: d\ne: @f\n");
  expect(problems.map(({ range }) => range.start.line)).toEqual([1, 2]);
});
