import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { specWith } from "../spec/specWith.js";

const found = (text: string) =>
  loadCatalogue([{ file: "spec/small.yaml", text }]).diagnostics.map(({ rule }) => rule);

const twice = "- code: 404\n  description: A.\n- code: 404\n  description: B.\n";

describe("a mistake in one place does not hide the mistakes elsewhere", () => {
  test.each([
    ["the service", specWith({ entries: twice }).replace("name: Small Service", "name: 5"), "wrong-type"],
    ["the page", specWith({ entries: twice }).replace("title: Codes\n", "title:\n"), "wrong-type"],
    ["the columns", specWith({ entries: twice, columns: "[Status Code, 5]" }), "wrong-type"],
    ["another entry", specWith({ entries: `- code: 999\n  description: C.\n${twice}` }), "malformed-code"],
    ["another row that is no mapping", specWith({ entries: `- 200 OK\n${twice}` }), "wrong-type"],
    ["the same entry", specWith({ entries: `${twice}  mesage: B\n` }), "unknown-key"],
    ["a field of the same entry", specWith({ entries: `${twice}  message: []\n` }), "wrong-type"],
    ["another table", `${specWith({ entries: twice })}  - kind: codes\n`, "unknown-kind"],
  ])("in %s", (_place, text, rule) => {
    expect(found(text).sort()).toEqual(["duplicate-code", rule].sort());
  });

  test("in another entry, to which two alike in another order are duplicates", () => {
    const entries = "- code: A.1\n  message: B.\n- message: B.\n  code: A.1\n- code: []\n";
    expect(found(specWith({ kind: "error-codes", entries }))).toEqual(["duplicate-code", "wrong-type"]);
  });

  test("in the entries of the same table, which are none", () => {
    const text = specWith({ entries: "", columns: "[Antwort]" }).replace("entries:\n", "entries: 5\n");
    expect(found(text).sort()).toEqual(["unknown-column", "unknown-column", "wrong-type"]);
  });

  test("in another spec, whose service has the same id", () => {
    const entries = "- code: 200\n  description: It worked.\n";
    const { diagnostics } = loadCatalogue([
      { file: "spec/a.yaml", text: specWith({ entries }).replace("title: Codes", "titel: Codes") },
      { file: "spec/b.yaml", text: specWith({ entries }).replace("Small Service", "Another") },
    ]);
    expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      "spec/a.yaml missing-field",
      "spec/a.yaml unknown-key",
      "spec/b.yaml service-disagreement",
    ]);
  });

  test("in the name of a service, whose id is taken", () => {
    const text = specWith({ entries: "- code: 200\n  description: It worked.\n" });
    const { diagnostics } = loadCatalogue([
      { file: "spec/a.yaml", text: text.replace("Small Service", "[]") },
      { file: "spec/b.yaml", text },
    ]);
    expect(diagnostics.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      "spec/a.yaml wrong-type",
      "spec/b.yaml duplicate-page",
    ]);
  });
});

describe("what could not be read is not reported a second time", () => {
  const gone = "- code: 404\n  message: Gone\n  description: A.\n";
  test.each([
    [
      "a name, without which two codes would clash",
      `${gone}- code: 410\n  name: 4xx\n  message: Gone\n  description: B.\n`,
      "invalid-identifier",
    ],
    [
      "a message, without which there is no name",
      "- code: 299\n  message: [Fine]\n  description: A.\n",
      "wrong-type",
    ],
    [
      "a message that a deviation is about",
      "- code: 404\n  message: 5\n  description: A.\n  deviations: {message: {original: x, reason: y}}\n",
      "wrong-type",
    ],
    ["a text that is an alias", "- code: 299\n  message: *text\n  description: A.\n", "yaml-syntax"],
    [
      "a correction that is an alias",
      "- code: 299\n  message: Fine\n  description: A.\n  deviations: {message: *text}\n",
      "yaml-syntax",
    ],
    ["a row that is an alias", `${gone}- *row\n`, "yaml-syntax"],
  ])("%s", (_case, entries, rule) => {
    expect(found(specWith({ entries }))).toEqual([rule]);
  });

  test("what tells two entries of an error code apart", () => {
    const entries = "- code: A.1\n  status: [400]\n- code: A.1\n  status: [404]\n";
    const text = specWith({ kind: "error-codes", columns: "[Status Code, Error Code]", entries });
    expect(found(text)).toEqual(["wrong-type", "wrong-type"]);
  });

  test("the name that the other entries of an error code have", () => {
    const entries = "- code: A.1\n  name: First\n- code: A.1\n  name: 1st\n  message: B.\n";
    expect(found(specWith({ kind: "error-codes", entries }))).toEqual(["invalid-identifier"]);
  });

  test("a description, for which another stands in, where the table has no column for it", () => {
    const text = specWith({ entries: "- code: 200\n", columns: "[Status Code]" });
    expect(found(text)).toEqual(["missing-field"]);
  });

  test("the columns, for which others stand in", () => {
    const entries = "- code: 200\n  description: A.\n  other: {Note: B}\n";
    expect(found(specWith({ entries, columns: "[Status Code, 5, {other: Note}]" }))).toEqual(["wrong-type"]);
  });

  test("a second role of a column that is an alias", () => {
    const entries = "- code: 200\n  description: A.\n  other: {Note: B}\n";
    const columns = "[Status Code, Description, {other: Note, module: *role}]";
    expect(found(specWith({ entries, columns }))).toEqual(["yaml-syntax"]);
  });

  test("the service, so that two that cannot be read do not clash", () => {
    const text = specWith({ entries: "- code: 200\n  description: A.\n" }).replace(
      "id: small\n  name",
      "id: 5\n  name",
    );
    const { diagnostics } = loadCatalogue([
      { file: "spec/a.yaml", text },
      { file: "spec/b.yaml", text },
    ]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["wrong-type", "wrong-type"]);
  });
});
