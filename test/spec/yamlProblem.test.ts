import { describe, expect, test } from "vitest";
import { parseYaml } from "../../generator/spec/yamlSource.js";

/** Line and words that each problem of a text underlines. */
function underlined(text: string): string[] {
  return parseYaml("a.yaml", text).problems.map(({ range: { start, end } }) => {
    expect(end.line).toBe(start.line);
    const line = text.split("\n")[start.line - 1] ?? "";
    return `${start.line} ${line.slice(start.column - 1, end.column - 1)}`;
  });
}

const said = (text: string) => parseYaml("a.yaml", text).problems.map(({ message }) => message);

describe("what is underlined", () => {
  test.each([
    ["the word, of which the parser gives a sign", "a: @b c\n", "1 @b"],
    ["a word at the end of a line with two signs for its end", "a: `b`\r\nc: d\r\n", "1 `b`"],
    ["all that was taken for a mapping", "a: b: c d  \nx: 1\n", "1 b: c d"],
    ["what the parser gives, where that is more than a word", "a: 'b' c d\n", "1 c d"],
    ["the last word of a text without a line break", "a: @bc", "1 @bc"],
    ["the last words of a text without a line break", "a: 'b' c d", "1 c d"],
    ["of what goes on for lines, the first", "a: b\n c: d\n", "1 b"],
    ["the first word of a key", "a b\nc d: e\n", "1 a b"],
    ["the last sign before the end, where something was left open", "a: [\n  b,\n  c\n", "3 c"],
    ["the same, with blank lines behind it", "a: [b\n\n   \n\n", "1 b"],
    ["the last sign of a text without its quote", 'a: "b\n   \n', "1 b"],
    ["the next sign, where the parser gives a blank before it", "a: {b c d: }}\n", "1 }"],
    ["the escape, which may be longer", 'a: "b\\q c"\n', "1 \\q"],
    ["the tab alone", "a:\n\t- b\n", "2 \t"],
    ["directives without a document", "%YAML 1.2\n", "1 2"],
    ["the mark of the second document", "a: 1\n---\nb: 2\n", "2 ---"],
  ])("%s", (_what, text, expected) => {
    expect(underlined(text)).toEqual([expected]);
  });

  test.each([
    ["a plain key", "a: 1\nb: 2\na: 3\n", "3 a"],
    ["a key of several signs, up to its colon", "abc: 1\nabc: 3\n", "2 abc"],
    ["a quoted key, with its quotes", `"a b": 1\n"a b": 3\n`, `2 "a b"`],
    ["a key in single quotes", "'a: b': 1\n'a: b' : 3\n", "2 'a: b'"],
    ["a plain key with a blank before its colon", "ab: 1\nab : 3\n", "2 ab"],
    ["a long key as a whole", `${"k".repeat(150)}: 1\n${"k".repeat(150)}: 2\n`, `2 ${"k".repeat(150)}`],
  ])("%s that stands twice", (_what, text, expected) => {
    expect(underlined(text)).toEqual([expected]);
  });

  test("no more of a line than the line has", () => {
    expect(underlined(`a: @${"b".repeat(3000)}\n`)[0]?.length).toBeLessThan(1100);
    expect(underlined("a: [")).toEqual(["1 ["]);
    expect(underlined("[")).toEqual(["1 ["]);
  });
});

describe("what is said", () => {
  test("ends as a sentence, in the parser's words where there are no better ones", () => {
    expect(said("a: 'b' c\n")).toEqual(["Unexpected scalar at node end."]);
    expect(said("%YAML 9.9\n---\na: b\n")).toEqual(["Unsupported YAML version 9.9."]);
    expect(said("a: @b\n")).toEqual(["Plain value cannot start with reserved character @."]);
  });

  test.each([
    ['"', 'a: "b\n'],
    ["'", "a: 'b\n"],
  ])("names the quote that is missing: %s", (quote, text) => {
    expect(said(text)).toEqual([`The closing ${quote} is missing.`]);
  });

  test("tells what to do in one sentence", () => {
    const [problem] = parseYaml("a.yaml", "a: 'b' c\n").problems;
    expect(problem?.help).toBe("Fix the YAML here; other checks run once it parses.");
  });
});

describe("each line has one problem,", () => {
  test("the first", () => {
    expect(underlined("a: @b @c: d: e\n")).toHaveLength(1);
    expect(underlined("a: @b\nc: @d\n")).toEqual(["1 @b", "2 @d"]);
  });

  test("but keys that stand twice in it are one each", () => {
    const { problems } = parseYaml("a.yaml", "{ a: b, a: c, b: d, b: e }\n");
    expect(problems.map(({ code, range }) => [code, range.start.column])).toEqual([
      ["DUPLICATE_KEY", 9],
      ["DUPLICATE_KEY", 21],
    ]);
  });

  test("and a tag, which leaves the text readable, is one more", () => {
    const { data, problems } = parseYaml("a.yaml", "a: !own b\na: c\n");
    expect(data).toEqual({ a: "b" });
    expect(problems.map(({ code }) => code)).toEqual(["TAG_RESOLVE_FAILED", "DUPLICATE_KEY"]);
  });
});

describe("a Git conflict is one problem,", () => {
  const ours = "<<<<<<< HEAD\na: 1\n";
  const theirs = "=======\na: 2\n>>>>>>> branch\n";

  test.each([
    ["at its first marker", `${ours}${theirs}`, ["1 <<<<<<< HEAD"]],
    ["with the common base in it, too", `${ours}||||||| 1a2b3c\na: 0\n${theirs}`, ["1 <<<<<<< HEAD"]],
    ["and two are two", `${ours}${theirs}b: 3\n${ours}${theirs}`, ["1 <<<<<<< HEAD", "7 <<<<<<< HEAD"]],
    ["with the line ends of Windows", `${ours}${theirs}`.replaceAll("\n", "\r\n"), ["1 <<<<<<< HEAD"]],
    ["in a block of text", `a: |\n  b\n${ours}${theirs}`, ["3 <<<<<<< HEAD"]],
    [
      "beside other mistakes, which it may have caused",
      `a: @b\n${ours}${theirs}\tc: d\n`,
      ["2 <<<<<<< HEAD"],
    ],
    ["of which someone left the middle", "a: 1\n=======\nb: 2\n", ["2 ======="]],
    ["of which someone left the end", "a: 1\n>>>>>>> branch\nb: 2\n", ["2 >>>>>>> branch"]],
  ])("%s", (_what, text, expected) => {
    expect(underlined(text)).toEqual(expected);
    expect(new Set(said(text))).toEqual(new Set(["This is a Git conflict marker."]));
  });

  test("and an underlined heading in a text is none", () => {
    const text = "a: |\n  Heading\n  =======\n  >>>>>>> quoted\n";
    expect(parseYaml("a.yaml", text)).toMatchObject({
      problems: [],
      data: { a: "Heading\n=======\n>>>>>>> quoted\n" },
    });
  });
});

describe("a tab in the indentation is one problem,", () => {
  test.each(["\t", "\t\t", "    \t", "        \t", " \t "])("in whichever line it is: %j", (indent) => {
    const lines = text.split("\n");
    const linesWithTab = lines.flatMap((line, index) => {
      const tabbed = lines.with(index, line.replace(/^ *(?=\S)/, indent)).join("\n");
      const { problems } = parseYaml("a.yaml", tabbed);
      expect(problems.slice(1)).toEqual([]);
      return problems.map(({ code, range }) => {
        expect({ code, line: range.start.line }).toEqual({ code: "TAB_AS_INDENT", line: index + 1 });
        return index;
      });
    });
    expect(linesWithTab.length).toBeGreaterThan(lines.length / 2);
  });

  test("and a whole text indented by tabs is one, too", () => {
    const tabbed = text.replaceAll(/^ +/gm, (spaces) => "\t".repeat(spaces.length / 2));
    expect(underlined(tabbed)).toEqual(["2 \t"]);
  });

  test("but mistakes in the lines above are told beside it", () => {
    expect(underlined("a: @b\nc:\n\t- d\n")).toEqual(["1 @b", "3 \t"]);
  });

  const text = [
    "service:",
    "  id: small",
    "tables:",
    "  - kind: error-codes",
    "    columns: [",
    "      Code,",
    "      Message]",
    "    entries:",
    "      - code: 404",
    "        message: >-",
    "          Not",
    "          found",
    '        description: "It is',
    '          not there."',
    "        solution: Look",
    "          elsewhere.",
    "      - code: 405",
    "        message: Not allowed",
    "",
  ].join("\n");
});

describe("nesting", () => {
  const nested = (depth: number) => `${"[".repeat(depth)}x${"]".repeat(depth)}`;

  test("is allowed far deeper than a spec goes, and no deeper than reading it can bear", () => {
    expect(parseYaml("a.yaml", nested(90)).problems).toEqual([]);
    expect(parseYaml("a.yaml", nested(150)).problems.map(({ code }) => code)).toEqual(["TOO_DEEP"]);
    expect(parseYaml("a.yaml", nested(150)).data).toBeUndefined();
  });

  test("is not told by how long a text is", () => {
    const list = Array.from({ length: 500 }, (_, index) => `- {a: [${index}], b: {c: d}}\n`).join("");
    expect(parseYaml("a.yaml", list).problems).toEqual([]);
  });
});
