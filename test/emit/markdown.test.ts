import { format } from "prettier";
import { describe, expect, test } from "vitest";
import type { SpecFile } from "../../generator/project/loadCatalogue.js";
import { specWith } from "../spec/specWith.js";
import { catalogueOf, emitTree } from "./emittedTree.js";

/** The Markdown files of some specs, by path. */
async function docsOf(...texts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const specs = texts.map((text, index): SpecFile => ({ file: `spec/${index}.yaml`, text }));
  const files = await emitTree(catalogueOf(specs), "enum", ["markdown"]);
  return new Map(files.map(({ path, text }) => [path, text.slice(text.indexOf("-->") + 5)]));
}

/** A spec of one error code with the given description. */
const describing = (description: string) =>
  specWith({
    kind: "error-codes",
    columns: "[Error Code, Description]",
    entries: `- code: A.1\n  description: ${JSON.stringify(description)}\n`,
  });

/** What a description is in the cell of a table. */
async function cellOf(description: string): Promise<string> {
  const page = (await docsOf(describing(description))).get("docs/small/error-codes.md") ?? "";
  const row = page.split("\n").find((line) => line.startsWith('| <a id="A.1"></a>`A.1`')) ?? "";
  return (
    row
      .split(/(?<!\\)\|/)
      .at(-2)
      ?.trim() ?? ""
  );
}

describe("a text in the cell of a table", () => {
  test.each([
    ["on one line", "It  failed\nbadly.", "It failed badly."],
    ["with its markup", "*a* **b** `c` [d](https://e.f)", "_a_ **b** `c` [d](https://e.f)"],
    ["with markup in markup, over lines", "**a\n`b`\n[c\nd](https://e.f)**", "**a `b` [c d](https://e.f)**"],
    ["with its line breaks", "a\\\nb", "a<br>b"],
    ["with its paragraphs", "a\n\nb\n\nc", "a<br><br>b<br><br>c"],
    ["with its list", "- a\n- b", "• a<br>• b"],
    ["with its numbers", "3. a\n4. b", "3. a<br>4. b"],
    ["with a list in a list", "- a\n  - b\n    - c\n- d", "• a<br>◦ b<br>• c<br>• d"],
    ["with numbers in numbers", "1. a\n   1. b\n   2. c\n2. d", "1. a<br>1.1. b<br>1.2. c<br>2. d"],
    ["with bullets in numbers", "1. a\n   - b", "1. a<br>• b"],
    ["with numbers in bullets", "- a\n  1. b", "• a<br>1. b"],
    ["with paragraphs in a list", "- a\n\n  b\n- c", "• a<br>b<br>• c"],
    ["with an item that says nothing", "- a\n-\n- b", "• a<br>•<br>• b"],
    ["with its quote", "> a\n>\n> b", "a<br>b"],
    ["with its code, line by line", "```\na | b\n\nc  d\n```", "`a \\| b`<br><br>`c d`"],
    ["with a stroke in code that has one before it", "`a\\|b`", "a\\\\\\|b"],
    ["with what is hidden, named", "- a\u200bb", "• aU+200Bb"],
  ])("is %s", async (_what, description, cell) => {
    expect(await cellOf(description)).toBe(cell);
  });
});

describe("a column", () => {
  const page = async (
    entries: string,
    columns: string,
    kind: "status-codes" | "error-codes" = "error-codes",
  ) => (await docsOf(specWith({ kind, columns, entries }))).get(`docs/small/${kind}.md`) ?? "";
  const headersOf = (text: string) =>
    (text.split("\n").find((line) => line.startsWith("| Code")) ?? "")
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim());

  test("is left out where no entry says anything in it", async () => {
    expect(headersOf(await page("- code: A.1\n", "[Error Code, Message]"))).toEqual(["Code", "Name"]);
    expect(
      headersOf(await page("- code: default\n  description: A.\n", "[Code, Meaning]", "status-codes")),
    ).toEqual(["Code", "Description"]);
  });

  test("is there where one says something", async () => {
    const entries =
      "- code: A.1\n  status: 400\n  module: B\n  message: C\n- code: A.2\n  description: D\n  solution: E\n  retired: '2'\n  other: {Note: F}\n";
    const columns = "[Status Code, Error Code, Module, Message, Description, Solution, {other: Note}]";
    expect(headersOf(await page(entries, columns))).toEqual([
      "Code",
      "Name",
      "HTTP status",
      "Module",
      "Message",
      "Description",
      "Solution",
      "Note",
      "Retired since",
    ]);
  });

  test.each(["#", "|", "-", "ab", "漢", "1."])(
    "is three signs wide under the header %j, as Prettier has it",
    async (header) => {
      const entries = `- code: A.1\n  other: {"${header}": a}\n`;
      const text = await page(entries, `[Error Code, {other: "${header}"}]`);
      expect(headersOf(text).at(-1)).toBe(header.replace("|", String.raw`\|`));
      expect(await format(text, { parser: "markdown" })).toBe(text);
    },
  );
});

describe("a page of a table", () => {
  const twoTables = (first: string, second: string) => {
    const text = specWith({ entries: "- code: 200\n  description: A.\n" });
    const table = text.slice(text.indexOf("  - kind"));
    const titled = (fields: string) => table.replace("    columns", `${fields}    columns`);
    return text.slice(0, text.indexOf("  - kind")) + titled(first) + titled(second);
  };
  const pathsOf = async (text: string) =>
    [...(await docsOf(text)).keys()]
      .filter((path) => path.startsWith("docs/small/") && path !== "docs/small/index.md")
      .map((path) => path.slice(11));

  test("is named by the table's title, and by its kind where it has none", async () => {
    const title = (text: string) => `    title: ${JSON.stringify(text)}\n`;
    expect(await pathsOf(twoTables(title("API & Gateway: codes (all)"), ""))).toEqual([
      "api-gateway-codes-all.md",
      "status-codes.md",
    ]);
    expect(await pathsOf(twoTables(title("不明"), title("Codes")))).toEqual(["codes.md", "status-codes.md"]);
  });

  test("has a number where another has its name", async () => {
    expect(await pathsOf(twoTables("", ""))).toEqual(["status-codes-2.md", "status-codes.md"]);
  });

  test("has the heading of what the table stands under, where it has no title", async () => {
    const docs = await docsOf(twoTables("    section: Of **all**\n", "    item: Normal\n    section: Odd\n"));
    expect(docs.get("docs/small/status-codes.md")).toMatch(/^# Small Service: Of all\n/);
    expect(docs.get("docs/small/status-codes-2.md")).toMatch(/^# Small Service: Normal\n/);
    expect(docs.get("docs/index.md")).toBe(
      "# Codes\n\n- [Small Service](./small/index.md)\n  - [Of all](./small/status-codes.md) (1)\n  - [Normal](./small/status-codes-2.md) (1)\n\n[The services compared, code by code](./comparison.md)\n",
    );
  });

  test("has the page's title where there is nothing else", async () => {
    expect((await docsOf(describing("A."))).get("docs/small/error-codes.md")).toMatch(
      /^# Small Service: Codes\n/,
    );
  });

  test("lists where the spec corrects the page, and only then", async () => {
    const deviations =
      "  deviations: {description: {original: 'A  *b*.', reason: Slip.}, message: {original: C, reason: D.}}\n";
    const entries = `- code: 200\n  message: OK\n  description: A.\n`;
    const page = async (text: string) =>
      (await docsOf(specWith({ entries: text }))).get("docs/small/status-codes.md");
    expect(await page(entries)).not.toContain("##");
    expect(await page(entries + deviations)).toMatch(
      /\n\n## Where this differs from the page\n\nCorrections of the vendor's text:\n\n- `200` message: the page says “C” – D.\n- `200` description: the page says “A _b_.” – Slip.\n$/,
    );
  });
});

test("the services are compared, code by code in numeric order", async () => {
  const service = (id: string, ...rows: readonly string[]) =>
    specWith({ id, entries: rows.map((row) => `- {code: ${row}}\n`).join("") }).replace(
      "Small Service",
      id.toUpperCase(),
    );
  const docs = await docsOf(
    service(
      "one",
      "500, description: Broke.",
      "200, description: Fine.",
      "404, description: It is not there any more.",
    ),
    service(
      "two",
      "200, description: Fine.",
      '404, description: "It is lost, or not there any more."',
      "100, description: More.",
    ),
    describing("No status codes.").replaceAll("small", "three"),
  );
  expect(docs.get("docs/comparison.md")).toBe(`# The services compared, code by code

Status codes: 4; listed by more than one service: 2; described differently: 1.

[![The services by status codes](./comparison.svg)](./comparison.svg)

Words in bold are not in the first description of a code; (...) stands for words of the first one that are left out.

## <a id="100"></a>100 Continue

| Services | Description |
| -------- | ----------- |
| TWO      | More.       |

## <a id="200"></a>200 OK

| Services | Description |
| -------- | ----------- |
| ONE, TWO | Fine.       |

## <a id="404"></a>404 Not Found

| Services | Description                            |
| -------- | -------------------------------------- |
| ONE      | It is not there any more.              |
| TWO      | It is **lost, or** not there any more. |

## <a id="500"></a>500 Internal Server Error

| Services | Description |
| -------- | ----------- |
| ONE      | Broke.      |
`);
});

describe("the picture of the comparison", () => {
  const said = (id: string, ...descriptions: readonly string[]) =>
    specWith({
      id,
      entries: descriptions.map((text, index) => `- {code: ${400 + index}, description: ${text}}\n`).join(""),
    }).replace("Small Service", id.toUpperCase());

  test("shows which services say the same as most, have words of their own, or do not list a code", async () => {
    const docs = await docsOf(
      said("one", "A.", "Same.", "Mine."),
      said("two", "A.", "Other."),
      said("three", "B.", "Same."),
    );
    const cells = [...(docs.get("docs/comparison.svg") ?? "").matchAll(/<title>(\w+ \d+: [^<]*)</g)];
    expect(cells.map(([, cell]) => cell)).toEqual([
      "ONE 400: same words as most",
      "ONE 401: same words as most",
      "ONE 402: same words as most",
      "THREE 400: words of its own",
      "THREE 401: same words as most",
      "THREE 402: not listed",
      "TWO 400: same words as most",
      "TWO 401: words of its own",
      "TWO 402: not listed",
    ]);
  });

  test("takes no words for those of most where all differ", async () => {
    const docs = await docsOf(said("one", "A."), said("two", "B."));
    expect(docs.get("docs/comparison.svg")).toMatch(
      /ONE 400: words of its own<.*TWO 400: words of its own</s,
    );
  });
});

describe("a page of a table says where its page is", () => {
  const originOf = async (page: string) => {
    const docs = await docsOf(specWith({ page, entries: "- {code: 200, description: Fine.}\n" }));
    return docs.get("docs/small/status-codes.md")?.split("\n")[2];
  };

  test.each([
    ["nothing of a file", "source: pages/codes.rst\n", "| Code"],
    ["nothing of an address that is none", "source: 'https://'\n", "| Code"],
    [
      "its latest version",
      "source: https://a.example/codes.rst\n",
      "Transcribed from Codes ([latest version](https://a.example/codes.rst)).",
    ],
    [
      "its revision",
      "permalink: https://a.example/1f/codes.rst\n",
      "Transcribed from [Codes](https://a.example/1f/codes.rst).",
    ],
    [
      "both",
      "source: https://a.example/codes.rst\npermalink: https://a.example/1f/codes.rst\n",
      "Transcribed from [Codes](https://a.example/1f/codes.rst) ([latest version](https://a.example/codes.rst)).",
    ],
  ])("%s", async (_what, page, line) => {
    expect((await originOf(page))?.slice(0, line.length)).toBe(line);
  });
});

test("words that a description leaves out are marked as left out", async () => {
  const service = (id: string, text: string) =>
    specWith({ id, entries: `- {code: 400, description: ${text}}\n` });
  const docs = await docsOf(service("one", "It broke and was mended."), service("two", "It broke."));
  expect(docs.get("docs/comparison.md")).toContain("It broke (...).");
});

test("each code of a service has an anchor of its own, which leads to its table", async () => {
  const entries = ["A.1", "a b", "-1", "~é", "400/404"].map((code) => `- {code: "${code}"}\n`).join("");
  const docs = await docsOf(specWith({ kind: "error-codes", columns: "[Error Code]", entries }));
  const page = docs.get("docs/small/index.md") ?? "";
  const links = [...page.matchAll(/<a id="([^"]*)"><\/a>\[`[^`]*`\]\(\.\/error-codes\.md#([^)]*)\)/g)];
  const ids = ["A.1", "a~20b", "-1", "~7e~e9", "400~2f404"];
  expect(links.map(([, id, target]) => [id, target])).toEqual(ids.map((id) => [id, id]));
  for (const id of ids) expect(docs.get("docs/small/error-codes.md")).toContain(`<a id="${id}"></a>`);
});

test("pages that several services have under one name tell the service too, whatever their case", async () => {
  const service = (id: string, pageId: string) =>
    describing("A.")
      .replace("id: small\n  title", `id: ${pageId}\n  title`)
      .replace("id: small\n  name", `id: ${id}\n  name`);
  const specs = [service("one", "Codes"), service("two", "codes"), service("three", "Others")];
  const catalogue = catalogueOf(specs.map((text, index) => ({ file: `spec/${index}.yaml`, text })));
  const files = await emitTree(catalogue, "enum", ["page"]);
  expect(files.map(({ path }) => path)).toEqual([
    "pages/Codes.one.rst",
    "pages/Others.rst",
    "pages/codes.two.rst",
  ]);
});

describe("the name of a table's page", () => {
  /** The pages of a service with tables of these titles. */
  async function pagesOf(...titles: readonly string[]): Promise<string[]> {
    const tables = titles.map(
      (title, index) =>
        `  - kind: error-codes\n    title: ${JSON.stringify(title)}\n    entries: [{ code: A.${index} }]\n`,
    );
    const docs = await docsOf(`service: { id: small, name: Small }\ntables:\n${tables.join("")}`);
    return [...docs.keys()].flatMap(
      (path) =>
        /^docs\/small\/(?!index)(.*)\.md$|^docs\/small\/(index-.*)\.md$/
          .exec(path)
          ?.slice(1)
          .filter(Boolean) ?? [],
    );
  }

  test.each([
    ["Errors  of -- orders!", "errors-of-orders"],
    ["Index", "index-2"],
    ["Con", "con-table"],
    ["LPT1", "lpt1-table"],
    ["com9", "com9-table"],
    ["Connections", "connections"],
    ["Falcon", "falcon"],
    ["comx", "comx"],
    ["!?", "error-codes"],
    ["a".repeat(99) + " b", "a".repeat(99)],
    ["a".repeat(150), "a".repeat(100)],
  ])("of %j", async (title, page) => {
    expect(await pagesOf(title)).toEqual([page]);
  });

  test("is another one for each table", async () => {
    expect((await pagesOf("Errors", "Errors", "Errors", "Errors 2")).sort()).toEqual([
      "errors",
      "errors-2",
      "errors-2-2",
      "errors-3",
    ]);
  });
});

test("where no service has status codes, nothing is compared", async () => {
  const docs = await docsOf(describing("It failed."));
  expect([...docs.keys()]).toEqual(["docs/index.md", "docs/small/error-codes.md", "docs/small/index.md"]);
  expect(docs.get("docs/index.md")).not.toContain("omparison");
});
