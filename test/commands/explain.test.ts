import { describe, expect, test } from "vitest";
import { smallSpec, statusgen, testProject } from "../testProject.js";
import { otherSpec } from "./generatedProject.js";

const errorSpec = `service:
  id: broken
  name: Broken Service
page:
  id: errors
  title: Error Codes
tables:
  - kind: error-codes
    columns: [Module, Status Code, Error Code, Error Message, Description, Solution]
    entries:
      - code: BRK.0001
        module: Gate
        status: 400
        message: Bad gate
        description: The gate is bad.
        solution: Take another gate.
      - code: BRK.0001
        module: Door
        status: 404
        message: Bad gate
        description: The door is bad.
        solution: Take another door.
`;

const project = () =>
  testProject({ "spec/small.yaml": smallSpec, "spec/other.yaml": otherSpec, "spec/broken.yaml": errorSpec });

const wholeSpec = `service: { id: shop, name: Shop }
page: { id: shop_1, title: Order *Errors* }
tables:
  - kind: error-codes
    title: Errors of orders
    columns: [Module, Status Code, Error Code, Error Message, Description, Solution, other: Retry, other: ""]
    entries:
      - code: SHP.1
        module: Cart
        status: 400/404
        message: Invalid parameter
        description: |
          The **quantity** is not valid:

          - It is zero.
        solution: Send another one.
        other: { Retry: no, "": since 2024 }
        retired: "2.1"
        deviations:
          description:
            original: The quantity is invalid.
            reason: It has no list.
`;

test("every field of an entry is shown, and where it is listed", async () => {
  const cwd = await testProject({ "spec/shop.yaml": wholeSpec });
  expect(await statusgen(cwd, "explain", "SHP.1")).toEqual({
    exitCode: 0,
    stderr: "",
    stdout: `Shop: SHP.1 Invalid parameter (retired since 2.1)
  HTTP status: 400/404
  Module: Cart
  The **quantity** is not valid:

  - It is zero.
  Solution: Send another one.
  Retry: no
  Other: since 2024
  On the page, the description is: The quantity is invalid.
  Corrected because: It has no list.
  Name: Shp1
  Table: Errors of orders
  Page: Order Errors (shop_1)
  Spec: spec/shop.yaml:8
`,
  });
});

test("a status code is shown for every service, with what the IANA registry says about it", async () => {
  const { exitCode, stdout } = await statusgen(await project(), "explain", "404");
  expect(exitCode).toBe(0);
  expect(stdout.match(/^\S.*$/gm)).toEqual([
    "Other Service: 404 Not Found",
    "Small Service: 404 Not Found",
    'IANA registers 404 as "Not Found" (RFC 9110, Section 15.5.5).',
  ]);
});

test.each(["404/410", "4xx", "4XX"])("%s is shown for 404, and not for 500", async (code) => {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec.replace("code: 404", `code: ${code}`),
  });
  expect((await statusgen(cwd, "explain", "404")).stdout).toContain(`Small Service: ${code} Not Found`);
  expect((await statusgen(cwd, "explain", "500")).stdout).toMatch(/^No service lists 500/);
});

test("every entry of an error code is shown, whichever case it is typed in", async () => {
  const cwd = await project();
  const { exitCode, stdout } = await statusgen(cwd, "explain", "brk.0001");
  expect(exitCode).toBe(0);
  expect(await statusgen(cwd, "explain", "BRK.0001")).toMatchObject({ exitCode, stdout });
  expect(stdout.match(/^ {2}(?:Module|Spec): .*$/gm)).toEqual([
    "  Module: Gate",
    "  Spec: spec/broken.yaml:11",
    "  Module: Door",
    "  Spec: spec/broken.yaml:17",
  ]);
});

test("an unlisted code is a finding, with what the IANA registry says about it", async () => {
  const cwd = await project();
  expect(await statusgen(cwd, "explain", "418")).toMatchObject({
    exitCode: 1,
    stdout: "No service lists 418. IANA lists 418 as unused (RFC 9110, Section 15.5.19).\n",
  });
  expect(await statusgen(cwd, "explain", "503")).toMatchObject({
    exitCode: 1,
    stdout: 'No service lists 503. IANA registers 503 as "Service Unavailable" (RFC 9110, Section 15.6.4).\n',
  });
  expect(await statusgen(cwd, "explain", "BRK.0002")).toMatchObject({
    exitCode: 1,
    stdout: "No service lists BRK.0002. Did you mean BRK.0001?\n",
  });
});

describe("words", () => {
  const found = async (...words: readonly string[]) => {
    const cwd = await testProject({ "spec/shop.yaml": wholeSpec, "spec/small.yaml": smallSpec });
    const { stdout } = await statusgen(cwd, "explain", ...words);
    return stdout.match(/^(?:Shop|Small Service): (\S+)/gm)?.map((line) => line.split(": ")[1]) ?? [];
  };

  test.each([
    ["a message", ["invalid parameter"]],
    ["words apart", ["parameter", "INVALID"]],
    ["the beginning of a word", ["param"]],
    ["a description", ["quantity zero"]],
    ["a module", ["cart"]],
    ["a solution", ["another"]],
    ["another column", ["2024"]],
  ])("of %s find its entry", async (_what, words) => {
    expect(await found(...words)).toEqual(["SHP.1"]);
  });

  test("of a name in one piece find its entry", async () => {
    const cwd = await testProject({ "spec/small.yaml": smallSpec.replace("message: OK", "name: AllIsFine") });
    expect((await statusgen(cwd, "explain", "fine")).stdout).toContain("Small Service: 200");
  });

  test.each([
    ["the end of a word", ["rameter"]],
    ["a part of a number", ["20"]],
    ["one word of two", ["invalid door"]],
    ["no word at all", ["?!"]],
  ])("that are only %s find nothing", async (_what, words) => {
    expect(await found(...words)).toEqual([]);
  });

  test("that are in a message come before those that are elsewhere", async () => {
    const cwd = await testProject({
      "spec/small.yaml": smallSpec
        .replace("It worked.", "The thing was not lost.")
        .replace("Not Found", "Lost Thing"),
    });
    const { stdout } = await statusgen(cwd, "explain", "thing", "lost");
    expect(stdout).toMatch(
      /^2 entries with the words "thing lost":\n\nSmall Service: 404[^]*\nSmall Service: 200/,
    );
  });

  test("that many entries have give a list of them, and how many are left out", async () => {
    const entries = Array.from(
      { length: 25 },
      (_, index) => `      - { code: A.${index}, message: Thing ${index} }\n`,
    );
    const spec = wholeSpec.slice(0, wholeSpec.indexOf("      - code")) + entries.join("");
    const cwd = await testProject({ "spec/shop.yaml": spec.replace(', other: Retry, other: ""', "") });
    const { stdout, exitCode } = await statusgen(cwd, "explain", "thing");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^25 entries with the words "thing":\n\n {2}Shop: A\.0 Thing 0\n/);
    expect(stdout).toContain("  Shop: A.19 Thing 19\n  … and 5 more; add a word to narrow it down.\n");
  });
});

test("answers as data, too", async () => {
  const cwd = await project();
  const found = await statusgen(cwd, "explain", "404", "--format", "json");
  expect(found.exitCode).toBe(0);
  const place = { page: "small", file: "spec/small.yaml", line: 14 };
  expect(JSON.parse(found.stdout)).toMatchObject({
    code: "404",
    isByWords: false,
    reasonPhrase: "Not Found",
    definedIn: "RFC 9110, Section 15.5.5",
    explanations: [
      { service: "other", value: 404, name: "NotFound", description: "It is not there." },
      { service: "small", value: 404, name: "NotFound", description: "It is not there.", ...place },
    ],
  });
  const unknown = await statusgen(cwd, "explain", "503", "--format", "json");
  expect(unknown.exitCode).toBe(1);
  expect(JSON.parse(unknown.stdout)).toMatchObject({ reasonPhrase: "Service Unavailable", explanations: [] });
});

test("specs that are not valid are exit code 2, not an answer", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec.replace("code: 200", "code: 20") });
  const { exitCode, stdout } = await statusgen(cwd, "explain", "404");
  expect(exitCode).toBe(2);
  expect(stdout).toContain("error malformed-code");
});
