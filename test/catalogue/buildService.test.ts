import { describe, expect, test } from "vitest";
import { type Service } from "../../generator/catalogue/catalogue.js";
import { errorCodesOf, statusCodesOf } from "../../generator/catalogue/codes.js";
import { entryData } from "../../generator/catalogue/entryData.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { specWith } from "../spec/specWith.js";
import { onlySpec } from "../pageSpecs.js";

function serviceOf(text: string): Service {
  const { catalogue, diagnostics } = loadCatalogue([{ file: "spec/small.yaml", text }]);
  expect(diagnostics).toEqual([]);
  const service = catalogue?.services[0];
  if (!service) throw new Error("The spec is not valid.");
  return service;
}

const tableOf = (text: string) => {
  const [table] = serviceOf(text).tables;
  if (!table) throw new Error("There is no table.");
  return table;
};
const entriesOf = (text: string) => [...tableOf(text).entries];
const errorCodes = (
  entries: string,
  columns = "[Status Code, Error Code, Module, Message, Description, Solution]",
) => specWith({ kind: "error-codes", columns, entries });

const ok = "- code: 200\n  description: It worked.\n";
const failed = "- code: A.1\n  message: It failed.\n";

describe("a service", () => {
  test("has a prefix made of its id, unless the spec gives one", () => {
    const text = specWith({ id: "dns-zone", entries: ok });
    expect(serviceOf(text).prefix).toBe("DnsZone");
    expect(serviceOf(text.replace("  name:", "  prefix: DNSZone\n  name:")).prefix).toBe("DNSZone");
  });

  test("has its page, whose label is its id unless the spec gives one", () => {
    expect(onlySpec(serviceOf(specWith({ entries: ok }))).page).toEqual({
      id: "small",
      label: "small",
      title: "Codes",
    });
    const page = "label: there\nafter: |\n  More.\n";
    expect(onlySpec(serviceOf(specWith({ entries: ok, page }))).page).toEqual({
      id: "small",
      label: "there",
      title: "Codes",
      after: "More.",
    });
  });
});

describe("a table", () => {
  const withFields = (fields: string) =>
    tableOf(specWith({ entries: ok }).replace("    columns:", `${fields}    columns:`));

  test("has nothing that the spec does not give", () => {
    expect(Object.keys(tableOf(specWith({ entries: ok })))).toEqual(["kind", "names", "columns", "entries"]);
  });

  test("has what the spec gives, without the line break at the end of a block", () => {
    const fields =
      "    before: |\n      First.\n    section: A\n    item: B\n    title: C\n    headless: true\n    number: 3\n    lead: |\n      D.\n";
    expect(withFields(fields)).toMatchObject({
      before: "First.",
      section: "A",
      item: "B",
      title: "C",
      isHeadless: true,
      number: 3,
      lead: "D.",
    });
  });

  test("is not headless where the spec says so", () => {
    expect(withFields("    headless: false\n")).not.toHaveProperty("isHeadless");
  });

  test("has a label that begins with the page's id, unless it is complete", () => {
    expect(withFields("    label: table1\n")).toHaveProperty("label", "small__table1");
    expect(withFields("    label: other__table1\n")).toHaveProperty("label", "other__table1");
  });

  test("has columns whose role their header tells, or the spec", () => {
    const columns = "[Status Code, {message: Notice}, Description, {other: Note}]";
    expect(tableOf(specWith({ entries: ok, columns })).columns).toEqual([
      { role: "code", header: "Status Code" },
      { role: "message", header: "Notice" },
      { role: "description", header: "Description" },
      { role: "other", header: "Note" },
    ]);
  });
});

describe("the row on the page", () => {
  const cellsOf = (text: string) => entriesOf(text).map(({ cells }) => cells);

  test("has a cell for each column, blank where the entry has nothing", () => {
    const columns = "[Error Code, Message, {other: Note}, {other: constructor}]";
    expect(cellsOf(errorCodes(`${failed}  other: {Note: "Once. "}\n`, columns))).toEqual([
      ["A.1", "It failed.", "Once.", ""],
    ]);
  });

  test("has the code and the message in one cell where the page has", () => {
    const columns = "[Status Code & Message, Description]";
    const entries = `${ok}- code: 404\n  message: Not Found\n  description: It is not there.\n`;
    expect(cellsOf(specWith({ entries, columns }))).toEqual([
      ["200", "It worked."],
      ["404 Not Found", "It is not there."],
    ]);
  });

  test("has the vendor's words where the spec corrects them", () => {
    const deviations = "  deviations: {description: {original: 'It workd. ', reason: 'Slip. '}}\n";
    const [entry] = entriesOf(specWith({ entries: ok + deviations }));
    expect(entry?.cells).toEqual(["200", "", "It workd."]);
    expect(entry).toMatchObject({ description: "It worked." });
    expect(entry?.deviations).toEqual([{ field: "description", original: "It workd.", reason: "Slip." }]);
  });

  test("has the code as the page writes it, with asterisks and all", () => {
    const [entry] = entriesOf(specWith({ entries: "- code: 4*xx*\n  description: It failed.\n" }));
    expect(entry).toMatchObject({ code: "4xx", values: [], name: "", cells: ["4*xx*", "", "It failed."] });
  });
});

describe("a column whose cells span rows", () => {
  const row = (code: string, status: string, module: string, more = "") =>
    `- {code: ${code}, status: ${status}, module: ${module}${more}}\n`;
  const blanks = (spans: string, ...rows: readonly string[]) =>
    entriesOf(
      errorCodes(rows.join(""), "[Module, Status Code, Error Code]").replace(
        "    entries",
        `    spans: ${spans}\n    entries`,
      ),
    ).map(({ cells }) => cells.join(" "));

  test("is blank where it says the same as the row above", () => {
    const rows = [
      row("A", "400", "One"),
      row("B", "400", "One"),
      row("C", "404", "One"),
      row("D", "404", "Two"),
    ];
    expect(blanks("[module]", ...rows)).toEqual(["One 400 A", " 400 B", " 404 C", "Two 404 D"]);
    expect(blanks("[module, status]", ...rows)).toEqual(["One 400 A", "  B", " 404 C", "Two 404 D"]);
  });

  test("is not blank behind one that says something", () => {
    const rows = [row("A", "400", "One"), row("B", "400", "Two")];
    expect(blanks("[module, status]", ...rows)).toEqual(["One 400 A", "Two 400 B"]);
    expect(blanks("[status]", ...rows)).toEqual(["One 400 A", "Two 400 B"]);
  });

  test("is blank where its entry says so, and nowhere else", () => {
    const rows = [
      row("A", "400", "One"),
      row("B", "400", "One", ", spans: []"),
      row("C", "400", "One", ", spans: [status]"),
      row("D", "404", "One", ", spans: [status, module]"),
    ];
    expect(blanks("[module]", ...rows)).toEqual(["One 400 A", "One 400 B", "One  C", " 404 D"]);
  });

  test("may be one of several without a role", () => {
    const columns = "[{other: Zone}, {other: Note}, Error Code]";
    const entries = "- {code: A, other: {Zone: z, Note: n}}\n- {code: B, other: {Zone: z, Note: n}}\n";
    const cells = (spans: string) =>
      entriesOf(errorCodes(entries, columns).replace("    entries", `    spans: ${spans}\n    entries`))[1]
        ?.cells;
    expect(cells("[{other: Zone}]")).toEqual(["", "n", "B"]);
    expect(cells("[other]")).toEqual(["", "", "B"]);
  });

  test("does not look at retired rows, which the page has not", () => {
    const rows = [row("A", "400", "One"), row("B", "400", "Two", ", retired: '2'"), row("C", "400", "One")];
    expect(blanks("[module]", ...rows)[2]).toBe(" 400 C");
  });

  test("may be all of them, where only a correction tells two rows apart", () => {
    const corrected = ", deviations: {message: {original: One, reason: Slip.}}";
    const rows = ["- {code: A, message: One}\n", `- {code: A, message: Two${corrected}}\n`];
    const text = errorCodes(rows.join(""), "[Error Code, Message]");
    const spans = text.replace("    entries", "    spans: [code, message]\n    entries");
    expect(entriesOf(spans).map(({ cells }) => cells)).toEqual([
      ["A", "One"],
      ["", ""],
    ]);
  });
});

describe("a dash says that there is nothing to say", () => {
  test("in a table of status codes", () => {
    const entries = '- code: 200\n  message: " - "\n  description: " - "\n';
    const [entry] = entriesOf(specWith({ entries }));
    expect(entry).toMatchObject({ name: "Ok", description: "", cells: ["200", " -", " -"] });
    expect(entry).not.toHaveProperty("message");
  });

  test("in every field of an error code", () => {
    const fields = ["status", "module", "message", "description", "solution"];
    const entries = `- code: A.1\n${fields.map((field) => `  ${field}: "-"\n`).join("")}`;
    const [entry] = entriesOf(errorCodes(entries));
    for (const field of fields) expect(entry).not.toHaveProperty(field);
    expect(entry?.cells).toEqual(["-", "A.1", "-", "-", "-", "-"]);
  });

  test("but not within a text", () => {
    const entries = '- code: A.1\n  message: "--"\n  solution: "- Wait."\n';
    expect(entriesOf(errorCodes(entries))[0]).toMatchObject({ message: "--", solution: "- Wait." });
  });
});

describe("the texts of an entry", () => {
  test("end where their words end", () => {
    const entries = `${failed}  description: |\n    One.\n  solution: |\n    Two.\n  module: "M "\n  status: "400 "\n`;
    expect(entriesOf(errorCodes(entries))[0]).toMatchObject({
      status: "400",
      module: "M",
      description: "One.",
      solution: "Two.",
    });
    expect(entriesOf(specWith({ entries: "- code: 200\n  description: |\n    One.\n" }))[0]).toMatchObject({
      description: "One.",
    });
  });

  test("have a message without its markup", () => {
    const entries = "- code: A.1\n  message: It **failed** at `once`.\n";
    expect(entriesOf(errorCodes(entries))[0]).toMatchObject({ message: "It failed at once." });
  });
});

describe("a status code that several entries speak of", () => {
  const codesOf = (...entries: readonly string[]) =>
    statusCodesOf(serviceOf(specWith({ entries: entries.join("") }))).map(
      ({ code, name, message, description }) => [code, name, message, description],
    );

  test("has all their descriptions, and the first message that there is", () => {
    expect(
      codesOf(
        "- {code: 404, description: One.}\n",
        "- {code: 400/404, message: Failed, description: Two.}\n",
      ),
    ).toEqual([
      ["400", "BadRequest", "Failed", "Two."],
      ["404", "NotFound", "Failed", "One.\n\nTwo."],
    ]);
  });

  test("is named by the one that is about it alone", () => {
    expect(
      codesOf("- {code: 400/404, description: Two.}\n", "- {code: 404, name: Lost, description: One.}\n"),
    ).toEqual([
      ["400", "BadRequest", undefined, "Two."],
      ["404", "Lost", undefined, "Two.\n\nOne."],
    ]);
  });
});

test("a service with tables of the other kind only has no codes", () => {
  expect(statusCodesOf(serviceOf(errorCodes(failed)))).toEqual([]);
  expect(errorCodesOf(serviceOf(specWith({ entries: ok })))).toEqual([]);
});

describe("an entry as data", () => {
  const dataOf = (text: string) => entriesOf(text).map((entry) => entryData(entry));

  test("has one value or several, or none", () => {
    const entries = `${ok}- code: 400/404\n  description: It failed.\n- code: default\n  description: Other.\n`;
    expect(dataOf(specWith({ entries }))).toEqual([
      { code: "200", value: 200, name: "Ok", description: "It worked." },
      { code: "400/404", values: [400, 404], description: "It failed." },
      { code: "default", description: "Other." },
    ]);
  });

  test("has all that is said of an error code, the code first", () => {
    const entries = `- status: 400\n  message: B.\n  module: C\n  code: A.1\n  retired: "2"\n  other: {Note: D.}\n  deviations: {message: {original: E., reason: F.}}\n`;
    const columns = "[Status Code, Error Code, Module, Message, {other: Note}]";
    const [data] = dataOf(errorCodes(entries, columns));
    expect(data).toEqual({
      code: "A.1",
      name: "A1",
      status: "400",
      module: "C",
      message: "B.",
      retired: "2",
      other: { Note: "D." },
      deviations: [{ field: "message", original: "E.", reason: "F." }],
    });
    expect(Object.keys(data ?? {}).slice(0, 2)).toEqual(["code", "name"]);
  });
});
