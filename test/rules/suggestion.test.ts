import { expect, test } from "vitest";
import { shortened, shownValue } from "../../generator/rules/shownValue.js";
import { suggestion } from "../../generator/rules/suggestion.js";

const known = ["code", "id", "description", "message"];

test.each([
  ["desciption", ' Did you mean "description"?'],
  ["Message", ' Did you mean "message"?'],
  ["coed", ' Did you mean "code"?'],
])("suggests for %s what it nearly is", (word, expected) => {
  expect(suggestion(word, known)).toBe(expected);
});

test.each(["a", "", "colour", "日本語"])("suggests nothing for %j, which is near to nothing", (word) => {
  expect(suggestion(word, known)).toBe("");
});

test("shows a long value by its beginning", () => {
  expect(shownValue("x".repeat(500))).toBe(`"${"x".repeat(59)}…"`);
  expect(shownValue(["x".repeat(500)])).toHaveLength(60);
  expect(shownValue({ a: 1 })).toBe('{"a":1}');
});

test("cuts a long text beside an emoji, not through it", () => {
  expect(shortened("x".repeat(58) + "😀".repeat(5))).toBe(`${"x".repeat(58)}…`);
});
