import { expect, test } from "vitest";
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

test("says what every service says of a code", async () => {
  const { exitCode, stdout, stderr } = await statusgen(await project(), "explain", "404");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toBe(
    ["Other", "Small"]
      .map(
        (name) =>
          `${name} Service: 404 Not Found\n  It is not there.\n  Page: Status Codes (${name.toLowerCase()})\n\n`,
      )
      .join("") + 'IANA registers 404 as "Not Found" (RFC 9110, Section 15.5.5).\n',
  );
});

test("shows the title of a page as plain text", async () => {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec.replace("title: Status Codes", String.raw`title: O\&M *Codes*`),
  });
  expect((await statusgen(cwd, "explain", "404")).stdout).toContain("  Page: O&M Codes (small)\n");
});

test("tells every entry of an error code, whichever case it is typed in", async () => {
  const cwd = await project();
  const { exitCode, stdout } = await statusgen(cwd, "explain", "brk.0001");
  expect(exitCode).toBe(0);
  expect(await statusgen(cwd, "explain", "BRK.0001")).toMatchObject({ exitCode, stdout });
  expect(stdout).toBe(`Broken Service: BRK.0001 Bad gate
  Module: Gate
  HTTP status: 400
  The gate is bad.
  Solution: Take another gate.
  Page: Error Codes (errors)

Broken Service: BRK.0001 Bad gate
  Module: Door
  HTTP status: 404
  The door is bad.
  Solution: Take another door.
  Page: Error Codes (errors)
`);
});

test("an unlisted code is a finding, with what the IANA registry says of it", async () => {
  const cwd = await project();
  expect(await statusgen(cwd, "explain", "418")).toEqual({
    exitCode: 1,
    stdout: "No service lists 418. IANA lists 418 as unused (RFC 9110, Section 15.5.19).\n",
    stderr: "",
  });
  expect(await statusgen(cwd, "explain", "503")).toEqual({
    exitCode: 1,
    stdout: 'No service lists 503. IANA registers 503 as "Service Unavailable" (RFC 9110, Section 15.6.4).\n',
    stderr: "",
  });
  expect(await statusgen(cwd, "explain", "BRK.9999")).toEqual({
    exitCode: 1,
    stdout: "No service lists BRK.9999.\n",
    stderr: "",
  });
});

test("answers as data, too", async () => {
  const cwd = await project();
  const found = await statusgen(cwd, "explain", "404", "--format", "json");
  expect(found.exitCode).toBe(0);
  expect(JSON.parse(found.stdout)).toMatchObject({
    code: "404",
    reasonPhrase: "Not Found",
    definedIn: "RFC 9110, Section 15.5.5",
    explanations: [
      { service: "other", value: 404, name: "NotFound", description: "It is not there." },
      { service: "small", value: 404, name: "NotFound", description: "It is not there." },
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
