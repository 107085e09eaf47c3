import { describe, expect, test } from "vitest";
import { importPage } from "../../generator/page/importPage.js";
import { readPage } from "../formats/tableTexts.js";

/** The codes of a page in Markdown, or why there are none; with warnings. */
async function codesOf(text: string): Promise<readonly string[]> {
  const page = await readPage("markdown", text);
  const { spec, findings } = importPage(text, {
    service: { id: "x", name: "X" },
    byReader: { format: "markdown", page },
  });
  const warned = findings.map(({ rule, line }) => `${rule} ${line}`);
  return [...(spec?.tables ?? []).flatMap(({ entries }) => [...entries].map(({ code }) => code)), ...warned];
}

describe("codes without a table are read", () => {
  test.each([
    [
      "of headings",
      "# Errors\n\n## E1001 Lost\n\nIt is lost.\n\n## E1002: Found\n\nIt is found.\n",
      ["E1001", "E1002"],
    ],
    [
      "of headings with their code last",
      "# Error codes\n\n## Lost (-32001)\n\n## Found (`-32002`)\n",
      ["-32001", "-32002"],
    ],
    [
      "of names in code spans",
      "# Errors\n\n### `invalid_request`\n\nNo.\n\n### `rateLimited`\n\nSlow.\n",
      ["invalid_request", "rateLimited"],
    ],
    [
      "of a list in bold",
      "# Status codes\n\n- **404 Not Found**: gone\n- **409 Conflict** - taken\n",
      ["404", "409"],
    ],
    [
      "of a list in another language",
      "# 错误码\n\n- 70001：灯灭了\n- 70002：没有油\n".replaceAll("：", ": "),
      ["70001", "70002"],
    ],
    [
      "of definitions in HTML",
      "# Errors\n\n<dl><dt>E_LOST</dt><dd>Lost.</dd><dt>E_FOUND</dt><dd>Found.</dd></dl>\n",
      ["E_LOST", "E_FOUND"],
    ],
    [
      "of an ordered section below",
      "# Guide\n\n## Error codes\n\n### E-10\n\nA.\n\n### E-11\n\nB.\n\n## Limits\n\n### M-10\n\nC.\n",
      ["E-10", "E-11"],
    ],
  ])("%s", async (_what, text, codes) => {
    expect(await codesOf(text)).toEqual(codes);
  });
});

describe("what only looks like codes is not:", () => {
  const none = ["no-code-table 2"];
  test.each([
    ["headings of a page about something else", "# Releases\n\n## 2024\n\nA.\n\n## 2025\n\nB.\n"],
    ["constants of a page about code", "# Code style\n\n- `MAX_SIZE`: large\n- `MIN_SIZE`: small\n"],
    [
      "functions of a page about the handling of an error",
      "# Error handling\n\n### `onError`\n\nA.\n\n### `retryLater`\n\nB.\n",
    ],
    ["headers", "# Errors\n\n- `Retry-After`: seconds\n- `X-Left`: calls\n"],
    ["links to headings", "# Error codes\n\n- [E1001](#a)\n- [E1002](#b)\n"],
    ["steps", "# What to do\n\n1. Wait.\n2. Ask.\n"],
    ["one code alone", "# Errors\n\n## E1001 Lost\n\nIt is lost.\n"],
  ])("%s", async (_what, text) => {
    expect(await codesOf(text)).toEqual(none);
  });

  test("a list in which only some items begin with a code is told", async () => {
    const text = "# Error codes\n\n- E_LOST: lost\n- E_FOUND: found\n- and many more\n";
    expect(await codesOf(text)).toEqual(["no-code-table 2", "table-left-out 3"]);
  });
});

test("a table below a code's heading is no text that a spec can have", async () => {
  const text = "# Errors\n\n## E1001\n\n| Field | Type |\n| --- | --- |\n| a | b |\n\n## E1002\n\nFound.\n";
  expect(await codesOf(text)).toEqual(["text-lost 3"]);
});
