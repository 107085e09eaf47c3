import { expect, test } from "vitest";
import { verify } from "../../generator/index.js";
import { reportVerify } from "../../generator/cli/reportVerify.js";
import { processTerminal } from "../../generator/cli/terminal.js";
import { changed, gateSpec, pageOf, withDigest } from "../commands/verifiedProject.js";
import { statusgen, testProject } from "../testProject.js";

const page = pageOf(changed(gateSpec, "no gate of", "no such gate with")).replaceAll("gate-codes", "gates");
const project = () => testProject({ "spec/gate.yaml": gateSpec, "page.rst": page });

test("people see each difference in its place, with the words marked", async () => {
  const { exitCode, stdout, stderr } = await statusgen(await project(), "verify", "--page", "page.rst");
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
  expect(stdout).toBe(`spec/gate.yaml:5:7 error page-renamed: Page and spec differ in the page's name.
> 5 |   id: gate-codes
    |       ^^^^^^^^^^
    [-gate-codes-]{+gates+}
  help: Copy the page's name to \`page.id\`, once page and spec agree otherwise.

spec/gate.yaml:9:12 error page-label: Page and spec differ in the labels.
> 9 |     label: table1
    |            ^^^^^^
    [-gate-codes-]{+gates+}, [-gate-codes__table1-]{+gates__table1+}
  help: Copy the page's labels to the \`label\` of the page and of its tables.

spec/gate.yaml:19:22 error page-entry-altered: Page and spec differ in the description of 404.
> 19 |         description: There is no gate of this name.
     |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    There is no [-gate of-]{+such gate with+} this name.
  help: Copy the page's text, or record it as a deviation.

spec/gate.yaml differs from page.rst.
3 errors.
`);
});

test("a terminal with colours shows what is gone in red and what is new in green", async () => {
  let shown = "";
  const stream = { isTTY: true, write: (text: string) => (shown += text) };
  const terminal = processTerminal({ stdout: stream, stderr: stream, env: {} });
  await reportVerify(await verify({ cwd: await project(), pages: ["page.rst"] }), "pretty", terminal);
  expect(shown).toContain(
    "There is no \u001b[31mgate of\u001b[39m\u001b[32msuch gate with\u001b[39m this name.",
  );
  expect(shown).not.toContain("[-");
});

test("GitHub gets an annotation at each row, both texts in its message", async () => {
  const cwd = await project();
  const { exitCode, stdout } = await statusgen(cwd, "verify", "--page", "page.rst", "--format", "github");
  expect(exitCode).toBe(1);
  expect(stdout.split("\n")[2]).toBe(
    "::error file=spec/gate.yaml,line=19,endLine=19,col=22,endColumn=52,title=page-entry-altered::Page and spec differ in the description of 404: There is no [-gate of-]{+such gate with+} this name. Copy the page's text, or record it as a deviation.",
  );
});

test("code scanning gets the rules and the places", async () => {
  const cwd = await project();
  const { stdout } = await statusgen(cwd, "verify", "--page", "page.rst", "--format", "sarif");
  const summary = { text: "Page and spec differ in an entry." };
  expect(JSON.parse(stdout)).toMatchObject({
    runs: [
      {
        tool: {
          driver: {
            rules: [
              { id: "page-renamed" },
              { id: "page-label" },
              { id: "page-entry-altered", shortDescription: summary },
            ],
          },
        },
        results: [
          { ruleId: "page-renamed" },
          { ruleId: "page-label" },
          {
            ruleId: "page-entry-altered",
            level: "error",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "spec/gate.yaml" },
                  region: { startLine: 19, startColumn: 22 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

test("what is in order is said in a line a spec", async () => {
  const files = { "spec/gate.yaml": withDigest(gateSpec), "page.rst": pageOf(gateSpec) };
  const cwd = await testProject(files);
  expect(await statusgen(cwd, "verify")).toEqual({
    exitCode: 0,
    stdout: "spec/gate.yaml reproduces the recorded page byte for byte.\n",
    stderr: "",
  });
  expect(await statusgen(cwd, "verify", "--page", "page.rst")).toMatchObject({
    exitCode: 0,
    stdout: "spec/gate.yaml reproduces page.rst byte for byte.\n",
  });
});

test("a spec without digest is not said to differ from anything", async () => {
  const { exitCode, stdout } = await statusgen(await testProject({ "spec/gate.yaml": gateSpec }), "verify");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("warning page-without-digest");
  expect(stdout).not.toContain("does not say");
  expect(stdout).toContain("spec/gate.yaml cannot be verified without its page.\n");
});
