import { parseSpec } from "../../generator/spec/definition.js";
import { describe, expect, test } from "vitest";
import { type MergedSpec, mergeSpec } from "../../generator/spec/mergeSpec.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { withPage } from "../pageSpecs.js";

const head = `# Ours.
service:
  id: shop
  name: Shop
page:
  id: shop_1
  title: Codes
tables:
`;
const codes = (...rows: readonly string[]) =>
  `  - kind: status-codes\n    columns: [Status Code, Description]\n    entries:\n${rows.join("")}`;
const errors = (...rows: readonly string[]) =>
  `  - kind: error-codes\n    columns: [Error Code, Message]\n    entries:\n${rows.join("")}`;
const row = (code: number, description: string, more = "") =>
  `      - code: ${code}\n        description: ${description}\n${more}`;
const error = (code: string, message: string, more = "") =>
  `      - code: ${code}\n        message: ${message}\n${more}`;
const field = (text: string) => `        ${text}\n`;
const retired = field("retired: 2026-01-02");
const deviation = (original: string, reason = "A slip.") =>
  field("deviations:") +
  field("  description:") +
  field(`    original: ${original}`) +
  field(`    reason: ${reason}`);

const ok = row(200, "It worked.");
const gone = row(404, "It is not there.");
const broken = row(500, "It broke.");

/** The text of a spec once the page says what another spec says. */
function merged(existing: string, onPage: string): string {
  return mergedSpec(existing, onPage).text;
}

function mergedSpec(existing: string, onPage: string): MergedSpec {
  const parsed = parseSpec(parseYaml("page.yaml", onPage));
  if (!("spec" in parsed)) throw parsed.error;
  return mergeSpec(existing, withPage(parsed.spec), "2026-01-02");
}

/** The tables of a spec once the page has others. */
const tables = (existing: string, onPage: string) =>
  merged(head + existing, head + onPage).slice(head.length);

describe("a spec whose page says the same", () => {
  test("stays byte for byte, however it is laid out", () => {
    const odd = `${head}${codes(ok)}`
      .replace("id: shop_1", "id:   'shop_1'  # quoted")
      .replace("200", '"200"');
    expect(merged(odd, head + codes(ok))).toBe(odd);
  });

  test("stays as it is with a text as a block, whose last line break says nothing", () => {
    const block = row(200, "|\n          It worked.");
    expect(tables(codes(block), codes(ok))).toBe(codes(block));
  });

  test("stays as it is with names, retired codes and deviations that no page tells", () => {
    const own = codes(
      row(200, "It worked well.", field("name: Fine") + deviation("It worked.")),
      gone + retired,
    );
    expect(tables(own, codes(ok))).toBe(own);
  });
});

describe("the page", () => {
  test("gives its title, digest and label", () => {
    const now = head.replace(
      "title: Codes",
      "title: All codes\n  label: all\n  digest: sha256:" + "0".repeat(64),
    );
    expect(merged(head + codes(ok), now + codes(ok))).toBe(
      head
        .replace("title: Codes", "title: All codes")
        .replace("tables:", `  label: all\n  digest: sha256:${"0".repeat(64)}\ntables:`) + codes(ok),
    );
  });

  test("takes away what it no longer has", () => {
    const before = head.replace("title: Codes", "title: Codes\n  label: all");
    expect(merged(before + codes(ok), head + codes(ok))).toBe(head + codes(ok));
  });

  test("does not rename the service", () => {
    const other = head.replace("name: Shop", "name: Store");
    expect(merged(head + codes(ok), other + codes(ok))).toBe(head + codes(ok));
  });
});

describe("a table", () => {
  test("takes the page's columns and title, in the style of a person", () => {
    const now = codes(ok)
      .replace("[Status Code, Description]", "[Code, Meaning]")
      .replace("    entries", "    title: All\n    entries");
    expect(tables(codes(ok), now)).toBe(
      codes(ok).replace("[Status Code, Description]", "[Code, Meaning]") + "    title: All\n",
    );
  });

  test("is where the page has it", () => {
    const before = codes(ok) + errors(error("A.1", "One.")) + codes(gone);
    const now = codes(ok) + codes(row(404, "Gone.")) + errors(error("A.1", "Two."));
    expect(tables(before, now)).toBe(now);
  });

  test("is the one that it has most rows in common with, whatever comes before it", () => {
    const named = codes(row(404, "It is not there.", field("name: Missing")), broken);
    const first = codes(ok, row(404, "No such thing."));
    expect(tables(named, first + codes(gone, broken))).toBe(first + named);
  });

  test("is told by its title from another with the same rows", () => {
    const titled = (title: string, ...rows: readonly string[]) =>
      codes(...rows).replace("    columns", `    title: ${title}\n    columns`);
    const before = titled("Read", ok) + titled("Write", row(200, "It worked.", field("name: Written")));
    expect(tables(before, titled("Write", ok) + titled("Read", ok))).toBe(
      titled("Write", row(200, "It worked.", field("name: Written"))) + titled("Read", ok),
    );
  });

  test("is the next of its kind where it has no row in common with any", () => {
    const before = errors(error("A.1", "One.")) + codes(ok);
    expect(tables(before, errors(error("B.1", "One.")) + codes(ok))).toBe(
      errors(error("A.1", "One.", retired), error("B.1", "One.")) + codes(ok),
    );
  });

  test("goes where all its rows are in other tables now", () => {
    const before = errors(error("A.1", "One.")) + errors(error("A.2", "Two.", field("name: Second")));
    expect(tables(before, errors(error("A.1", "One."), error("A.2", "Two.")))).toBe(
      errors(error("A.1", "One."), error("A.2", "Two.", field("name: Second"))),
    );
  });

  test("that is new is added, though the others stay as they are", () => {
    const now = codes(ok) + errors(error("A.1", "One."));
    expect(tables(codes(ok), now)).toBe(now);
  });

  test("that is gone has all its codes retired, once", () => {
    const before = codes(ok) + errors(error("A.1", "One."), error("A.2", "Two.", field('retired: "1.0"')));
    const after =
      codes(ok) + errors(error("A.1", "One.", retired), error("A.2", "Two.", field('retired: "1.0"')));
    expect(tables(before, codes(ok))).toBe(after);
    expect(tables(after, codes(ok))).toBe(after);
  });
});

describe("a code", () => {
  test("that is new stands where the page has it", () => {
    expect(tables(codes(ok, broken), codes(ok, gone, broken))).toBe(codes(ok, gone, broken));
  });

  test("that moves keeps its comment", () => {
    const commented = `      # Seldom.\n${gone}`;
    expect(tables(codes(ok, commented), codes(gone, ok))).toBe(
      codes(commented, ok).replace("      # Seldom.\n", "      # Seldom.\n"),
    );
  });

  test("that is gone is retired behind the code that it stood behind", () => {
    expect(tables(codes(ok, gone, broken), codes(broken, ok))).toBe(codes(broken, ok, gone + retired));
    expect(tables(codes(ok, gone, broken), codes(gone, broken))).toBe(codes(ok + retired, gone, broken));
  });

  test("that is gone stays retired since when it was", () => {
    const before = codes(ok, gone + field('retired: "1.0"'));
    expect(tables(before, codes(ok))).toBe(before);
    expect(tables(before, codes(row(200, "Fine.")))).toBe(before.replace("It worked.", "Fine."));
  });

  test("that is back is retired no more", () => {
    expect(tables(codes(ok, gone + retired), codes(ok, gone))).toBe(codes(ok, gone));
  });

  test("that stands several times is matched by what else it says", () => {
    const one = error("A.1", "One.", field("name: First"));
    const two = error("A.1", "Two.", field("module: Core"));
    const before = errors(one, two);
    expect(tables(before, errors(error("A.1", "Two.", field("module: Core")), error("A.1", "One.")))).toBe(
      errors(two, one),
    );
    expect(tables(before, errors(error("A.1", "Two!", field("module: Core")), error("A.1", "One.")))).toBe(
      errors(two.replace("Two.", "Two!"), one),
    );
  });

  test("that stands several times is the first of those that say the same", () => {
    const first = error("A.1", "One.", field("name: First"));
    const second = error("A.1", "One.", field("name: Second"));
    expect(tables(errors(first, second), errors(error("A.1", "One.")))).toBe(
      errors(first, error("A.1", "One.", field("name: Second") + retired)),
    );
  });

  test("that stands several times is the one with most in common, wherever that stands", () => {
    const [one, two, three] = ["One.", "Two.", "Three."].map((text) => error("A.1", text));
    const before = errors(one ?? "", two ?? "", three ?? "");
    expect(tables(before, errors(two ?? ""))).toBe(
      errors(error("A.1", "One.", retired), two ?? "", error("A.1", "Three.", retired)),
    );
  });

  test("is another where the code is, whatever else it says", () => {
    const moved = row(410, "It is not there.");
    expect(tables(codes(ok, gone), codes(ok, moved))).toBe(codes(ok, gone + retired, moved));
  });

  test("may change its place with the next, behind others that stay", () => {
    expect(tables(codes(ok, gone, broken), codes(ok, broken, gone))).toBe(codes(ok, broken, gone));
  });

  test("that moves to another table keeps what people said of it", () => {
    const own = error("A.2", "Two.", field("name: Second"));
    const before = errors(error("A.1", "One."), own) + errors(error("B.1", "One."));
    const now = errors(error("A.1", "One.")) + errors(error("B.1", "One."), error("A.2", "Two!"));
    expect(tables(before, now)).toBe(
      errors(error("A.1", "One.")) + errors(error("B.1", "One."), own.replace("Two.", "Two!")),
    );
  });

  test("of a status is another in another table, unless it says the same there", () => {
    const own = row(404, "It is not there.", field("name: Missing"));
    const before = codes(ok, own) + codes(row(201, "It is there."));
    expect(tables(before, codes(ok) + codes(row(201, "It is there."), row(404, "It went.")))).toBe(
      codes(ok, own + retired) + codes(row(201, "It is there."), row(404, "It went.")),
    );
    expect(tables(before, codes(ok) + codes(row(201, "It is there."), gone))).toBe(
      codes(ok) + codes(row(201, "It is there."), own),
    );
  });

  test("that the page lists again is the retired one of another table, too", () => {
    const before = errors(error("A.1", "One."), error("A.2", "Two.", retired)) + errors(error("B.1", "One."));
    const now = errors(error("A.1", "One.")) + errors(error("B.1", "One."), error("A.2", "Two."));
    expect(tables(before, now)).toBe(now);
  });

  test("that is listed once more has the name that people gave it", () => {
    const own = error("A.1", "One.", field("name: First"));
    const more = error("A.1", "Two.");
    expect(tables(errors(own), errors(error("A.1", "One."), more))).toBe(
      errors(own, more.replace("message", "name: First\n        message")),
    );
  });

  test("whose new message is that of another code gets the name that import makes", () => {
    const said = (code: number, message: string, more = "") =>
      row(code, "It worked.", field(`message: ${message}`) + more);
    const now = codes(said(200, "OK"), said(201, "OK", field("name: Created")));
    expect(tables(codes(said(200, "OK"), said(201, "Created")), now)).toBe(now);
    const renamed = codes(said(200, "OK", field("name: Fine")), said(201, "OK"));
    expect(tables(renamed, now)).toBe(renamed);
  });

  test("is not hindered by a row that is none", () => {
    const before = codes(ok, "      - 404 Not Found\n");
    expect(tables(before, codes(ok))).toBe(before);
    expect(tables(before, codes(broken, ok))).toBe(codes(broken, ok, "      - 404 Not Found\n"));
  });

  test("gains and loses fields as on the page, and keeps its name", () => {
    const before = errors(error("A.1", "One.", field("name: First") + field("module: Core")));
    expect(tables(before, errors(error("A.1", "One.", field("solution: Wait."))))).toBe(
      errors(error("A.1", "One.", field("name: First") + field("solution: Wait."))),
    );
  });

  test("whose new text has several lines gets a block", () => {
    expect(tables(codes(ok), codes(row(200, '"One.\\n\\nTwo."')))).toBe(
      codes(row(200, "|\n          One.\n\n          Two.")),
    );
  });
});

describe("a text that the page says in other words of Markdown", () => {
  test.each([
    ['"*It* worked."', '"_It_ worked."'],
    ['"It worked #1."', String.raw`It worked \#1.`],
    ["|\n          It\n          worked.", "It worked."],
    ["|\n          * One\n\n          * Two", "|\n          - One\n          - Two"],
  ])("keeps its spelling: %j", (spelling, read) => {
    const before = codes(row(200, spelling));
    expect(tables(before, codes(row(200, read)))).toBe(before);
  });

  test("is another where a space no longer keeps words together", () => {
    const now = codes(row(200, "It worked."));
    expect(tables(codes(row(200, "It\u00a0worked.")), now)).toBe(now);
  });

  test("is taken as it is where the page has it word for word", () => {
    const before = head.replace("title: Codes", "title: Codes\n  after: _It_ ends.");
    const now = head.replace("title: Codes", 'title: Codes\n  after: "*It* ends."');
    expect(merged(before + codes(ok), now + codes(ok))).toBe(now + codes(ok));
  });
});

describe("columns", () => {
  const columns = (text: string) => codes(ok).replace("[Status Code, Description]", text);

  test("stay as they are where one gives a role that its header tells", () => {
    const own = columns("[code: Status Code, Description]");
    expect(tables(own, codes(ok))).toBe(own);
  });

  test("take another role", () => {
    expect(tables(columns("[Status Code, Text]"), columns("[Status Code, {other: Text}]"))).toBe(
      columns("[Status Code, {other: Text}]"),
    );
  });
});

test("each entry is counted once", () => {
  const before = errors(
    error("A.1", "One."),
    error("A.2", "Two."),
    error("A.3", "Three.", retired),
    error("A.4", "Four.", retired),
    error("A.5", "Five."),
  );
  const now = errors(
    error("A.1", "One."),
    error("A.2", "Two!"),
    error("A.3", "Three."),
    error("A.6", "Six."),
  );
  expect(mergedSpec(head + before, head + now).entries).toEqual({
    added: 1,
    altered: 2,
    retired: 1,
    kept: 2,
  });
});

describe("a correction of the page", () => {
  const corrected = row(200, "It worked.", field("name: Fine") + deviation("It workd."));

  test("stays while the page says its original", () => {
    expect(tables(codes(corrected), codes(row(200, "It workd.")))).toBe(codes(corrected));
  });

  test("goes when the page says what it says, and leaves no empty mapping", () => {
    expect(tables(codes(corrected), codes(ok))).toBe(codes(row(200, "It worked.", field("name: Fine"))));
  });

  test("has the page's new words as its original where the page says something else", () => {
    expect(tables(codes(corrected), codes(row(200, "It wokred.")))).toBe(
      codes(corrected.replace("workd", "wokred")),
    );
  });

  test("leaves the other correction of the entry alone", () => {
    const message = field("  message:") + field("    original: Okay") + field("    reason: Case.");
    const both = row(200, "It worked.", field("message: OK") + deviation("It workd.") + message);
    const now = row(200, "It worked.", field("message: Okay"));
    expect(tables(codes(both), codes(now))).toBe(
      codes(row(200, "It worked.", field("message: OK") + field("deviations:") + message)),
    );
  });

  test("goes with the text that the page no longer has", () => {
    const before = error("A.1", "One.", field("description: Two.") + deviation("Tow."));
    expect(tables(errors(before), errors(error("A.1", "One.")))).toBe(errors(error("A.1", "One.")));
  });
});
