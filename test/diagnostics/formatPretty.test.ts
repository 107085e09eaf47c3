import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/index.js";
import { formatPretty } from "../../generator/diagnostics/formatPretty.js";
import { terminalText } from "../../generator/diagnostics/terminalText.js";
import { rangeIn, sample } from "./sample.js";

function pretty(text: string, diagnostic: Diagnostic, color = false): string {
  return terminalText(formatPretty([diagnostic], new Map([[diagnostic.file, text]]), { color }));
}

/** The source line as it is shown, and what is above the carets. */
function underlined(text: string, diagnostic: Diagnostic): { line: string; marker: string } {
  const [, line = "", marker = ""] = pretty(text, diagnostic).split("\n");
  return { line: line.replace(/^>\s+\d+ \| ?/, ""), marker: marker.replace(/^\s+\| ?/, "") };
}

test("shows place, rule, message, source line, underline and help", () => {
  expect(pretty("service:\n  nmae: Small\n", sample())).toMatchInlineSnapshot(`
    "spec/small.yaml:2:3 error unknown-key: The key "nmae" is not known here.
    > 2 |   nmae: Small
        |   ^^^^
      help: Use one of: id, name.
    "
  `);
});

test("shows the second place that a finding is about", () => {
  const related = [{ message: "It is first used here.", file: "spec/small.yaml", range: rangeIn(1, 1, 8) }];
  expect(pretty("service:\n  nmae: Small\n", sample({ related }))).toContain(
    "  spec/small.yaml:1:1 It is first used here.\n> 1 | service:\n    | ^^^^^^^\n",
  );
});

test("shows no source line for a finding about a whole file, or a file that is not at hand", () => {
  const { range: _range, ...whole } = sample();
  const expected =
    'spec/small.yaml error unknown-key: The key "nmae" is not known here.\n  help: Use one of: id, name.\n';
  expect(pretty("service:\n", whole)).toBe(expected);
  expect(formatPretty([sample()], new Map(), { color: false })).not.toContain("|");
});

test("has an empty line between findings, and nothing for none", () => {
  expect(formatPretty([], new Map(), { color: false })).toBe("");
  expect(formatPretty([sample(), sample()], new Map(), { color: false }).split("\n\n")).toHaveLength(2);
});

describe("colour", () => {
  test("is there only if asked for, and changes no character of the text", () => {
    const text = "service:\n  nmae: Small\n";
    const [plain, colored] = [pretty(text, sample()), pretty(text, sample(), true)];
    expect(plain).not.toContain("\u001b[");
    expect(colored).toContain("\u001b[31merror\u001b[39m");
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  test("tells warnings from errors", () => {
    expect(pretty("", sample({ severity: "warning" }), true)).toContain("\u001b[33mwarning\u001b[39m");
  });
});

describe("the underline", () => {
  test.each([
    ["ends of lines as on Windows", "a:\r\n  nmae: b\r\n", "  nmae: b", "  ^^^^"],
    ["a tab before the range", "a:\n\t nmae: b\n", "     nmae: b", "     ^^^^"],
    ["an emoji before the range", "a:\n😀nmae: b\n", "😀nmae: b", "  ^^^^"],
    ["characters that are two wide", "a:\n日本nmae: b\n", "日本nmae: b", "    ^^^^"],
    ["a joined emoji and a tab before it", "a:\n\t👩‍🚀nmae: b\n", "    👩‍🚀nmae: b", "      ^^^^"],
    ["a control character before the range", "a:\n\u0007\u001bnmae: b\n", "··nmae: b", "  ^^^^"],
    ["a character that turns the line around", "a:\n \u202enmae: b\n", " ·nmae: b", "  ^^^^"],
  ])("stands below the word where there is %s", (_case, text, line, marker) => {
    const column = text.split("\n")[1]?.indexOf("nmae") ?? 0;
    const diagnostic = sample({ range: rangeIn(2, column + 1, column + 5) });
    expect(underlined(text, diagnostic)).toEqual({ line, marker });
  });

  test("is one character for an empty range", () => {
    expect(underlined("a:\nb: c\n", sample({ range: rangeIn(2, 4, 4) })).marker).toBe("   ^");
  });

  test("ends with the first line of a longer range", () => {
    const range = { start: { line: 1, column: 4 }, end: { line: 3, column: 2 } };
    expect(underlined("a: bcd\n  e\n  f\n", sample({ range }))).toEqual({ line: "a: bcd", marker: "   ^^^" });
  });

  test.each([rangeIn(1, 90, 99), rangeIn(9, 1, 2), rangeIn(9, 90, 99)])(
    "stays in the text for a range past its end",
    (range) => {
      expect(pretty("abc", sample({ range }))).toMatch(/^> \d \|(?: abc)?\n {4}\| {1,4}\^\n/m);
    },
  );
});

describe("a line of many thousand characters", () => {
  const text = `${"x".repeat(50_000)} nmae ${"y".repeat(50_000)}`;

  test("is cut on both sides of the range", () => {
    const { line, marker } = underlined(text, sample({ range: rangeIn(1, 50_002, 50_006) }));
    expect(line).toMatch(/^…x+ nmae y+…$/);
    expect(line.length).toBeLessThan(200);
    expect(marker.trim()).toBe("^^^^");
    expect(marker.indexOf("^")).toBe(line.indexOf("nmae"));
  });

  test("is underlined only as far as it is shown", () => {
    const { line, marker } = underlined(text, sample({ range: rangeIn(1, 1, 100_000) }));
    expect(line).toMatch(/^x+…$/);
    expect(marker).toBe("^".repeat(line.length - 1));
  });
});
