import { parseSpec } from "../../generator/spec/definition.js";
import { describe, expect, test } from "vitest";
import { mergeSpec } from "../../generator/spec/mergeSpec.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { withPage } from "../pageSpecs.js";

interface Row {
  readonly code: string;
  readonly [field: string]: unknown;
}

/** The text of a spec of one table once its page has these rows, and these columns. */
function merged(existing: string, entries: readonly Row[], columns?: readonly unknown[]): string {
  const parsed = parseSpec(parseYaml("spec.yaml", existing));
  if (!("spec" in parsed)) throw parsed.error;
  const [table] = parsed.spec.tables;
  if (!table) throw new Error("The spec has no table.");
  const page = parseSpec({
    ...parseYaml("page.yaml", ""),
    data: { ...parsed.spec, tables: [{ ...table, columns: columns ?? table.columns, entries }] },
  });
  if (!("spec" in page)) throw page.error;
  return mergeSpec(existing, withPage(page.spec), "2026-01-02").text;
}

const ok = { code: "200", message: "OK", description: "It worked." };
const gone = { code: "404", message: "Not Found", description: "It is not there." };
const broken = { code: "500", message: "Error", description: "It broke." };

const head = `# Ours.
service: # who
  id: shop
  name: Shop
page:
  id: shop_1
  title: Codes
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
`;
const commented = `${head}      # The good one.
      - code: 200 # fine
        message: OK
        description: It worked. # as said
        # Said nowhere else.

      # Seldom seen.
      - code: 404
        # What it says.
        message: Not Found
        name: Gone # ours
        description: >- # wrapped
          It is not
          there.
      # The end.
`;

describe("comments", () => {
  test("stay behind a value that changes", () => {
    const now = [{ ...ok, description: "It went well." }, gone];
    expect(merged(commented, now)).toBe(commented.replace("It worked.", "It went well."));
  });

  test("stay behind a value that gets several lines", () => {
    const now = [{ ...ok, description: "It worked.\n\nWell." }, gone];
    expect(merged(commented, now)).toBe(
      commented.replace("It worked. # as said", "| # as said\n          It worked.\n\n          Well."),
    );
  });

  test("stay behind the mark that begins a block", () => {
    const now = [ok, { ...gone, description: "It went." }];
    expect(merged(commented, now)).toBe(commented.replace("It is not\n          there.", "It went."));
  });

  test("below a text that becomes a block are not taken into it", () => {
    const indented = commented.replace("        # Said", "             # Said");
    expect(merged(indented, [{ ...ok, description: "It worked.\n\nWell." }, gone])).toBe(
      commented.replace("It worked. # as said", "| # as said\n          It worked.\n\n          Well."),
    );
  });

  test("go with their entries", () => {
    const [before = "", first = "", second = "", after = ""] = commented.split(
      /(?= {6}# The good)|(?<=else\.\n)|(?= {6}# The end)/,
    );
    expect(merged(commented, [gone, ok])).toBe(before + second.slice(1) + "\n" + first + after);
  });

  test("stay before and behind an entry that is retired, and at the end of the list", () => {
    const retired = "\n        retired: 2026-01-02";
    expect(merged(commented, [ok])).toBe(commented.replace("there.", `there.${retired}`));
    expect(merged(commented, [gone])).toBe(commented.replace("# as said", `# as said${retired}`));
  });

  test("stay as lines of their own where what they are about goes", () => {
    const { message: _message, ...wordless } = gone;
    const own = commented.replace("message: Not Found", "message: Not Found # the phrase");
    expect(merged(own, [ok, wordless])).toBe(own.replace("message: Not Found # the phrase", "# the phrase"));
    const back = commented.replace("name: Gone # ours", "retired: 2.0 # they said");
    expect(merged(back, [ok, gone])).toBe(back.replace("retired: 2.0 # they said", "# they said"));
  });

  test.each([
    ["a header", ["Status Code", "Message", "Meaning"]],
    ["all headers", [{ code: "HTTP" }, { message: "Text" }, { description: "Meaning" }]],
    ["a header, which gets a role", ["Status Code", { message: "Text" }, "Description"]],
    ["the order", ["Message", "Status Code", "Description"]],
    ["the number", ["Status Code", "Message", "Description", { other: "Extra" }]],
  ])("stay in a block of columns of which %s changes", (_, columns) => {
    const block = `columns: # all
      # first
      - Status Code # what
      # second
      - Message # said
      - Description # why
      # end
`;
    const own = commented.replace("columns: [Status Code, Message, Description]\n", block);
    const now = merged(own, [ok, gone], columns);
    expect(now).not.toBe(own);
    const commentsOf = (text: string) => (text.match(/# .*$/gm) ?? []).sort();
    expect(commentsOf(now)).toEqual(commentsOf(own));
  });

  test("stay in a list of columns that changes", () => {
    const columns =
      "\n      - Status Code # what\n      # Which.\n      - Message # said\n      - Description # why\n";
    const own = commented.replace(" [Status Code, Message, Description]\n", columns);
    const other = ["Status Code", "Message", "Meaning"];
    expect(merged(own, [ok, gone], other)).toBe(own.replace("Description # why", "Meaning # why"));
    expect(merged(own, [ok, gone], ["Status Code", "Description"])).toBe(
      own.replace("- Message # said", "# said"),
    );
  });
});

describe("a file", () => {
  const edited = [{ ...ok, description: "One.\n\nTwo." }, { ...broken, other: { Note: "None." } }, gone];
  const expected = merged(commented, edited);

  test("keeps its byte order mark", () => {
    expect(merged(`\uFEFF${commented}`, edited)).toBe(`\uFEFF${expected}`);
    const flow = `\uFEFF${JSON.stringify(parseYaml("", commented).data)}\n`;
    expect(merged(flow, [{ ...ok, message: "Fine" }, gone])).toBe(flow.replace('"OK"', '"Fine"'));
  });

  test("keeps its line ends", () => {
    expect(merged(commented.replaceAll("\n", "\r\n"), edited)).toBe(expected.replaceAll("\n", "\r\n"));
  });

  test("keeps having no line end at its end", () => {
    const bare = commented.replace("      # The end.\n", "").trimEnd();
    expect(merged(bare, [ok])).toBe(`${bare}\n        retired: 2026-01-02`);
    expect(merged(`${bare}\n        other: { Note: None. }`, [ok, gone])).toBe(bare);
  });

  test("keeps what stands before and after its document", () => {
    const marked = `%YAML 1.2\n---\n${commented}...\n`;
    expect(merged(marked, edited)).toBe(`%YAML 1.2\n---\n${expected}...\n`);
  });

  test("keeps anchors, though nothing refers to them", () => {
    const anchored = commented
      .replace("- code: 404", "- &gone\n        code: &code 404")
      .replace("OK", "&ok OK");
    expect(merged(anchored, [{ ...ok, message: "Fine" }, broken, gone])).toContain("message: &ok Fine\n");
    expect(merged(anchored, [ok])).toBe(anchored.replace("there.", "there.\n        retired: 2026-01-02"));
  });
});

describe("new lines", () => {
  test("are indented as in the file", () => {
    const wide = `service:
    id: shop
    name: Shop
page:
    id: shop_1
    title: Codes
tables:
-   kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
    -   code: 200
        message: OK
        description: It worked.
`;
    const now = [
      { ...ok, other: { Note: "One." } },
      { ...broken, description: "One.\n\nTwo." },
    ];
    expect(merged(wide, now)).toBe(`${wide}        other:
            Note: One.
    -   code: 500
        message: Error
        description: |
            One.

            Two.
`);
  });

  test("of an entry are parted by a blank line where others are", () => {
    const airy = `${head}      - code: 200
        message: OK
        description: It worked.

      - code: 404
        message: Not Found
        description: It is not there.
`;
    const added = "      - code: 500\n        message: Error\n        description: It broke.\n";
    expect(merged(airy, [ok, gone, broken])).toBe(`${airy}\n${added}`);
    expect(merged(airy, [broken, ok, gone])).toBe(airy.replace(head, `${head}${added}\n`));
  });
});

describe("a value that changes", () => {
  const change = (written: string, description: string) => {
    const own = (text: string) =>
      `${head}      - code: 200\n        message: OK\n        description: ${text}\n`;
    return merged(own(written), [{ ...ok, description }]).slice(own("").length - 1);
  };

  test.each([
    ["keeps its double quotes", '"It worked."', 'So "what"?', '"So \\"what\\"?"\n'],
    ["keeps its single quotes", "'It worked.'", "It's so.", "'It''s so.'\n"],
    ["keeps being a block", "|\n          It worked.", "Well.", "|\n          Well.\n"],
    [
      "keeps being a folded block",
      ">\n          It\n          worked.",
      "One.\nTwo.",
      ">\n          One.\n\n          Two.\n",
    ],
    ["keeps ending without a line end", "|-\n          It worked.", "Well.", "|-\n          Well.\n"],
    ["keeps ending with blank lines", "|+\n          It worked.\n", "Well.", "|+\n          Well.\n\n"],
    ["keeps its line", "\n          It worked.", "Well.", "\n          Well.\n"],
    ["gets quotes where it needs them", "It worked.", "yes: no", '"yes: no"\n'],
    ["is a text, whatever it looks like", "It worked.", "404", '"404"\n'],
    [
      "of several lines leaves its quotes",
      '"It worked."',
      "One.\n\nTwo.",
      "|\n          One.\n\n          Two.\n",
    ],
    ["may begin with a blank", "It worked.", "    a\nb", "|2\n              a\n          b\n"],
    ["has no other way than quotes for control characters", "It worked.", "a\u0007", '"a\\a"\n'],
  ])("%s", (_, written, description, expected) => {
    expect(change(written, description)).toBe(expected);
  });

  test("of a code is a number where it can be one, and keeps its quotes", () => {
    const errors = (status: string) =>
      `${head.replace("status-codes", "error-codes")}      - code: "A.1"\n        status: ${status}\n        description: It worked.\n`;
    const row = (status: string) => [{ code: "A.1", status, description: "It worked." }];
    expect(merged(errors("400"), row("404"))).toBe(errors("404"));
    expect(merged(errors("400"), row("4xx"))).toBe(errors("4xx"));
    expect(merged(errors('"400"'), row("404"))).toBe(errors('"404"'));
  });
});

describe("what is written between brackets", () => {
  const flow = `${head}      - { "code": 200, message: 'OK', description: It worked. } # fine
      - {
          code: 404, # gone
          message: Not Found,
          # Why.
          description: It is not there.
        }
`;

  test("changes between its commas", () => {
    const now = [
      { ...ok, message: "It's fine" },
      { ...gone, description: "One, two.\nThree." },
    ];
    expect(merged(flow, now)).toBe(
      flow.replace("'OK'", "'It''s fine'").replace("It is not there.", '"One, two.\\nThree."'),
    );
  });

  test("gains fields where the others end", () => {
    expect(merged(flow, [{ ...ok, other: { Note: "a, b" } }])).toBe(
      flow
        .replace("It worked. }", 'It worked., other: {Note: "a, b"} }')
        .replace("It is not there.\n", "It is not there.,\n          retired: 2026-01-02\n"),
    );
  });

  test("gains fields behind the last comment, and keeps the last comma", () => {
    const own = flow.replace("It is not there.\n", "It is not there., # so\n");
    expect(merged(own, [ok])).toBe(own.replace("# so\n", "# so\n          retired: 2026-01-02,\n"));
  });

  test("loses fields with their commas, and no comments", () => {
    const wordless = [
      { code: "200", description: "It worked." },
      { code: "404", description: "It is not there." },
    ];
    expect(merged(flow, wordless)).toBe(
      flow.replace(" message: 'OK',", "").replace("message: Not Found,\n          # Why.", "# Why."),
    );
    const last = flow.replace(
      "message: 'OK', description: It worked.",
      "description: It worked., message: 'OK'",
    );
    expect(merged(last, [wordless[0] ?? ok, gone])).toBe(last.replace(", message: 'OK'", ""));
  });

  test("may be the whole list: entries change their places and come to its end", () => {
    const list = `${head.trimEnd()} [\n      {code: 200, message: OK, description: It worked.}, # fine\n      {code: 404, message: Not Found, description: It is not there.}\n    ]\n`;
    expect(merged(list, [ok, gone, broken])).toBe(
      list.replace("there.}\n", "there.},\n      {code: 500, message: Error, description: It broke.}\n"),
    );
    expect(merged(list, [broken, ok, gone])).toBe(
      list.replace("[\n      ", "[\n      {code: 500, message: Error, description: It broke.},\n      "),
    );
    expect(parseYaml("", merged(list, [gone, broken, ok])).data).toMatchObject({
      tables: [{ entries: [gone, broken, ok] }],
    });
  });

  test("may be the whole spec, as JSON", () => {
    const json = `${JSON.stringify(parseYaml("", commented).data, undefined, 2)}\n`;
    const now = merged(json, [{ ...ok, message: "Fine" }, broken, gone]);
    const added = "        {code: 500, message: Error, description: It broke.},\n";
    expect(now).toBe(
      json.replace('"OK"', '"Fine"').replace('        {\n          "code": "404"', (old) => added + old),
    );
  });

  test("keeps the comments of columns that change", () => {
    const columns = "[\n      Status Code, # what\n      Message, # said\n      Description # why\n    ]";
    const own = commented.replace("[Status Code, Message, Description]", columns);
    expect(merged(own, [ok, gone], ["Status Code", "Description"])).toBe(
      own.replace("Message, # said", "# said"),
    );
    expect(merged(own, [ok, gone], ["Status Code", "Message", "Meaning"])).toBe(
      own.replace("Description # why", "Meaning # why"),
    );
    expect(merged(own, [ok, gone], [{ other: "Note" }, "Code", "Message", "Description"])).toBe(
      own.replace("Status Code, #", "{other: Note},\n      Code, #"),
    );
    expect(merged(own, [ok, gone], ["Status Code", "Message"])).toContain(
      "[\n      Status Code, # what\n      Message # said\n",
    );
  });
});
