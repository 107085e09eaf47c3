import { describe, expect, test } from "vitest";
import { buildService } from "../../generator/catalogue/buildService.js";
import { importPage } from "../../generator/page/importPage.js";
import { writeRst } from "../../generator/page/rst/writeRst.js";
import {
  parseSpec,
  fieldsOfPage,
  pageDefinition,
  type PageSpec,
  serviceDefinition,
  defineSpec,
} from "../../generator/spec/definition.js";
import { mergeSpec } from "../../generator/spec/mergeSpec.js";
import { parseYaml } from "../../generator/spec/yamlSource.js";
import { withPage } from "../pageSpecs.js";

/** A spec with every field of the spec language, each with a comment. */
const everything = `service:
  id: shop # service.id
  name: Shop # service.name
  prefix: Shop # service.prefix
  names: message # service.names
page:
  id: shop_1 # page.id
  label: shop_all # page.label
  title: Codes # page.title
  source: pages/codes.rst # page.source
  permalink: https://example.com/4f1c/codes.rst # page.permalink
  format: own # page.format
  top: ".. _shop_all:" # page.top
  digest: sha256:${"0".repeat(64)} # page.digest
  after: The end. # page.after
tables:
  - kind: status-codes # table.kind
    before: The beginning. # table.before
    section: All # table.section
    item: Normal # table.item
    label: table1 # table.label
    title: All codes # table.title
    number: 4 # table.number
    indent: 3 # table.indent
    lead: "{table} lists all." # table.lead
    headless: true # table.headless
    columns: [Status Code, Message, Description, { other: Note }] # table.columns
    entries:
      - code: 200 # entry.code
        name: Fine # entry.name
        message: OK # entry.message
        description: It worked. # entry.description
        other: { Note: None. } # entry.other
        retired: 2.0 # entry.retired
        replacedBy: 404 # entry.replacedBy
        deviations: # entry.deviations
          description:
            original: It workd. # original
            reason: A slip. # reason
  - kind: error-codes # table.kind
    names: code # table.names
    values: text # table.values
    columns: [Status Code, Module, Error Code, Error Message, Solution]
    spans: [status, module] # table.spans
    entries:
      - code: A.1
        status: 400 # entry.status
        module: Core # entry.module
        message: It failed.
        solution: | # entry.solution
          Wait.

          Try again.
      - code: A.2
        spans: [status] # entry.spans
        status: 400
        module: Core
        message: It failed, too.
`;

/** What the spec language knows, by the mapping that it is in. */
const { tables } = defineSpec().shape;
const kinds = tables.element.options;
const fields = {
  service: Object.keys(serviceDefinition.shape),
  page: Object.keys(pageDefinition.shape),
  table: kinds.flatMap((kind) => Object.keys(kind.shape)).filter((field) => field !== "entries"),
  entry: kinds.flatMap((kind) => Object.keys(kind.shape.entries.element.shape)),
};
const all = Object.entries(fields).flatMap(([place, names]) =>
  [...new Set(names)].map((name) => ({ place, name, comment: `# ${place}.${name}` })),
);

/** Pages that say, taken together, all that a page can say. */
const pages = [
  without(/^ {2}top| {4}(?:item|headless|number|indent)/),
  without(/^ {4}(?:before|section|lead|label|spans|indent)/),
  without(/^ {4}(?:item|headless|number|section|lead|label)/),
];

/** The spec with everything on its page, without some fields. */
function without(fields: RegExp): string {
  const lines = everything
    .split("\n")
    .filter((line) => !fields.test(line) && !line.startsWith("        retired:"));
  return lines.join("\n");
}

function specOf(text: string): PageSpec {
  const parsed = parseSpec(parseYaml("spec.yaml", text));
  if (!("spec" in parsed)) throw parsed.error;
  return withPage(parsed.spec);
}

/** What import reads from the page that a spec gives. */
function imported(text: string): PageSpec {
  const { spec, findings } = importPage(writeRst(buildService(specOf(text), "")), {
    service: { id: "imported", name: "Imported" },
  });
  if (!spec) throw new Error(findings.map(({ message }) => message).join("\n"));
  return spec;
}

/** The page of another vendor altogether: none of the fields that a page may lack. */
const bare = specOf(`service: { id: other, name: Other }
page: { id: other, title: Other }
tables:
  - { kind: status-codes, columns: [Code, Text], entries: [{ code: 200, description: Fine. }] }
  - { kind: error-codes, columns: [Code], entries: [{ code: A.1 }] }
`);

const isOfPage = ({ place, name }: (typeof all)[number]) =>
  place !== "service" && fieldsOfPage[place as keyof typeof fieldsOfPage].includes(name);

/**
 * Where a page was read is known to the command only, and where this revision of it stays to people
 * (importIdentity.test.ts); an indented table and a row
 * that spans otherwise than its table need pages of their own (importCases.test.ts).
 */
const isSeenElsewhere = ({ place, name }: (typeof all)[number]) =>
  ["page.source", "page.permalink", "table.indent", "entry.spans"].includes(`${place}.${name}`);

test.each(all)("the spec with everything has $name of $place", ({ comment }) => {
  expect(everything).toContain(`${comment}\n`);
});

describe("a field of people stays where no page says it", () => {
  const other = mergeSpec(everything.replace(/ {8}retired: .*\n/, ""), bare, "2026-01-02").text;
  const gone = mergeSpec(everything, { ...bare, tables: bare.tables.slice(1) }, "2026-01-02").text;

  test.each(all.filter((field) => !isOfPage(field)))("$name of $place", ({ name, comment }) => {
    const line = everything.split("\n").find((each) => each.endsWith(comment)) ?? "";
    // A deviation goes with the text that it corrects; a code that the page lists is not retired.
    expect((name === "retired" ? gone : other).split("\n")).toContain(line);
  });
});

describe("a field of the page", () => {
  const required = ["id", "title", "kind", "columns", "code", "description"];
  const optional = all.filter(
    (field) =>
      isOfPage(field) &&
      !isSeenElsewhere(field) &&
      !(required.includes(field.name) && field.place !== "table"),
  );
  const other = mergeSpec(everything, bare, "2026-01-02").text;

  test.each(optional.filter(({ name }) => !required.includes(name)))(
    "goes when the page no longer says it: $name of $place",
    ({ name, comment }) => {
      expect(other).toContain(comment);
      expect(other).not.toMatch(new RegExp(`${name}:.* ${comment}`));
    },
  );

  // These pages are reStructuredText; a format is that of a reader (ownReaders.test.ts).
  const said = all.filter(
    (field) => isOfPage(field) && !isSeenElsewhere(field) && field.comment !== "# page.format",
  );
  test.each(said)("is one that import writes: $name of $place", ({ place, name }) => {
    const read = pages.map(imported);
    const written: Record<string, readonly object[]> = {
      page: read.map((spec) => spec.page),
      table: read.flatMap((spec) => spec.tables),
      entry: read.flatMap((spec) => spec.tables.flatMap(({ entries }): object[] => entries)),
    };
    expect(written[place]?.some((each) => Object.hasOwn(each, name))).toBe(true);
  });
});

test("keys that the spec language does not know stay, wherever they are", () => {
  const unknown = (column: number) => `${" ".repeat(column)}future: { a: [1, null] } # ours\n`;
  const own = everything
    .replace("  name: Shop", `${unknown(2)}  name: Shop`)
    .replace("  label: shop_all", `${unknown(2)}  label: shop_all`)
    .replace("    section:", `${unknown(4)}    section:`)
    .replace("        name:", `${unknown(8)}        name:`)
    .replace("        status:", `${unknown(8)}        status:`)
    .concat(unknown(0));
  const lines = (text: string) => text.split("\n").filter((line) => line.includes("future"));
  expect(lines(own)).toHaveLength(6);
  expect(lines(mergeSpec(own, bare, "2026-01-02").text)).toEqual(lines(own));
});
