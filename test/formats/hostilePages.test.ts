import { expect, test } from "vitest";
import { importPage } from "../../generator/page/importPage.js";
import { type Format, readPage } from "./tableTexts.js";

/** Pages that make parsers take all time or memory, or a stack overflow. */
const pages: readonly (readonly [Format, string, string])[] = [
  ["html", "elements in each other", "<div>".repeat(980_000)],
  [
    "html",
    "formats that are taken up in each paragraph",
    "<font size=1>".repeat(400) + "<p>a</p>".repeat(90_000),
  ],
  ["html", "tags without an end", "<a ".repeat(1_600_000)],
  ["html", "paragraphs in deep elements", "<div>".repeat(490) + "<p>x".repeat(190_000)],
  [
    "html",
    "cells that span everything",
    `<table><tr><th>Code${"<tr><td colspan=1000 rowspan=60000>400".repeat(99_000)}`,
  ],
  ["html", "one row of cells", `<table>${"<td>x".repeat(190_000)}`],
  ["html", "tables in each other", "<table><tr><td>".repeat(400)],
  ["html", "paragraphs", "<p>a".repeat(1_200_000)],
  ["markdown", "quotes in each other", ">".repeat(100_000)],
  [
    "markdown",
    "lists in each other",
    Array.from({ length: 1_500 }, (_, at) => `${"  ".repeat(at)}- a`).join("\n"),
  ],
  ["markdown", "brackets", "[".repeat(99_000)],
  ["markdown", "references", "[a]: b\n".repeat(100_000) + "[a]".repeat(300_000)],
  ["markdown", "pipes", "|".repeat(99_000)],
  ["markdown", "code spans of all lengths", Array.from({ length: 440 }, (_, at) => "`".repeat(at)).join(" ")],
  ["markdown", "tags", "<div><b>a\n\n".repeat(100_000)],
  ["csv", "quotes", '"'.repeat(4_900_000)],
  ["csv", "fields", `a${",".repeat(4_900_000)}`],
  ["csv", "rows", "a,b\n".repeat(1_200_000)],
];

test.each(pages)("%s: %s", async (format, _what, text) => {
  const page = await readPage(format, text);
  const { spec, findings } = importPage(text, {
    service: { id: "x", name: "X" },
    byReader: { format, page },
  });
  expect(spec).toBeUndefined();
  expect(findings.length).toBeGreaterThan(0);
});
