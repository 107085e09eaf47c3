import { describe, expect, test } from "vitest";
import { codeLiteral, stringLiteral, textProperty } from "../../generator/emit/layout/literals.js";
import { arrayLiteral, numbersLiteral, objectLiteral } from "../../generator/emit/typescript/literals.js";

test("a text has the quotes that need fewest escapes, and double ones otherwise", () => {
  expect(stringLiteral("a")).toBe('"a"');
  expect(stringLiteral('a "b"')).toBe("'a \"b\"'");
  expect(stringLiteral("it's")).toBe('"it\'s"');
  expect(stringLiteral("a\nb\\c")).toBe(String.raw`"a\nb\\c"`);
});

test("a code is a number or a text, as on the wire", () => {
  expect(codeLiteral(-32601)).toBe("-32601");
  expect(codeLiteral("404")).toBe('"404"');
});

test("an object without properties is on one line, any other is not", () => {
  expect(objectLiteral([])).toBe("{}");
  expect(objectLiteral(["a: 1", "b: 2"])).toBe("{\n  a: 1,\n  b: 2,\n}");
});

describe("a list of expressions", () => {
  const items = (count: number) => Array.from({ length: count }, () => "abcdefgh");

  test("is on one line where it and what is around it fit into 80 columns", () => {
    expect(arrayLiteral(items(7), 10)).toBe(`[${items(7).join(", ")}]`);
    expect(arrayLiteral(items(7), 11)).toBe(`[\n${"  abcdefgh,\n".repeat(7)}]`);
  });

  test("is not on one line where an item is not", () => {
    expect(arrayLiteral(["{\n}"], 0)).toBe("[\n  {\n  },\n]");
  });
});

test("numbers are on one line where they fit, or else as many a line as fit", () => {
  const codes = (count: number) => Array.from({ length: count }, (_, index) => String(100 + index));
  expect(numbersLiteral(codes(3), 7)).toBe("[100, 101, 102]");
  const lines = numbersLiteral(codes(40), 7).split("\n");
  expect([lines[0], lines.at(-1)]).toEqual(["[", "]"]);
  expect(lines[1]).toBe(`  ${codes(15).join(", ")},`);
  expect(lines.slice(1, -1).join("").match(/\d+/g)).toEqual(codes(40));
});

describe("a property with a text", () => {
  const long = JSON.stringify("x".repeat(70));

  test("goes on to the next line where it is too wide", () => {
    expect(textProperty("message", '"a"', 1)).toBe('message: "a"');
    expect(textProperty("message", long, 1)).toBe(`message:\n  ${long}`);
  });

  test("stays on its line under a short key", () => {
    expect(textProperty("code", long, 1)).toBe(`code: ${long}`);
    expect(textProperty("codes", long, 1)).toBe(`codes:\n  ${long}`);
  });
});
