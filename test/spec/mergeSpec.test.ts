import { describe, expect, test } from "vitest";
import { mergeSpec } from "../../generator/spec/mergeSpec.js";
import { parseSpec } from "../../generator/spec/parseSpec.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";

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
  const parsed = parseSpec(parseYaml("page.yaml", onPage));
  if (!("spec" in parsed)) throw parsed.error;
  return mergeSpec(existing, parsed.spec, "2026-01-02");
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

  test("is matched to the next of its kind, whatever stands between", () => {
    const before = codes(ok) + errors(error("A.1", "One.")) + codes(gone);
    const now = codes(ok) + codes(row(404, "Gone.")) + errors(error("A.1", "Two."));
    expect(tables(before, now)).toBe(codes(ok) + errors(error("A.1", "Two.")) + codes(row(404, "Gone.")));
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

  test("is not hindered by a row that is none", () => {
    const before = codes(ok, "      - 404 Not Found\n");
    expect(tables(before, codes(ok))).toBe(before);
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
