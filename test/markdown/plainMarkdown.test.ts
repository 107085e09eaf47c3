import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import { parsePlain, printPlainBlocks } from "../../generator/markdown/plainMarkdown.js";
import { parseMarkdown } from "../../generator/markdown/parseMarkdown.js";
import { printMarkdown } from "../../generator/markdown/printMarkdown.js";
import { tried } from "../emit/hostileSpecs.js";

const signs = Array.from("ab1 .,;:'\"()/?=%{}-•");
const marked = ["`a`", "`a b`", "**a**", "**a b**", "[a](https://a.b/c)", "[a.b](https://a.b)"];
const others = [
  "1. ",
  "\n1. ",
  "\n- ",
  "- ",
  "\n\n",
  "\n",
  "www.a.b",
  "http://a.b",
  "<",
  "*",
  "_",
  "~",
  "**",
  "`",
  "[",
  "](",
  "!",
  "\\",
];
const markdown = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...signs) },
      { weight: 2, arbitrary: fc.constantFrom(...marked) },
      { weight: 1, arbitrary: fc.constantFrom(...others) },
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(""));

test("what is parsed without the parser is what the parser parses", () => {
  let plain = 0;
  fc.assert(
    fc.property(markdown, (text) => {
      const blocks = parsePlain(text);
      if (!blocks) return;
      plain++;
      expect(blocks).toEqual(withoutPositions(fromMarkdown(text).children));
    }),
    tried(20_000),
  );
  expect(plain).toBeGreaterThan(0);
});

test("what is printed without the printer is what the printer prints", () => {
  let plain = 0;
  fc.assert(
    fc.property(markdown, (text) => {
      const blocks = parseMarkdown(text.trim());
      const printed = printPlainBlocks(blocks);
      if (printed === undefined || blocks.length === 0) return;
      plain++;
      expect(printed).toBe(printMarkdown({ type: "root", children: [...blocks] }).trimEnd());
    }),
    tried(20_000),
  );
  expect(plain).toBeGreaterThan(0);
});

function withoutPositions(nodes: readonly Nodes[]): unknown {
  return JSON.parse(JSON.stringify(nodes, (key, value: unknown) => (key === "position" ? undefined : value)));
}
