import { expect, test } from "vitest";
import { changed, gateSpec, pageOf, verifiedAgainst, withDigest } from "./verifiedProject.js";

const entry404 = gateSpec.slice(gateSpec.indexOf("      - code: 404"), gateSpec.indexOf("      - code: 409"));

/** What the spec of a page is, where the page differs from the spec; what is found; both texts. */
const differences: readonly [string, string, string, string, { inSpec?: string; onPage?: string }][] = [
  [
    "an entry that only the page has, after the one that it follows",
    changed(
      gateSpec,
      "      - code: 409",
      "      - code: 406\n        message: Not Acceptable\n        description: Too wide.\n      - code: 409",
    ),
    "page-entry-missing spec/gate.yaml 17",
    "The page has 406 after 404, but the spec does not.",
    { onPage: "406 | Not Acceptable | Too wide." },
  ],
  [
    "an entry that only the page has, at its beginning",
    changed(
      gateSpec,
      "entries:\n",
      "entries:\n      - code: 100\n        message: Continue\n        description: Go.\n",
    ),
    "page-entry-missing spec/gate.yaml 13",
    "The page has 100 at the beginning of a table, but the spec does not.",
    { onPage: "100 | Continue | Go." },
  ],
  [
    "an entry that only the spec has",
    changed(gateSpec, entry404, ""),
    "page-entry-extra spec/gate.yaml 17",
    "The spec has 404, but the page does not.",
    { inSpec: "404 | Not Found | There is no gate of this name." },
  ],
  [
    "a reworded description",
    changed(gateSpec, "no gate of", "no such gate with"),
    "page-entry-altered spec/gate.yaml 19",
    "Page and spec differ in the description of 404.",
    { inSpec: "There is no gate of this name.", onPage: "There is no such gate with this name." },
  ],
  [
    "another full stop",
    changed(gateSpec, "is open.", "is open"),
    "page-entry-altered spec/gate.yaml 16",
    "Page and spec differ in the description of 200.",
    { inSpec: "The gate is open.", onPage: "The gate is open" },
  ],
  [
    "another message",
    changed(gateSpec, "message: Conflict", "message: Locked"),
    "page-entry-altered spec/gate.yaml 21",
    "Page and spec differ in the message of 409.",
    { inSpec: "Conflict", onPage: "Locked" },
  ],
  [
    "other markup",
    changed(gateSpec, "The gate is open.", "The gate is **open**."),
    "page-entry-altered spec/gate.yaml 16",
    "Page and spec differ in the markup of the description of 200.",
    { inSpec: "The gate is open.", onPage: "The gate is **open**." },
  ],
  [
    "a list that is numbered now",
    changed(gateSpec, "- by day\n          - by night", "1. by day\n          2. by night"),
    "page-entry-altered spec/gate.yaml 23",
    "Page and spec differ in the markup of the description of 409.",
    { onPage: "The gate is locked:\n\n1. by day\n2. by night" },
  ],
  [
    "another title of the page",
    changed(gateSpec, "title: Gate Codes", "title: Gates"),
    "page-title spec/gate.yaml 6",
    "Page and spec differ in the page's title.",
    { inSpec: "Gate Codes", onPage: "Gates" },
  ],
  [
    "another title of a table",
    changed(gateSpec, "title: Codes of the gate", "title: Codes"),
    "page-title spec/gate.yaml 10",
    "Page and spec differ in the titles of tables.",
    { inSpec: "Codes of the gate", onPage: "Codes" },
  ],
  [
    "another label of a table",
    changed(gateSpec, "label: table1", "label: table2"),
    "page-label spec/gate.yaml 9",
    "Page and spec differ in the labels.",
    { inSpec: "gate-codes, gate-codes__table1", onPage: "gate-codes, gate-codes__table2" },
  ],
  [
    "another label of the page",
    changed(gateSpec, "  title: Gate Codes", "  label: gates\n  title: Gate Codes"),
    "page-label spec/gate.yaml 5",
    "Page and spec differ in the labels.",
    { inSpec: "gate-codes, gate-codes__table1", onPage: "gates, gate-codes__table1" },
  ],
  [
    "another header of a column",
    changed(gateSpec, "Message, Description]", "Message, Meaning]"),
    "page-columns spec/gate.yaml 12",
    "Page and spec differ in the columns of a table.",
    { inSpec: "Status Code | Message | Description", onPage: "Status Code | Message | Meaning" },
  ],
  [
    "another text before a table",
    changed(gateSpec, "lists the codes", "lists them all"),
    "page-text spec/gate.yaml 11",
    "Page and spec differ in the text before table 1.",
    {},
  ],
  [
    "another text after the last table",
    changed(gateSpec, "  title: Gate Codes", "  title: Gate Codes\n  after: Call us."),
    "page-text spec/gate.yaml 5",
    "Page and spec differ in the text after the last table.",
    { onPage: "Call us." },
  ],
  [
    "another order",
    changed(changed(gateSpec, entry404, ""), "      - code: 503", `${entry404}      - code: 503`),
    "page-order spec/gate.yaml 17",
    "The page has 409 where the spec has 404: the entries are in a different order.",
    {},
  ],
];

test.each(differences)(
  "%s is the one difference that is found",
  async (_name, page, found, message, texts) => {
    const result = await verifiedAgainst(gateSpec, pageOf(page));
    expect(result.found).toEqual([found]);
    expect(result).toMatchObject({ exitCode: 1, stderr: "", diagnostics: [{ message, ...texts }] });
    expect(result.specs).toMatchObject([{ page: "page.rst", state: "different" }]);
  },
);

test("several differences are all found, in the order of the spec", async () => {
  const page = changed(
    changed(changed(gateSpec, entry404, ""), "being painted", "closed"),
    "title: Gate Codes",
    "title: Gates",
  );
  const { exitCode, found } = await verifiedAgainst(gateSpec, pageOf(page));
  expect(found).toEqual([
    "page-title spec/gate.yaml 6",
    "page-entry-extra spec/gate.yaml 17",
    "page-entry-altered spec/gate.yaml 29",
  ]);
  expect(exitCode).toBe(1);
});

test("the page that a spec gives is its page, byte for byte", async () => {
  const result = await verifiedAgainst(withDigest(gateSpec), pageOf(gateSpec));
  expect(result).toMatchObject({ exitCode: 0, stderr: "", found: [], specs: [{ state: "proven" }] });
});

test.each([
  ["ends its lines as on Windows", (page: string) => page.replaceAll("\n", "\r\n")],
  ["begins with a byte order mark", (page: string) => `\uFEFF${page}`],
  ["has more blank lines", (page: string) => page.replace(":\n\nGate", ":\n\n\nGate")],
  ["has a wider gap between words", (page: string) => page.replace("is open. ", "is  open.")],
])("a page that %s says the same, which is told in a warning", async (_what, change) => {
  const page = pageOf(gateSpec);
  expect(change(page)).not.toBe(page);
  const result = await verifiedAgainst(withDigest(gateSpec), change(page));
  expect(result).toMatchObject({ exitCode: 0, found: ["page-bytes spec/gate.yaml 7"] });
  expect(result).toMatchObject({ diagnostics: [{ severity: "warning" }], specs: [{ state: "equal" }] });
  expect(await verifiedAgainst(gateSpec, change(page))).toMatchObject({ exitCode: 0, found: [] });
});

test("a text that is only written otherwise in Markdown is none that differs", async () => {
  const spec = changed(
    gateSpec,
    "- by day\n          - by night",
    "* by day\n\n          * by\n            night",
  );
  expect(await verifiedAgainst(spec, pageOf(gateSpec))).toMatchObject({ exitCode: 0, found: [] });
});
