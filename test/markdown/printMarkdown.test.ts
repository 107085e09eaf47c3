import fc from "fast-check";
import type { BlockContent, PhrasingContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, test } from "vitest";
import { treeText } from "../../generator/markdown/fewestEscapes.js";
import { markdownToText, parseMarkdown } from "../../generator/markdown/parseMarkdown.js";
import { blockMarkdown, inlineMarkdown, textToMarkdown } from "../../generator/markdown/printMarkdown.js";
import { tried } from "../emit/hostileSpecs.js";
import { blocks, inlines, said } from "./randomMarkdown.js";

/** Who reads the texts of a spec. */
const readers = [
  ["the tool", parseMarkdown],
  ["any reader of CommonMark", (markdown: string) => fromMarkdown(markdown).children],
] as const;

const text = (value: string): PhrasingContent => ({ type: "text", value });
const code = (value: string): PhrasingContent => ({ type: "inlineCode", value });
const strong = (value: string): PhrasingContent => ({ type: "strong", children: [{ type: "text", value }] });
const emphasis = (value: string): PhrasingContent => ({
  type: "emphasis",
  children: [{ type: "text", value }],
});
const link = (url: string, value: string): PhrasingContent => ({
  type: "link",
  url,
  children: [{ type: "text", value }],
});
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: "paragraph", children });

describe.each(readers)("the Markdown of a spec, to %s,", (_who, read) => {
  test("says what was printed, inline content in inline content", () => {
    fc.assert(
      fc.property(inlines(2), (nodes) => {
        expect(said(read(blockMarkdown([paragraph(...nodes)])))).toEqual(said([paragraph(...nodes)]));
      }),
      tried(200),
    );
  });

  test("says what was printed, blocks in blocks", () => {
    fc.assert(
      fc.property(blocks(2), (nodes) => {
        expect(said(read(blockMarkdown(nodes)))).toEqual(said(nodes));
      }),
      tried(60),
    );
  });
});

describe("the Markdown of a spec", () => {
  const escape = /\\([!-/:-@[-`{-~])|&#x([0-9A-F]+);/g;

  test("has no escape without which each of its readers would read the same", () => {
    fc.assert(
      fc.property(inlines(1), (nodes) => {
        const printed = blockMarkdown([paragraph(...nodes)]);
        const meaning = (markdown: string) => readers.map(([, read]) => said(read(markdown)));
        for (const { 0: whole, 1: sign, 2: point = "", index } of printed.matchAll(escape)) {
          const plain = sign ?? String.fromCodePoint(Number.parseInt(point, 16));
          const less = printed.slice(0, index) + plain + printed.slice(index + whole.length);
          expect(meaning(less), printed).not.toEqual(meaning(printed));
        }
      }),
      tried(200),
    );
  });

  test.each([
    "Ask AT&T & wait.",
    "&nope; &copy",
    "snake_case and x_",
    "2 * 3 * 4, **",
    "[x] and [y]",
    "a < b > c",
    "~5 MB, ~~x~~",
    String.raw`C:\d\e`,
    "-1",
    "a # b - c + d 1. e",
    "a ` b",
  ])("has no escapes in %j", (value) => {
    expect(blockMarkdown([paragraph(text(value))])).toBe(value);
  });

  test.each([
    ["&copy;", String.raw`\&copy;`],
    ["<name>", String.raw`\<name>`],
    ["# 1", String.raw`\# 1`],
    ["- a", String.raw`\- a`],
    ["1. a", String.raw`1\. a`],
    ["> a", String.raw`\> a`],
    ["*a* *b*", String.raw`\*a* \*b*`],
    ["_a_", String.raw`\_a_`],
    ["`a`", "\\`a`"],
    ["```", "\\```"],
    ["[x](y)", String.raw`\[x](y)`],
    ["[x]: y", String.raw`\[x]: y`],
    [String.raw`\*`, String.raw`\\*`],
    ["a\n- b", "a\n\\- b"],
  ])("has one escape for each thing that %j must not be", (value, printed) => {
    expect(blockMarkdown([paragraph(text(value))])).toBe(printed);
  });

  test.each([
    ["strong text in a word", [text("a"), strong("b"), text("c")], "a**b**c"],
    ["strong text of signs in a word", [text("a"), strong("(b)")], "&#x61;**(b)**"],
    ["strong text with a space at its end", [strong("a "), text("b")], "**a&#x20;**&#x62;"],
    ["emphasis after strong text", [strong("a"), emphasis("b")], "**a**_b_"],
    ["strong text after emphasis", [emphasis("a"), strong("b")], "*a*__b__"],
    ["a link between texts", [text("a!"), link("u", "b"), text("(c)")], String.raw`a\![b](u)(c)`],
    ["a link to a sign", [link("<", "a")], String.raw`[a](\<)`],
    ["a link with a query", [link("https://a.b/?c=1&d=2", "a")], "[a](https://a.b/?c=1&d=2)"],
  ])("can have %s", (_what, nodes, printed) => {
    expect(blockMarkdown([paragraph(...nodes)])).toBe(printed);
    expect(said(parseMarkdown(printed))).toEqual(said([paragraph(...nodes)]));
  });

  test("can have code that looks like an escape", () => {
    expect(blockMarkdown([paragraph(code(String.raw`&#xFFFFFFFF; \[`))])).toBe("`&#xFFFFFFFF; \\[`");
  });

  test("takes texts side by side as one, and pieces of code", () => {
    expect(blockMarkdown([paragraph(text("&"), text("lt;"), code("a"), code("b"))])).toBe("\\&lt;`ab`");
  });

  test("keeps some of more escapes than anybody would write, and says the same", () => {
    const printed = (value: string) => blockMarkdown([paragraph(text(value))]);
    const brackets = "[a] ".repeat(51).trim();
    expect(printed(brackets)).toBe(brackets);
    const some = printed(`&lt;${brackets}`);
    expect(some).toContain(String.raw`\[`);
    expect(markdownToText(some)).toBe(`&lt;${brackets}`);
  });

  test("has hard line breaks that survive where white space is trimmed, and part words", () => {
    const printed = blockMarkdown([paragraph(text("First."), { type: "break" }, text("Second."))]);
    expect(printed).toBe("First.\\\nSecond.");
    expect(markdownToText(printed)).toBe("First. Second.");
  });

  test("has fences around code that are longer than those in it", () => {
    expect(blockMarkdown([{ type: "code", lang: "sh", value: "```\ncurl\n```" }])).toBe(
      "````sh\n```\ncurl\n```\n````",
    );
  });

  test("has titles on one line", () => {
    expect(inlineMarkdown([text("One\ntwo"), { type: "break" }, strong("three\nfour")])).toBe(
      "One two **three four**",
    );
  });
});

describe("a text in Markdown for GitHub and editors", () => {
  test.each([
    ["has signs that mean nothing", "Ask AT&T & wait for ~5 s or ~6 s.", "Ask AT&T & wait for ~5 s or ~6 s."],
    ["is not struck through", "~~a~~ or ~b~", String.raw`\~\~a\~\~ or \~b\~`],
    ["may have a web address", "See https://a.b/c_d.", "See https://a.b/c_d."],
    ["shows no escapes in a web address", "https://a.b/*c*", String.raw`https\://a.b/\*c\*`],
    ["shows none in one without a scheme", "www.a.b/[c]", String.raw`www\.a.b/\[c]`],
  ])("%s", (_what, plain, printed) => {
    expect(textToMarkdown(plain)).toBe(printed);
  });
});

describe("two Markdown texts", () => {
  test.each([
    [String.raw`O\&M \[x]`, "O&M [x]"],
    ["**a** _b_\n", "__a__ *b*"],
    ["* a\n* b", "- a\n- b"],
    ["&lt;", "<"],
  ])("are the same where they differ in writing only: %j, %j", (one, other) => {
    expect(treeText(parseMarkdown(one)) === treeText(parseMarkdown(other))).toBe(true);
  });

  test.each([
    [String.raw`\*a*`, "*a*"],
    ["a b", "a  b"],
    ["1. a", "2. a"],
  ])("are not the same where they are read otherwise: %j, %j", (one, other) => {
    expect(treeText(parseMarkdown(one)) === treeText(parseMarkdown(other))).toBe(false);
  });
});
