import { expect, test } from "vitest";
import { writeCell } from "../../generator/page/rst/writeBlocks.js";

/** One case for each mistake that the properties found, or that they cannot see. */
const cells: readonly (readonly [behaviour: string, markdown: string, page: readonly string[]])[] = [
  ["a backslash is doubled", String.raw`C:\\dir`, [String.raw`C:\\dir`]],
  ["a text that ends in two colons begins no literal block", "As follows::", [String.raw`As follows:\:`]],
  ["a text before code makes no role of it", ":ref:`x`", [String.raw`:ref:\ ` + "``x``"]],
  ["lists beside each other stay two", "- a\n\n* b", ["-  a", "", "..", "", "-  b"]],
  ["a list begins with its number", "3. a\n4. b", ["3. a", "#. b"]],
  ["a mark alone is a text", "*", [String.raw`\*`]],
  ["blanks stand outside a literal", "a`  b  `c", ["a ``b`` c"]],
  ["what looks like an option is none", "-1 is none", [String.raw`\-1 is none`]],
  ["a dash says that there is nothing", "-", ["``-``"]],
];

test.each(cells)("%s", (_behaviour, markdown, page) => {
  expect(writeCell(markdown)).toEqual(page);
});
