import { describe, expect, test } from "vitest";
import { recogniseTable, withHeader } from "../../generator/page/recogniseTable.js";
import type { ColumnRole } from "../../generator/spec/columns.js";
import { tableOf } from "./tableOf.js";

/** The kind of a table and the roles of its columns, or why it is no code table. */
function recognised(text: string): string {
  const table = recogniseTable(tableOf(text));
  return table.kind === "other" ? table.reason : `${table.kind}: ${table.roles.join(", ")}`;
}

describe("the code of an error", () => {
  test.each([
    [
      "is below Error Code rather than Code",
      "Code | Error Code | Message\nA1 | E.1 | x",
      "other, code, message",
    ],
    [
      "is below Error Code rather than Error, which is the message then",
      "Error Code | Status Code | Error\nC.1 | 500 | System error.\nC.2 | 400 | Bad input.",
      "code, status, message",
    ],
    [
      "is below Error Code rather than Error Type",
      "Error Type | Error Code | Remarks\nCONNECTION_RESET | YY001 | x\nSTREAM_CLOSED | YY002 | y",
      "message, code, description",
    ],
    [
      "is below Error where the column headed Code has HTTP statuses",
      "Error | Code | Description\nNoSuchThing | 404 | x\nNoSuchPart | 404 | y",
      "code, status, description",
    ],
    [
      "is below Error Type beside HTTP statuses",
      "Error Type | Response Code | Cause\nbadRequest | 400 | x\nitemNotFound | 404 | y",
      "code, status, description",
    ],
    [
      "is below Code where Error has sentences",
      "Error | Code | HTTP Status\nNo such thing. | T.1 | 404\nNo such part. | T.2 | 404",
      "message, code, status",
    ],
    [
      "is below Name beside HTTP statuses where no column is headed Code",
      "Name | HTTP Status | Meaning\nNoSuchThing | 404 | x\nAccessDenied | 403 | y",
      "code, status, description",
    ],
    [
      "is a number below Code that looks like a status, where Name has identifiers",
      "Name | Code | Meaning\nSheetGoneException | 301 | x\nColumnTwiceException | 302 | y",
      "message, code, description",
    ],
    [
      "is a small number where identifiers are beside it",
      "Error | Code | Description\nUNKNOWN_ERROR | -1 | x\nNONE | 0 | y\nOFFSET_OUT_OF_RANGE | 1 | z",
      "message, code, description",
    ],
    [
      "is below Status beside HTTP codes, where it is no standard phrase",
      "HTTP Code | Status | Details\n400 | INVALID_ARGUMENT | x\n400 | FAILED_PRECONDITION | y",
      "status, code, description",
    ],
    ["is a number of any size below Error Code", "Error Code | Message\n1 | x\n-3 | y", "code, message"],
    [
      "may be a number below Code where others are too great for a process",
      "Code | Meaning\n0 | x\n1001 | y",
      "code, description",
    ],
    ["may be below Returned Value", "Returned Value | Meaning\nE-1 | x\nE-2 | y", "code, description"],
    [
      "may be behind what has no role, where there are messages",
      "API | Code | Message\nGet | T.1 | x",
      "other, code, message",
    ],
    ["may be two words below Error Code", "Error Code | Meaning\nMoved Permanently | x", "code, description"],
    [
      "may be a number among statuses below Code that is none",
      "Code | Message\n200 | x\n400 | y\n-1 | z",
      "code, message",
    ],
    [
      "may have a dash or nothing in most rows",
      "Error Code | Message\n– | x\n | y\n\\- | z\nE.1 | u",
      "code, message",
    ],
  ])("%s", (_, table, roles) => {
    expect(recognised(table)).toBe(`error-codes: ${roles}`);
  });
});

describe("an HTTP status", () => {
  test.each([
    [
      "is below Status Code where Code has standard phrases",
      "Status Code | Code | Description\n100 | Continue | x\n404 | Not Found | y",
      "code, message, description",
    ],
    [
      "is below Code where Name has standard phrases in one word",
      "Code | Name | Description\n400 | BadRequest | x\n404 | NotFound | y",
      "code, message, description",
    ],
    ["may be below Error Code", "Error Code | Meaning\n400 | x\n503 | y", "code, description"],
    [
      "may be below Returned Value",
      "Returned Value | Description\n200 OK | x",
      "codeAndMessage, description",
    ],
    ["may be below Return Value", "Return Value | Description\n200 | x", "code, description"],
    ["may be below Status Value", "Status Value | Description\n200 | x", "code, description"],
    [
      "may be below any header where its own phrase is in its cell",
      "Response | Meaning\n404 Not Found | x",
      "codeAndMessage, description",
    ],
    [
      "is any below Status Code",
      "Status Code | Message | Description\n104 | a | x\n222 | b | y",
      "code, message, description",
    ],
    ["may be an unregistered one", "Code | Meaning\n520 | x\n525 | y", "code, description"],
    [
      "may have a dash or nothing in most rows",
      "Status Code | Meaning\n— | x\n | y\n200 | z",
      "code, description",
    ],
  ])("%s", (_, table, roles) => {
    expect(recognised(table)).toBe(`status-codes: ${roles}`);
  });
});

test.each([
  "**Error Code** | `HTTP Status` | _Causes_ | What to do",
  "errorCode | httpStatus | possible_causes | RESOLUTION",
  "Error  codes: | HTTP-Statuses | Meaning(s) | Remedies",
  "ＥＲＲＯＲ ＣＯＤＥ | HTTP Response Code | Explanation | Suggested actions",
])("case, plural, punctuation and markup of headers do not matter: %s", (headers) => {
  expect(recognised(`${headers}\nE.1 | 404 | x | y`)).toBe(
    "error-codes: code, status, description, solution",
  );
});

test("of two columns that could have one role, the better known header has it, wherever it is", () => {
  const table = "Error Code | Cause | Name | Description | Message | Action\nE.1 | a | b | c | d | e";
  expect(recognised(table)).toBe("error-codes: code, other, other, description, message, solution");
});

describe("a table is refused, with the cell that spoke against it, that has", () => {
  test.each([
    [
      "exit codes",
      "Exit Code | Description\n137 | x",
      '"Exit Code" heads codes of another kind, such as "137" in line 2',
    ],
    ["exit statuses", "Exit Status Code | Description\n137 | x", '"137" in line 2'],
    [
      "what may be exit codes",
      "Return Code | Meaning\n0 | x\n64 | y\n-1 | z",
      `"Return Code" has only numbers up to 255, such as "0" in line 2, like a process's exit codes`,
    ],
    ["numbers that look like statuses and are none", "Code | Description\n137 | x\n143 | y", "exit codes"],
    ["default values", "Parameter | Default Value | Description\nretries | 200 | x", '"200" in line 2'],
    ["specifications", "Specification Code | Memory\ns2.small | 1", '"s2.small" in line 2'],
    ["states of tasks", "Task Status | Description\n200 | x", '"200" in line 2'],
    [
      "countries",
      "Country | Code\nGermany | DE\nNetherlands | NL",
      '"Code" has "DE" in line 2, which does not look like a code',
    ],
    [
      "numbers of countries",
      "Country | Code | Description\nGermany | 276 | x\nAlbania | 8 | x",
      '"276" in line 2, next to "Country"',
    ],
    ["languages", "Code | Language | Details\nen-US | English | x", '"en-US" in line 2, next to "Language"'],
    ["currencies", "Code | Meaning\nUSD | Dollar\nEUR | Euro", '"USD" in line 2'],
    ["regions", "Region Code | Description\neu-de | x", '"eu-de" in line 2'],
    [
      "fields of a message",
      "Name | Type | Description\nerror_code | String | x",
      '"Name", "Type", "Description"',
    ],
    ["alarms", "Alarm ID | Severity\n12001 | Major", '"Alarm ID", "Severity"'],
    [
      "codes of alarms",
      "Code | Alarm | Solution\n12001 | Disk full | x",
      '"12001" in line 2, next to "Alarm"',
    ],
    [
      "codes of products",
      "Product | Code | Description\nBricks | B100 | x",
      'what its codes mean: "Product", "Description"',
    ],
    ["vulnerabilities", "Code | Description\nCVE-2024-1234 | x", '"CVE-2024-1234" in line 2'],
    [
      "conditions with a status",
      "Condition | HTTP Status\nThe form is empty. | 400",
      'no column other than "HTTP Status" says what its codes mean: "Condition"',
    ],
    ["states", "Status | Description\nACTIVE | x", '"Status" has "ACTIVE" in line 2'],
    ["sentences", "Error | Solution\nThe disk is full. | x", '"The disk is full." in line 2'],
    ["no text below Error Code", "Error Code | Description\n- | x", '"Error Code" has no text in any row'],
    ["no header of codes", "Symptom | Cause\n213 on every write | x", '"Symptom", "Cause"'],
  ])("%s", (_, table, reason) => {
    expect(recognised(table)).toContain(reason);
  });

  test("no header row", () => {
    const { header: _, ...headless } = tableOf("Code | Meaning\n200 | x");
    expect(recogniseTable(headless)).toMatchObject({ kind: "other", reason: "it has no header row" });
  });
});

test("the first row is taken for the header where the page has none", () => {
  const { header, rows, ...table } = tableOf("**Code** | **Definition**\n201 | x");
  const headless = { ...table, rows: [...(header ? [header] : []), ...rows] };
  expect(recogniseTable(withHeader(headless))).toMatchObject({
    kind: "status-codes",
    roles: ["code", "description"],
  });
});

describe("roles that are given", () => {
  const given = (...roles: readonly ColumnRole[]) =>
    recogniseTable(tableOf("Alarm ID | Name | Text\n404 | x | y"), () => ({ roles }));

  test("are taken as they are", () => {
    expect(given("code", "message", "description")).toMatchObject({ kind: "status-codes" });
    expect(given("code", "module", "description")).toMatchObject({ kind: "error-codes" });
  });

  test("have to be as many as the columns, with one code, and none but `other` twice", () => {
    expect(given("code", "message")).toMatchObject({ reason: "it has 3 columns, but 2 roles were given" });
    expect(given("other", "message", "description")).toMatchObject({
      reason: "none of the given roles is the code",
    });
    expect(given("code", "message", "message")).toMatchObject({
      reason: "the role message was given to two columns",
    });
    expect(given("codeAndMessage", "message", "other")).toMatchObject({
      reason: "the role codeAndMessage was given together with code or message",
    });
    expect(given("code", "other", "other")).toMatchObject({ kind: "status-codes" });
  });
});
