import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository, smallSpec } from "../testProject.js";
import { cursor, type Editor, startEditor } from "./languageServer.js";

let editor: Editor;
beforeAll(async () => {
  editor = await startEditor();
});
afterAll(() => editor.close());

const modeline = "# yaml-language-server: $schema=../generated/schema/spec.schema.json\n";

/** A spec that is being edited in the repository's spec folder; it is not on the disk. */
function edited(name: string, text: string) {
  return { uri: pathToFileURL(join(repository, "spec", `${name}.yaml`)).href, text: modeline + text };
}

/** Where a piece last is in the text with the modeline, as the language server counts: from 0. */
function rangeOf(text: string, piece: string) {
  const lines = (modeline + text).split("\n");
  const line = lines.findLastIndex((each) => each.includes(piece));
  const character = lines[line]?.indexOf(piece) ?? -1;
  return { start: { line, character }, end: { line, character: character + piece.length } };
}

test("the specs of this repository show no squiggle", async () => {
  const files = (await readdir(join(repository, "spec"))).filter((file) => file.endsWith(".yaml"));
  expect(files).not.toEqual([]);
  for (const file of files) {
    const path = join(repository, "spec", file);
    const text = await readFile(path, "utf8");
    expect(text.startsWith(modeline)).toBe(true);
    expect(await editor.diagnosticsOf({ uri: pathToFileURL(path).href, text })).toEqual([]);
  }
});

test("an unknown key is underlined", async () => {
  const text = smallSpec.replace("description: It worked.", "desciption: It worked.");
  const diagnostics = await editor.diagnosticsOf(edited("unknown-key", text));
  expect(diagnostics.map(({ message, range }) => ({ message, range }))).toContainEqual({
    message: "Property desciption is not allowed.",
    range: rangeOf(text, "desciption"),
  });
});

test("a kind that does not exist is underlined", async () => {
  const text = smallSpec.replace("kind: status-codes", "kind: status-cods");
  const diagnostics = await editor.diagnosticsOf(edited("unknown-kind", text));
  expect(diagnostics.map(({ range }) => range)).toContainEqual(rangeOf(text, "status-cods"));
  expect(JSON.stringify(diagnostics)).toContain("status-codes");
});

test("a missing field is underlined", async () => {
  const text = smallSpec.replace("  title: Status Codes\n", "");
  const diagnostics = await editor.diagnosticsOf(edited("missing-field", text));
  expect(diagnostics.map(({ message }) => message)).toEqual(['Missing property "title".']);
  expect(diagnostics[0]?.range.start.line).toBe(rangeOf(text, "page:").start.line);
});

test.each(["999", "42", "404.5", "-1", '"4o4"'])(
  "a status code that is none is underlined: %s",
  async (code) => {
    const text = smallSpec.replace("code: 404", `code: ${code}`);
    const diagnostics = await editor.diagnosticsOf(
      edited(`no-status-code-${encodeURIComponent(code)}`, text),
    );
    expect(diagnostics.map(({ range }) => range)).toContainEqual(rangeOf(text, code));
  },
);

test.each(["404", '"404"', "404/410", "4xx", "default"])(
  "the status code %s shows no squiggle",
  async (code) => {
    const text = smallSpec.replace("code: 404", `code: ${code}`);
    expect(await editor.diagnosticsOf(edited(`status-code-${encodeURIComponent(code)}`, text))).toEqual([]);
  },
);

test("keys of an entry are completed, those that stand there already are not", async () => {
  const text = smallSpec.replace("description: It is not there.", cursor);
  const labels = (await editor.completionsAt(edited("complete-key", text))).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(["description", "name", "retired", "deviations"]));
  expect(labels).not.toContain("code");
});

test("the kinds of tables are completed", async () => {
  const text = smallSpec.replace("kind: status-codes", `kind: ${cursor}`);
  const labels = (await editor.completionsAt(edited("complete-kind", text))).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(["status-codes", "error-codes"]));
});

test("a key says what it means when the cursor is on it", async () => {
  const text = smallSpec.replace("  title: ", `  ${cursor}title: `);
  const hover = await editor.hoverAt(edited("hover", text));
  expect(JSON.stringify(hover?.contents)).toContain("The page's title, as Markdown.");
  expect(hover?.range?.start).toEqual(rangeOf(smallSpec, "title: Status Codes").start);
});

test("code in what a key means is shown as code", async () => {
  const text = smallSpec.replace("code: 404", `${cursor}code: 404`);
  const hover = await editor.hoverAt(edited("hover-code", text));
  expect(JSON.stringify(hover?.contents)).toContain(
    "a list (`400/404`), which gives a member for each code, and a class (`4xx`)",
  );
});

test.each([
  ["an id", "  id: small\n", "  id: Small\n", "Use lower case letters, digits and single hyphens"],
  ["a status code", "code: 404", "code: 4o4", "Write three digits, 100 to 599"],
  ["a title", "title: Status Codes", 'title: ""', "Write a text, or leave the field out."],
  ["a digest", "title: Status Codes", "title: Status Codes\n  digest: abc", "Write sha256: and the 64"],
])("%s that does not match its pattern says what to write", async (what, from, to, message) => {
  const text = smallSpec.replace(from, to);
  const diagnostics = await editor.diagnosticsOf(edited(`form-${what.replaceAll(" ", "-")}`, text));
  expect(JSON.stringify(diagnostics)).toContain(message);
  expect(JSON.stringify(diagnostics)).not.toContain("pattern");
});

test("known headers are completed, those of the table's kind", async () => {
  const columns = "columns: [Status Code, Message, Description]";
  const labels = async (name: string, text: string) =>
    (await editor.completionsAt(edited(name, text))).map(({ label }) => label);
  const ofStatus = await labels("headers", smallSpec.replace(columns, `columns:\n      - ${cursor}`));
  expect(ofStatus).toEqual(expect.arrayContaining(["Status Code", "Reason Phrase", "Description"]));
  expect(ofStatus).not.toContain("Module");
});

test.each([
  ["an entry", "      - ", "a status code", "code: ${1:404}"],
  ["a table", "  - ", "a table of error codes", "kind: error-codes"],
])("%s is begun with a snippet", async (what, item, label, start) => {
  const text = `${smallSpec}${item}${cursor}`;
  const found = await editor.completionsAt(edited(`snippet-${what.replaceAll(" ", "-")}`, text));
  expect(found.find((each) => each.label === label)?.insertText).toMatch(
    new RegExp(`^${start.replace(/[${}]/g, "\\$&")}`),
  );
});

test("a spec without the comment is checked where the settings of the docs name the schema", async () => {
  const docs = await readFile(join(repository, "docs/spec.md"), "utf8");
  const [, block = ""] = /```json\n(\{\n {2}"yaml.schemas"[^]*?)```/.exec(docs) ?? [];
  const { "yaml.schemas": schemas } = JSON.parse(block) as Readonly<Record<string, unknown>>;
  const mapped = await startEditor({ schemas });
  const text = smallSpec.replace("kind: status-codes", "kind: status-cods");
  const uri = pathToFileURL(join(repository, "spec/mapped.yaml")).href;
  expect(JSON.stringify(await mapped.diagnosticsOf({ uri, text }))).toContain("status-codes");
  await mapped.close();
  expect(await editor.diagnosticsOf({ uri, text })).toEqual([]);
});

test("nothing is headed by a title that says nothing", async () => {
  const text = smallSpec.replace("  title: ", `  ${cursor}title: `);
  const hover = await editor.hoverAt(edited("hover-title", text));
  expect(JSON.stringify(hover?.contents)).not.toContain("####");
});
