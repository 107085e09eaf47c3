import { expect, test } from "vitest";
import { createColors, terminalText } from "../../generator/diagnostics/terminalText.js";

test.each([
  ["an escape", "\u001b[2J", "U+001B[2J"],
  ["a colour of ours", "\u001b[31mred\u001b[39m", "U+001B[31mredU+001B[39m"],
  ["a link", "\u001b]8;;x:\u0007", "U+001B]8;;x:U+0007"],
  ["a control character of 8 bits", "\u009b2J", "U+009B2J"],
  ["a carriage return", "over\rwritten", "overU+000Dwritten"],
  ["a mark that turns the line round", "\u202eabc", "U+202Eabc"],
  ["a character without width", "a\u200bb\ufeff", "aU+200BbU+FEFF"],
  ["half a character", "\ud800", "U+D800"],
  ["a tab", "a\tb", "a    b"],
  ["a line feed", "a\nb", "a\nb"],
  ["joined emoji", "👩‍🚀", "👩‍🚀"],
])("shows %s as text", (_what, text, shown) => {
  expect(terminalText(text)).toBe(shown);
});

test("shows our own colours, and what is painted as text", () => {
  const { red, bold } = createColors(true);
  expect(terminalText(`${red("a\u001b[1m")} ${bold("b")}`)).toBe(
    "\u001b[31maU+001B[1m\u001b[39m \u001b[1mb\u001b[22m",
  );
});

test("colours that are not shown leave a text as it is", () => {
  const { red, areShown } = createColors(false);
  expect([red("a"), areShown]).toEqual(["a", false]);
});
