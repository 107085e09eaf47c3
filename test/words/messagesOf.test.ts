import { expect, test } from "vitest";
import { messagesOf } from "./messagesOf.js";

test("texts with words are messages, whatever quotes and pluses they are written with", () => {
  const source = [
    'import "not a message";',
    'fail("No file.", `The ${kind} is ${missing ? "not there" : "x"}.`, "One " + name);',
    'fail("Two halves, " + `one ${text}.`);',
    'const id = "kebab-case", pattern = /not a message/;',
  ].join("\n");
  expect(messagesOf("a.ts", source)).toEqual([
    "No file.",
    'The {kind} is {missing ? "not there" : "x"}.',
    "not there",
    "Two halves, one {text}.",
  ]);
});
