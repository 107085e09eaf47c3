import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verify } from "../../generator/index.js";
import { testProject } from "../testProject.js";
import { errorPage, imported } from "./importedProject.js";
import {
  changed,
  doorSpec,
  gateSpec,
  pageOf,
  verified,
  verifiedAgainst,
  withDigest,
} from "./verifiedProject.js";

const bothSpecs = { "spec/gate.yaml": withDigest(gateSpec), "spec/door.yaml": withDigest(doorSpec) };
const bothPages = { "pages/gate.rst": pageOf(gateSpec), "pages/a/door.rst": pageOf(doorSpec) };

/** The page of the gate as its owner renames pages: its id, and with it all labels. */
const renamedGate = pageOf(gateSpec).replaceAll("gate-codes", "gates");

test("a page with another name is known by what it says, and told to be renamed", async () => {
  const files = { ...bothSpecs, "page.rst": changed(renamedGate, "is open.", "opens.  ") };
  const { exitCode, found, diagnostics } = await verified(files, "--page", "page.rst");
  expect(found).toEqual([
    "page-renamed spec/gate.yaml 5",
    "page-label spec/gate.yaml 10",
    "page-entry-altered spec/gate.yaml 17",
  ]);
  expect(diagnostics[0]).toMatchObject({ inSpec: "gate-codes", onPage: "gates" });
  expect(exitCode).toBe(1);
});

test("a page of which less than half stands in any spec has none", async () => {
  const page = renamedGate.replaceAll("The gate", "The path");
  const { exitCode, found } = await verified({ ...bothSpecs, "page.rst": page }, "--page", "page.rst");
  expect(found).toEqual(["page-without-spec page.rst"]);
  expect(exitCode).toBe(1);
});

test("a page that has the id of its spec is its page, however little it shares with it", async () => {
  const page = changed(pageOf(doorSpec), "door-codes.html", "gate-codes.html");
  const { specs, found } = await verified({ ...bothSpecs, "page.rst": page }, "--page", "page.rst");
  expect(specs).toMatchObject([{ spec: "spec/gate.yaml", page: "page.rst" }]);
  expect(found).not.toContain("page-renamed spec/gate.yaml 5");
});

test("a folder gives every page below it, each to its own spec", async () => {
  const { exitCode, found, specs } = await verified({ ...bothSpecs, ...bothPages }, "--page", "pages");
  expect({ exitCode, found }).toEqual({ exitCode: 0, found: [] });
  expect(specs).toMatchObject([
    { spec: "spec/door.yaml", page: "pages/a/door.rst", state: "proven" },
    { spec: "spec/gate.yaml", page: "pages/gate.rst", state: "proven" },
  ]);
});

test("pages can be named one by one, also twice", async () => {
  const places = ["--page", "pages/gate.rst", "pages/a/door.rst", "--page", "pages/gate.rst"];
  const { exitCode, found, specs } = await verified({ ...bothSpecs, ...bothPages }, ...places);
  expect({ exitCode, found, count: specs.length }).toEqual({ exitCode: 0, found: [], count: 2 });
});

test("a spec without its page is told with a folder or several pages, not with a single page", async () => {
  const files = { ...bothSpecs, "pages/gate.rst": pageOf(gateSpec), "door.txt": pageOf(doorSpec) };
  const told = { exitCode: 0, found: ["page-not-given spec/door.yaml 5"] };
  expect(await verified(files, "--page", "pages")).toMatchObject(told);
  expect(await verified(files, "--page", "pages/gate.rst")).toMatchObject({ exitCode: 0, found: [] });
});

test("a page in a folder without a table of codes is only told, unless a spec is about it", async () => {
  const about = (id: string) => `:original_name: ${id}.html\n\n.. _${id}:\n\nGates\n=====\n\nNo table.\n`;
  const files = { ...bothSpecs, ...bothPages, "pages/other.rst": about("other") };
  expect(await verified(files, "--page", "pages")).toMatchObject({
    exitCode: 0,
    found: ["no-code-table pages/other.rst 7"],
  });
  const lost = await verified({ ...files, "pages/gate.rst": about("gate-codes") }, "--page", "pages");
  expect(lost.exitCode).toBe(2);
  expect(lost.diagnostics).toMatchObject([
    { rule: "no-code-table", file: "pages/gate.rst", severity: "error" },
    { rule: "no-code-table", file: "pages/other.rst", severity: "warning" },
    { rule: "page-not-given", file: "spec/gate.yaml", severity: "warning" },
  ]);
});

const tables = (spec: string) => {
  const second = spec.slice(spec.indexOf("  - kind"), spec.indexOf("      - code: 200"));
  const entry = "      - code: 503";
  return changed(
    spec,
    entry,
    `${second.replaceAll("able1", "able2").replace("Codes of", "More of")}${entry}`,
  );
};

test("an entry that stands in another table of the page is told", async () => {
  const spec = tables(gateSpec);
  expect(await verifiedAgainst(spec, pageOf(spec))).toMatchObject({ exitCode: 0, found: [] });
  const entry = gateSpec.slice(gateSpec.indexOf("      - code: 409"), gateSpec.indexOf("      - code: 503"));
  const moved = changed(changed(spec, entry, ""), "      - code: 503", `${entry}      - code: 503`);
  const { exitCode, diagnostics } = await verifiedAgainst(spec, pageOf(moved));
  expect(exitCode).toBe(1);
  expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "page-order: The page has 409 in a different table than the spec.",
  ]);
});

test("columns have the roles that the spec gives them, whatever the page looks like", async () => {
  const columns = "[Status Code, Message, Description]";
  const named = changed(gateSpec, columns, "[Status Code, { other: Returned }, Description]");
  const spec = named.replaceAll(/^( {8})message: (.*)$/gm, "$1other: { Returned: $2 }");
  const page = pageOf(spec).replace("is open. ", "is  open.");
  expect(await verifiedAgainst(spec, page)).toMatchObject({ exitCode: 0, found: [] });
  // Under the role that the page alone suggests, the column would be compared with nothing.
  const reworded = await verifiedAgainst(spec, page.replace("Conflict ", "Conflicts"));
  expect(reworded).toMatchObject({
    exitCode: 1,
    diagnostics: [{ rule: "page-entry-altered", inSpec: "Conflict", onPage: "Conflicts" }],
  });
});

test("of two pages that are the same, each is compared with the spec that records it", async () => {
  const page = errorPage({ "ORD.1": "No such order." }, { id: "ErrorCode" });
  const cwd = await testProject({ "a/errors.rst": page, "b/errors.rst": page });
  await imported(cwd, ["a", "b"]);
  const { exitCode, diagnostics, specs } = await verify({ cwd, pages: ["a", "b"] });
  expect({ exitCode, diagnostics }).toEqual({ exitCode: 0, diagnostics: [] });
  expect(specs.map(({ spec, page: read }) => [spec, read])).toEqual([
    ["spec/a-errorcode.yaml", "a/errors.rst"],
    ["spec/b-errorcode.yaml", "b/errors.rst"],
  ]);
});

test("a page that says no id is not renamed where its file is", async () => {
  const cwd = await testProject({ "page.rst": errorPage({ "ORD.1": "No such order." }) });
  await imported(cwd, ["page.rst"]);
  await rename(join(cwd, "page.rst"), join(cwd, "renamed.rst"));
  const { exitCode, diagnostics } = await verify({ cwd, pages: ["renamed.rst"] });
  expect({ exitCode, diagnostics }).toEqual({ exitCode: 0, diagnostics: [] });
});
