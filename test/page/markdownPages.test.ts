import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ErrorCodeEntry, importPages } from "../../generator/index.js";
import { markdownToText } from "../../generator/markdown/parseMarkdown.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { testProject } from "../testProject.js";

const folder = join(import.meta.dirname, "../fixtures/markdown");

/** What a spec says of a page: a line for each entry, with its fields as text, after the kind of its table. */
async function said(file: string, lossy = false) {
  const cwd = await testProject({ [file]: await readFile(join(folder, file)) });
  const { exitCode, diagnostics, specs } = await importPages({
    cwd,
    pages: [file],
    service: { id: "x", name: "X" },
    lossy,
  });
  const { catalogue } = loadCatalogue([{ file, text: specs[0]?.text ?? "" }]);
  const tables = catalogue?.services.flatMap((service) => [...service.tables]) ?? [];
  return {
    exitCode,
    found: diagnostics.map(({ rule, range }) => `${rule} ${range?.start.line ?? 1}`),
    entries: tables.flatMap(({ kind, entries }) =>
      [...entries].map((entry) => {
        const { code, status, module, message, description, solution } = entry as Partial<ErrorCodeEntry>;
        const fields = { status, module, message, description, solution };
        const texts = Object.entries(fields).flatMap(([field, text]) =>
          text === undefined ? [] : [`${field}: ${field === "message" ? text : markdownToText(text)}`],
        );
        return [`${kind === "status-codes" ? "status" : "error"} ${code}`, ...texts].join(" | ");
      }),
    ),
  };
}

describe("each shape in which public pages list their codes is read as its author means it:", () => {
  test.each<[string, string[], string[]]>([
    ["broken-delimiter.md", ["table-left-out 5"], ["error 62001 | description: The boat leaks."]],
    [
      "cell-contents.md",
      [],
      [
        "error P_1 | message: a | b needed | description: Use | between the two parts.",
        "error P_2 | message: Size < 5 — too small | description: too thin too short",
        "error P_3 | message: *starred* | description: See https://example.org/p3 tick",
        "error P_4 | message: café closed | description: first second third",
      ],
    ],
    [
      "code-shapes.md",
      [],
      [
        "error 0.0.1 | description: Done before",
        "error -32012 | description: Too far",
        "error 0x0A | description: Buffer full",
        "error ROAD.0007 | description: Road closed",
        "error WALK_FAIL:{step} | description: A step failed",
        "error 4000-4099 | description: Kept for bridges",
        "error 5xx | description: Any fault of ours",
        "error FERRY 13 | description: The ferry left",
        "error others | description: Whatever else",
      ],
    ],
    [
      "components.md",
      ["table-left-out 18", "table-left-out 24"],
      [
        "status 200 | message: OK | description: The kettle boils.",
        "status 508 | message: Loop Detected | description: The kettle is its own lid.",
        "status 509 | message: Flooded | description: Too much water.",
      ],
    ],
    [
      "crlf-and-mark.md",
      [],
      [
        "error BridgeUp | status: 409 | description: 橋が上がっている",
        "error BridgeGone | status: 410 | description: 橋がない",
      ],
    ],
    [
      "front-matter.md",
      [],
      [
        "status 200 | description: OK",
        "status 400 | description: Bad Request -- a field is missing or malformed.",
        "status 503 | description: Service Unavailable -- the lamp is being refilled & cannot answer.",
      ],
    ],
    [
      "header-trap.md",
      [],
      [
        "status 100 | message: Continue | description: Send the rest.",
        "status 404 | message: Not Found | description: It is not here.",
      ],
    ],
    [
      "headings-names.md",
      [],
      [
        "error ERROR_KEY_LOST | message: Key lost | description: Nobody knows where it is. Look under the mat.",
        "error ERROR_KEY_BENT | message: Key unfit | description: It does not turn. Cut another.",
        "error ERROR_KEY_RUSTY | message: Key unfit | description: It does not turn. Cut another.",
        "error LockedOutError | status: 403 | description: A LockedOutError is thrown if the door is shut.",
      ],
    ],
    [
      "headings-numbers.md",
      [],
      [
        "error -1000 | message: STORM | description: Nothing sails.",
        "error -1001 | message: FOG | description: Some boats sail. Wait until %s.",
        "status 404 | message: Not found | description: There is no such harbour.",
        "error -32012 | message: Too far out | description: Beyond the last buoy.",
      ],
    ],
    [
      "html-headless.md",
      [],
      ["status 201 | description: A new loaf", "status 410 | description: Eaten (by someone else)"],
    ],
    [
      "html-table.md",
      [],
      [
        "status 200 | message: OK | description: The oven is warm. Nothing else is said.",
        "error BAKE.0001 | status: 400 | module: Oven | message: Too hot & dry. | solution: Wait.",
        "error BAKE.0002 | status: 500 | module: Oven | message: The oven fell <down>. | solution: Call us.",
      ],
    ],
    [
      "lists.md",
      [],
      [
        "status 201 | message: Created | description: the nest is built.",
        "status 409 | message: Conflict | description: the nest is taken.",
        "status 200 | description: it sings.",
        "status 503 | description: it sleeps (until sunrise).",
        "error 1 | description: The egg is cracked - look at its shell",
        "error 16 | description: Nobody can fly today",
        "error EGG_COLD | description: nobody sat on it.",
        "error EGG_GONE | description: a cuckoo came.",
        "error 3100 | description: the branch exists. made twice",
        "error 3101 | description: no branch",
        "error 8101 | description: The flight was cut short, as WIND was above its limit.",
        "error 8102 | description: See here.",
      ],
    ],
    [
      "merged-and-plain.md",
      [],
      [
        "status 400 | message: Bad Request | description: The query makes no sense",
        "status 429 | message: TOO MANY REQUESTS | description: Slow down",
        "error 301 | message: SheetGoneException | description: The sheet was thrown away",
        "error 302 | message: ColumnTwiceException | description: Two columns have one name",
      ],
    ],
    [
      "no-outer-pipes.md",
      [],
      [
        "error 70001 | message: Lamp (%s) is dark | description: 灯 (%s) 没有点亮",
        "error 70002 | message: Oil low , see the manual | description: 油量不足，请看手册",
        "error -70003 | message: Keeper asleep | description: 守灯人睡着了",
      ],
    ],
    [
      "several-kinds.md",
      [],
      [
        "status 200 | message: OK | description: Ground | solution: Carry on",
        "status 500 | message: Internal Server Error | description: The stone broke | solution: Try later",
        "error MILL_DRY | status: 409 | description: No water",
        "error MILL_STUCK | status: 409 | description: A stone got in",
      ],
    ],
    [
      "status-before-code.md",
      [],
      [
        "error no_key | status: 401 | description: The key is missing | solution: Send X-Key",
        "error old_key | status: 401 | description: The key was withdrawn | solution: Ask for another",
        "error purse_empty | status: 402 | description: Nothing left to pay with | solution: Top up, or wait until the 1st",
      ],
    ],
  ])("%s", async (file, found, entries) => {
    expect(await said(file)).toEqual({ exitCode: 0, found, entries });
  });
});

describe("what a spec cannot say is refused with its lines:", () => {
  test.each<[string, string[]]>([
    ["code-block.md", ["no-code-table 1"]],
    ["no-code-table.md", ["no-code-table 3", "no-code-table 8", "no-code-table 12"]],
    ["ragged.md", ["unsaid-cell 7", "unsaid-cell 8"]],
    ["repeated-codes.md", ["duplicate-code 17"]],
  ])("%s", async (file, found) => {
    expect(await said(file)).toEqual({ exitCode: 2, found, entries: [] });
  });

  test("with --lossy, the rest is read", async () => {
    expect((await said("ragged.md", true)).entries).toEqual([
      "error A_SHORT | message: Short row | description: Two cells are not there",
      "error B_FULL | message: Full row | description: All there | solution: Nothing to do",
      "error C_LONG | message: Long row | description: One too many | solution: Drop it",
      "error D_ONE",
    ]);
  });
});
