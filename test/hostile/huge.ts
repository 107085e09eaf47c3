/** Inputs too large to be kept, each with its file's name; made when they are tried. */
export const hugeInputs: Readonly<Record<string, () => string>> = {
  "scalar-of-10-mb.yaml": () => specOf(`"${"word ".repeat(2_000_000)}"`),
  "scalar-of-10-mb-in-a-block.yaml": () => specOf(`|\n${"          a line of text\n".repeat(400_000)}`),
  "name-of-10000-characters.yaml": () => specOf('"It worked."', { name: "N".repeat(10_000) }),
  "service-id-of-10000-characters.yaml": () => specOf('"It worked."', { id: "s".repeat(10_000) }),
  "page-id-of-10000-characters.yaml": () => specOf('"It worked."', { page: "p".repeat(10_000) }),
  "prefix-of-10000-characters.yaml": () => specOf('"It worked."', { prefix: "P".repeat(10_000) }),
  "title-of-10000-characters.yaml": () => specOf('"It worked."', { title: "Title ".repeat(1_700) }),
  "error-code-of-10000-characters.yaml": () =>
    `${head({})}  - kind: error-codes\n    columns: [Error Code]\n    entries:\n${`      - code: ${"C".repeat(10_000)}\n`.repeat(2)}`,
  "100000-entries.yaml": () => `${tableHead}${entries(100_000)}`,
  "100000-mistakes.yaml": () => `${tableHead}${"      - cod: 200\n".repeat(100_000)}`,
  "text-of-90000-characters.yaml": () => specOf(`"${"word ".repeat(18_000)}word."`),
  "10000-mistakes.yaml": () => `${tableHead}${"      - cod: 200\n".repeat(10_000)}`,
  "100000-keys.yaml": () => Array.from({ length: 100_000 }, (_, key) => `key${key}: 1\n`).join(""),
  "10000-times-the-same-key.yaml": () => "key: 1\n".repeat(10_000),
  "3000-deviations-with-a-digest.yaml": () =>
    `${head({ digest: `sha256:${"0".repeat(64)}` })}  - kind: error-codes\n    columns: [Error Code, Message]\n    entries:\n${Array.from({ length: 3_000 }, (_, code) => `      - {code: C${code}, message: m, deviations: {message: {original: o, reason: r}}}\n`).join("")}`,
  "brackets-10000-deep.yaml": () => `tables: ${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  "keys-10000-deep.yaml": () => "{a: ".repeat(10_000),
  "dashes-10000-deep.yaml": () => `tables:\n${"- ".repeat(10_000)}x`,
  "alias-bomb-of-100000-aliases.yaml": () => `a: &a x\nb: [${"*a, ".repeat(100_000)}]\n`,
  "quotes-10000-deep.yaml": () => specOf(`"${"> ".repeat(10_000)}"`),
  "lists-10000-deep.yaml": () => specOf(`"${"- ".repeat(10_000)}x"`),
  "strong-text-10000-deep.yaml": () => specOf(`"${"**".repeat(10_000)}a${"**".repeat(10_000)}"`),
  "brackets-of-links-50000-times.yaml": () => specOf(`"${"[".repeat(50_000)}${"]".repeat(50_000)}"`),
  "links-never-closed-20000-times.yaml": () => specOf(`"${"[a](b".repeat(20_000)}"`),
  "backticks-50000-times.yaml": () => specOf(`"${"`".repeat(50_000)}\\n${"x".repeat(49_000)}"`),
  "cell-of-1-mb.rst": () => pageOf("word ".repeat(200_000).trim()),
  "cell-of-1-mb-of-emphasis.rst": () => pageOf("*a* ".repeat(250_000).trim()),
  "cell-of-200-kb-of-brackets.rst": () => pageOf("[".repeat(200_000)),
  "cell-of-100-kb-of-marks.rst": () => pageOf("*a **b ".repeat(14_000).trim()),
  ...Object.fromEntries(
    [
      ["link-starts", "`< "],
      ["interpreted-texts", "`a "],
      ["literals", "``a "],
      ["substitutions", "|a "],
      ["emphasis", "*a "],
      ["targets", "_`a "],
      ["roles", ":a:`b "],
    ].flatMap(([name, unit = ""]) => [
      [`cell-of-45-kb-of-${name}.rst`, () => pageOf(unit.repeat(45_000 / unit.length).trim())],
      [`text-of-45-kb-of-${name}.rst`, () => textPage(unit.repeat(45_000 / unit.length).trim())],
    ]),
  ),
  "ten-lines-of-45-kb.rst": () => textPage(`${"`< ".repeat(15_000).trim()}\n`.repeat(10)),
  "paragraph-of-200-lines-of-2000.rst": () => textPage(`${"`a *b |c ".repeat(222).trim()}\n`.repeat(200)),
  "row-of-2000000-values.rst": () =>
    `Codes\n=====\n\n.. csv-table::\n   :header-rows: 1\n\n   Status Code,Description\n   ${"1,".repeat(2_000_000)}\n`,
  "7000-wide-characters.rst": () =>
    pageOf(Array.from({ length: 7_000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join("")),
  "ten-descriptions-of-quotes-and-lists.yaml": () => manyTexts(10, `${"> ".repeat(20)}- a\n\n`.repeat(2_000)),
  "ten-texts-of-98-kb-of-bars.yaml": () => manyTexts(10, "`| ".repeat(32_000)),
  "4000-texts-of-marks.yaml": () =>
    manyTexts(4_000, "Use `x` with **all** [of](https://example.com) *it* & <b> (a|b)."),
  "table-of-2000-rows.rst": () => simplePage(2_000),
  "lists-500-deep.rst": () => `Codes\n=====\n\n${nested(500, "-  ")}`,
  "quotes-500-deep.rst": () => `Codes\n=====\n\n${nested(500, "   ")}`,
  "notes-200-deep.rst": () =>
    `Codes\n=====\n\n${Array.from({ length: 200 }, (_, level) => `${"   ".repeat(level)}.. note::\n\n`).join("")}`,
};

interface Head {
  readonly id?: string;
  readonly prefix?: string;
  readonly page?: string;
  readonly title?: string;
  readonly digest?: string;
}

function head({ id = "small", prefix = "Small", page = "small", title = "Codes", digest }: Head): string {
  const proof = digest === undefined ? "" : `  digest: ${digest}\n`;
  return `service:\n  id: ${id}\n  name: Small\n  prefix: ${prefix}\npage:\n  id: ${page}\n  title: ${title}\n${proof}tables:\n`;
}

const tableHead = `${head({})}  - kind: status-codes\n    columns: [Status Code, Description]\n    entries:\n`;

/** A spec with one entry, of the given description. */
function specOf(
  description: string,
  { name = "Ok", ...rest }: Head & { readonly name?: string } = {},
): string {
  const { title } = rest;
  const titled = title === undefined ? "" : `    title: ${title}\n`;
  return `${head(rest)}  - kind: status-codes\n${titled}    columns: [Status Code, Description]\n    entries:\n      - code: 200\n        name: ${name}\n        description: ${description}\n`;
}

function entries(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `      - code: ${100 + (index % 500)}\n        description: It is so.\n`,
  ).join("");
}

/** A page with one cell of the given text. */
function pageOf(cell: string): string {
  const border = `=========== ${"=".repeat(cell.length)}\n`;
  return `:original_name: small.html\n\n.. _small:\n\nCodes\n=====\n\n${border}Status Code Description\n${border}200         ${cell}\n404         Not there.\n${border}`;
}

/** A page with a paragraph of the given text above its table. */
function textPage(text: string): string {
  return pageOf("It worked.").replace("=====\n\n", () => `=====\n\n${text}\n\n`);
}

/** A spec with as many error codes, each with the given description. */
function manyTexts(count: number, description: string): string {
  const codes = Array.from(
    { length: count },
    (_, index) => `      - { code: C${index}, description: ${JSON.stringify(description)} }\n`,
  );
  return `${head({})}  - kind: error-codes\n    columns: [Error Code, Description]\n    entries:\n${codes.join("")}`;
}

function simplePage(rows: number): string {
  const border = "=========== ===========\n";
  const lines = Array.from({ length: rows }, (_, row) => `A.${String(100_000 + row)}    It is so.\n`).join(
    "",
  );
  return `:original_name: small.html\n\n.. _small:\n\nCodes\n=====\n\n${border}Error Code  Description\n${border}${lines}${border}`;
}

function nested(depth: number, indent: string): string {
  const blank = " ".repeat(indent.length);
  return Array.from({ length: depth }, (_, level) => `${blank.repeat(level)}${indent}x\n\n`).join("");
}
