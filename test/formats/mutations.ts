import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { Random } from "../torture/random.js";
import { htmlOf } from "./tableTexts.js";

const folder = join(import.meta.dirname, "../fixtures/markdown");

/** Pages to be edited. */
export const pages = {
  markdown: readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8")),
  html: [
    ...readdirSync(folder).map((file) => htmlOf(readFileSync(join(folder, file), "utf8"))),
    ...readdirSync(join(folder, "../html")).map((file) =>
      readFileSync(join(folder, "../html", file), "utf8"),
    ),
  ],
  csv: [
    Papa.unparse([
      ["Error Code", "Status", "Message", "Solution"],
      ["A_1", "400", 'Say "please".', "Try, try, try again."],
      ["A_2", "404", "Two\nlines", ""],
      ["A_3", "500", "; \t |", "`x` *y* <z>"],
    ]),
    Papa.unparse(
      [
        ["Code", "Text"],
        ["400", "Bad"],
        ["404", "Gone; or never there"],
      ],
      { delimiter: ";" },
    ),
    Papa.unparse(
      [
        ["状态码", "描述"],
        ["400", "错误"],
        ["404", "没有"],
      ],
      { delimiter: "\t", newline: "\r\n" },
    ),
  ],
};

const signs = {
  markdown: [
    "|",
    "`",
    "\\",
    "*",
    "_",
    "~",
    "<",
    ">",
    "&",
    "[",
    "]",
    "(",
    ")",
    "!",
    "#",
    "-",
    ":",
    " ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "|---|---|",
    "<br>",
    "</table>",
    "\\|",
    "``",
    "&lt;",
    "表",
    "x",
  ],
  html: [
    "<",
    ">",
    "</",
    "&",
    "&amp;",
    '"',
    "'",
    "=",
    "<td>",
    "</td>",
    "<tr>",
    "</tr>",
    "<table>",
    "</table>",
    "<tbody>",
    "<p>",
    "</p>",
    "<b>",
    "<!--",
    "-->",
    "<th>",
    "<caption>",
    "<br/>",
    "<ul><li>",
    "&nbsp;",
    ' rowspan="2"',
    ' colspan="2"',
    "x",
    " ",
    "\n",
  ],
  csv: [",", ";", "\t", '"', '""', "\n", "\r\n", " ", "x", "=", "'", "表"],
};

/** A page with one to three edits: something put in, taken out, or a line moved. */
export function mutated(format: keyof typeof pages, seed: number, run: number): string {
  const random = new Random(seed, run);
  let text = random.of(pages[format]) ?? "";
  for (let edits = random.below(3); edits >= 0; edits--) {
    const at = random.below(text.length + 1);
    const kind = random.below(4);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + 1 + random.below(6));
    else if (kind === 1) {
      const lines = text.split("\n");
      const [line = ""] = lines.splice(random.below(lines.length), 1);
      lines.splice(random.below(lines.length + 1), 0, line);
      text = lines.join("\n");
    } else text = text.slice(0, at) + (random.of(signs[format]) ?? "") + text.slice(at);
  }
  return text;
}
