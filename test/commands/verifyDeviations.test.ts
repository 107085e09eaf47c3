import { expect, test } from "vitest";
import { statusgen, testProject } from "../testProject.js";
import { changed, gateSpec, pageOf, verified, verifiedAgainst, withDigest } from "./verifiedProject.js";

/** The spec corrects the page, where it says that the gate is "opn". */
const deviating = changed(
  gateSpec,
  "        description: The gate is open.\n",
  "        description: The gate is open.\n        deviations:\n          description:\n            original: The gate is opn.\n            reason: A slip of the pen.\n",
);
const retired = changed(
  gateSpec,
  "message: Not Found\n",
  "message: Not Found\n        retired: 2024-11-06\n",
);

test("a deviation is no difference, and is named with its reason", async () => {
  const { exitCode, found, specs } = await verifiedAgainst(withDigest(deviating), pageOf(deviating));
  expect({ exitCode, found }).toEqual({ exitCode: 0, found: [] });
  const recorded = {
    code: "200",
    field: "description",
    original: "The gate is opn.",
    reason: "A slip of the pen.",
  };
  expect(specs).toMatchObject([{ state: "proven", deviations: [recorded] }]);
});

test("deviations are listed for people, apart from differences", async () => {
  const page = changed(pageOf(deviating), "no gate of", "no door of");
  const cwd = await testProject({ "spec/gate.yaml": deviating, "page.rst": page });
  const { exitCode, stdout } = await statusgen(cwd, "verify", "--page", "page.rst");
  expect(exitCode).toBe(1);
  expect(stdout).toContain(
    "spec/gate.yaml has recorded deviations:\n  200, description: A slip of the pen.\n\nspec/gate.yaml differs from page.rst.\n1 error.\n",
  );
});

test.each([
  ["says what the spec says", "The gate is open."],
  ["says something else", "The gate opens."],
])("a deviation whose original is gone is an error where the page %s", async (_what, text) => {
  const page = pageOf(changed(gateSpec, "The gate is open.", text));
  const { exitCode, found, diagnostics } = await verifiedAgainst(deviating, page);
  expect(found).toEqual(["deviation-not-on-page spec/gate.yaml 18"]);
  expect(diagnostics).toMatchObject([
    {
      message: "The original of the deviation in the description of 200 is not on the page.",
      inSpec: "The gate is opn.",
      onPage: text,
    },
  ]);
  expect(exitCode).toBe(1);
});

test("a deviation whose entry is not on the page is an error that names the entry", async () => {
  const [head = "", rest = ""] = gateSpec.split("      - code: 200");
  const page = pageOf(head + rest.slice(rest.indexOf("      - code: 404")));
  const { exitCode, diagnostics } = await verifiedAgainst(deviating, page);
  expect(exitCode).toBe(1);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "The spec has 200, but the page does not, nor the original of its deviation.",
  ]);
});

test("a retired entry is not looked for on the page", async () => {
  expect(await verifiedAgainst(withDigest(retired), pageOf(retired))).toMatchObject({
    exitCode: 0,
    found: [],
    specs: [{ state: "proven" }],
  });
});

test("a row that is retired does not take the place of another row of its code", async () => {
  const row = (code: string, text: string) => `      - code: ${code}\n        description: ${text}\n`;
  const spec = changed(
    gateSpec.slice(0, gateSpec.indexOf("      - code: 200")),
    "status-codes\n",
    "error-codes\n",
  ).replace("[Status Code, Message, Description]", "[Error Code, Description]");
  const rows = row("GATE.2", "It is shut.") + row("GATE.1", "It is locked.");
  const retiredRow = `${row("GATE.1", "It is stuck.")}        retired: 2024-11-06\n`;
  const page = changed(pageOf(spec + rows), ":\n\nGate", ":\n\n\nGate");
  expect(await verifiedAgainst(spec + retiredRow + rows, page)).toMatchObject({ exitCode: 0, found: [] });
});

test("a page that lists what the spec has retired says more than the spec", async () => {
  const { exitCode, found, diagnostics } = await verifiedAgainst(retired, pageOf(gateSpec));
  expect(found).toEqual(["page-entry-missing spec/gate.yaml 19"]);
  expect(diagnostics).toMatchObject([
    {
      message: "The page has 404, but the spec marks it as retired.",
      onPage: "404 | Not Found | There is no gate of this name.",
    },
  ]);
  expect(exitCode).toBe(1);
});

test("without pages, the digest that each spec records is proven", async () => {
  const specs = {
    "spec/proven.yaml": withDigest(deviating),
    "spec/none.yaml": changed(gateSpec, "id: gate\n", "id: none\n"),
  };
  const result = await verified(specs);
  expect(result).toMatchObject({ exitCode: 0, found: ["page-without-digest spec/none.yaml 4"] });
  expect(result.specs).toMatchObject([
    { spec: "spec/none.yaml", state: "unproven", deviations: [] },
    { spec: "spec/proven.yaml", state: "proven", deviations: [{ code: "200" }] },
  ]);
});

test("without pages, a spec that no longer gives the page of its digest is a difference", async () => {
  const spec = changed(withDigest(gateSpec), "is open", "opens");
  const { exitCode, found } = await verified({ "spec/gate.yaml": spec });
  expect({ exitCode, found }).toEqual({ exitCode: 1, found: ["page-digest spec/gate.yaml 7"] });
});
