import { parseSpec } from "../../generator/spec/definition.js";
import { describe, expect, test } from "vitest";
import { writeSpec } from "../../generator/spec/writeSpec.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { specWith } from "./specWith.js";

/** A spec, written anew. */
function rewritten(text: string): string {
  const parsed = parseSpec(parseYaml("spec/small.yaml", text));
  if (!("spec" in parsed)) throw parsed.error;
  return writeSpec(parsed.spec, "../schema.json");
}

const modeline = "# yaml-language-server: $schema=../schema.json\n";
const errorCodes = (entries: string, columns = "[Error Code]") =>
  specWith({ kind: "error-codes", columns, entries });

describe("a spec is written as a person would have written it", () => {
  test.each([
    ["numbers without quotes where they are codes", errorCodes("- code: 404\n  status: 500\n- code: 0\n")],
    ["other numbers with quotes", errorCodes('- code: "0404"\n- code: "1e3"\n- code: "1000000000"\n')],
    ["numbers that are no codes with quotes", errorCodes('- code: A.1\n  message: "404"\n')],
    [
      "versions and dates as texts",
      errorCodes('- code: A.1\n  retired: "2.10"\n- code: A.2\n  retired: 2024-11-06\n'),
    ],
    ["long texts on one line", errorCodes(`- code: A.1\n  description: ${"word ".repeat(60)}end.\n`)],
    ["columns on one line", errorCodes("- code: A.1\n", "[Error Code, {other: Note}, {description: What}]")],
    [
      "deviations as blocks",
      errorCodes(
        "- code: A.1\n  message: B.\n  deviations:\n    message:\n      original: C.\n      reason: D.\n",
      ),
    ],
    [
      "other cells as blocks",
      errorCodes("- code: A.1\n  other:\n    Note: B.\n", "[Error Code, {other: Note}]"),
    ],
  ])("%s", (_what, text) => {
    expect(rewritten(text)).toBe(modeline + text);
  });

  test("texts of several lines as blocks", () => {
    const text = errorCodes('- code: A.1\n  description: "One.\\n\\nTwo."\n  solution: Three.\n');
    expect(rewritten(text)).toBe(
      modeline + text.replace('"One.\\n\\nTwo."', "|\n          One.\n\n          Two."),
    );
  });

  test("a number of a table and its spans too", () => {
    const text = errorCodes("- code: A.1\n").replace(
      "    entries",
      "    number: 7\n    spans: [code, other]\n    entries",
    );
    const written = rewritten(text);
    expect(written).toContain("    number: 7\n");
    expect(written).toContain("    spans: [code, other]\n");
  });

  test("columns that are too long for a line as a list", () => {
    const headers = Array.from({ length: 8 }, (_, index) => `{other: A long header ${index}}`);
    const written = rewritten(errorCodes("- code: A.1\n", `[Error Code, ${headers.join(", ")}]`));
    expect(written).toContain("    columns:\n      - Error Code\n      - other: A long header 0\n");
  });

  test("a text is read as it was", () => {
    const text = errorCodes('- code: A.1\n  description: "One.\\n\\n  Two: #3\\n"\n');
    const [table] = (
      parseYaml("a", rewritten(text)).data as { tables: { entries: { description: string }[] }[] }
    ).tables;
    expect(table?.entries[0]?.description.trimEnd()).toBe("One.\n\n  Two: #3");
  });
});
