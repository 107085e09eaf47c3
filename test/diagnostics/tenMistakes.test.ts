import { readdir } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { check, generate, lint } from "../../generator/index.js";
import { testProject } from "../testProject.js";
import { expectUsable } from "./expectUsable.js";

const tenMistakes = `service:
  id: Small
  name: Small Service
  colour: red
page:
  id: small
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - code: 700
        description: It is odd.
      - code: 200
        message: OK
        desciption: It worked.
        description: It worked.
      - code: 200
        message: Fine
        description: It worked well.
      - code: 404
        message: 404
        description: It is not there.
      - code: 410
        name: class
        description: It has gone.
      - code: 500
        message: ""
        description: It failed.
      - code: 501
        description: It failed.
        other:
          Note: Odd.
      - code: 299
        message: 不明
        description: It is odd.
  - kind: error-code
    columns: [Error Code]
    entries:
      - code: A.1
`;

const expected = [
  "2:7 unsafe-service-id",
  "4:3 unknown-key",
  "6:3 missing-field",
  "11:15 malformed-code",
  "15:9 unknown-key",
  "17:15 duplicate-code",
  "21:18 wrong-type",
  "24:15 reserved-identifier",
  "27:18 empty-text",
  "32:11 field-without-column",
  "33:15 missing-name",
  "36:11 unknown-kind",
];

describe("a spec with more than ten different mistakes", () => {
  test.each([
    ["generate", generate],
    ["check", check],
    ["lint", lint],
  ])("has all of them reported by one run of %s, with exit code 2", async (_command, run) => {
    const cwd = await testProject({ "spec/small.yaml": tenMistakes });
    const { diagnostics, exitCode, sources } = await run({ cwd });
    expect(
      diagnostics.map(({ rule, range }) => `${range?.start.line}:${range?.start.column} ${rule}`),
    ).toEqual(expected);
    for (const diagnostic of diagnostics) expectUsable(diagnostic, sources);
    expect(exitCode).toBe(2);
    expect(await readdir(cwd)).toEqual(["spec"]);
  });

  test("keeps the output of before", async () => {
    const cwd = await testProject({ "spec/small.yaml": tenMistakes, "generated/mine.txt": "kept" });
    await generate({ cwd });
    expect(await readdir(`${cwd}/generated`)).toEqual(["mine.txt"]);
  });
});

test("the mistakes of all files are reported in one run, in order of the files", async () => {
  const cwd = await testProject({
    "spec/c.yaml": "tables: 5\n",
    "spec/a.yaml": "a: [\n",
    "spec/b.yaml": new Uint8Array([0xff]),
  });
  const { diagnostics } = await lint({ cwd });
  expect([...new Set(diagnostics.map(({ file }) => file))]).toEqual([
    "spec/a.yaml",
    "spec/b.yaml",
    "spec/c.yaml",
  ]);
});
