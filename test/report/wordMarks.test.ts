import { expect, test } from "vitest";
import { createColors, terminalText } from "../../generator/diagnostics/terminalText.js";
import { nameMarks, wordMarks } from "../../generator/cli/wordMarks.js";

test.each([
  ["It is gone.", "It is gone.", "It is gone."],
  ["It is gone.", "It is lost.", "It is [-gone-]{+lost+}."],
  ["It is there.", "It is not there.", "It is {+not +}there."],
  ["It is not there.", "It is there.", "It is [-not -]there."],
  ["", "It is there.", "{+It is there.+}"],
  ["It is there.", "", "[-It is there.-]"],
])("%j and %j are %j", (before, after, marked) => {
  expect(wordMarks(before, after)).toBe(marked);
});

test("a word or two between changes are marked with them", () => {
  expect(wordMarks("The old host of a node.", "The new name of a user.")).toBe(
    "The [-old host of a node-]{+new name of a user+}.",
  );
});

test("three words and more between changes stay as they are", () => {
  expect(wordMarks("An old host that may be down.", "A new host that may be up.")).toBe(
    "[-An old-]{+A new+} host that may be [-down-]{+up+}.",
  );
});

test("words that are the same at both ends of a change are not marked", () => {
  const marked = wordMarks("It failed. Call us, then wait.", "It failed. Call them, then wait.");
  expect(marked).toBe("It failed. Call [-us-]{+them+}, then wait.");
});

test("with colours, what is gone is red and what is new is green, and nothing else marks it", () => {
  expect(terminalText(wordMarks("It is gone.", "It is lost.", createColors(true)))).toBe(
    "It is \u001b[31mgone\u001b[39m\u001b[32mlost\u001b[39m.",
  );
  expect(wordMarks("It is gone.", "It is lost.", createColors(false))).toBe("It is [-gone-]{+lost+}.");
});

test("each line of several is painted by itself", () => {
  expect(terminalText(wordMarks("", "one\n\ntwo", createColors(true)))).toBe(
    "\u001b[32mone\u001b[39m\n\n\u001b[32mtwo\u001b[39m",
  );
});

test("control characters of a page do not reach the terminal", () => {
  expect(wordMarks("a\u001b[2J", "b\u202e")).toBe("[-aU+001B[2J-]{+bU+202E+}");
});

test("texts of thousands of words that have nothing in common are marked as a whole", () => {
  const words = (word: string) => Array.from({ length: 5000 }, (_, index) => `${word}${index}`).join(" ");
  expect(wordMarks(words("a"), words("b"))).toBe(`[-${words("a")}-]{+${words("b")}+}`);
});

test("names are marked as a whole, each by itself", () => {
  expect(nameMarks("page-en-1, page-en-1__table", "page-1, page-en-1__table")).toBe(
    "[-page-en-1-]{+page-1+}, page-en-1__table",
  );
  expect(nameMarks("page", "page, table")).toBe("page, {+table+}");
});
