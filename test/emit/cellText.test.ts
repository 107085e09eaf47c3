import fc from "fast-check";
import type { PhrasingContent } from "mdast";
import { expect, test } from "vitest";
import { cellContent } from "../../generator/emit/markdown/markdownNodes.js";
import { cellText, printCell } from "../../generator/markdown/printMarkdown.js";
import { tried } from "./hostileSpecs.js";

const plainSigns = Array.from("ab1 .,;:'\"()/?=%{}-");
const markdown = fc
  .array(
    fc.constantFrom(
      ...plainSigns,
      ...plainSigns,
      "1. ",
      "\n1. ",
      "\n- ",
      "\n\n",
      "`a`",
      "**a**",
      "[a](https://a.b)",
      "www.a.b",
      "http://a.b",
      "<",
      "*",
    ),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(""));

test("a cell is the same whether or not the printer of Markdown was asked", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const children: PhrasingContent[] = cellContent(text);
      expect(cellText(children)).toBe(printCell({ type: "tableCell", children }));
    }),
    tried(3_000),
  );
});
