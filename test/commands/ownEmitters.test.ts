import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, generate } from "../../generator/index.js";
import { builtStatusgen, smallSpec, statusgen, testProject, textsBelow } from "../testProject.js";

/** A config with an emitter that has this body; it sees `version`, a text that a test can change. */
const configWith = (body: string, use = "own()", version = "1") => `
import { defineConfig, defineEmitter } from "statusgen";
const version = ${JSON.stringify(version)};
const own = defineEmitter({ name: "own", ${body} });
export default defineConfig({ emitters: ["json", ${use}] });
`;

const listing = "service: (service) => [{ path: `lists/${service.id}.txt`, text: service.name + version }]";

function ownProject(body: string, use?: string): Promise<string> {
  return testProject({ "spec/small.yaml": smallSpec, "statusgen.config.ts": configWith(body, use) });
}

/** What is wrong, of `generate` and of `check`, which say the same; and nothing is written. */
async function mistakes(body: string, use?: string): Promise<string[]> {
  const cwd = await ownProject(body, use);
  const made = await generate({ cwd });
  expect(made).toMatchObject({ exitCode: 2 });
  expect(existsSync(join(cwd, "generated"))).toBe(false);
  const checked = await check({ cwd });
  expect(checked).toMatchObject({ exitCode: 2, files: [], diagnostics: made.diagnostics });
  return made.diagnostics.map(({ rule, message }) => `${rule}: ${message}`);
}

test("an emitter of one's own makes files that are owned, compared and removed as all others are", async () => {
  const cwd = await ownProject(listing);
  const { exitCode, stdout, stderr } = await statusgen(cwd, "generate");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain("Nothing was remembered: the config has emitters, rules or readers of its own");
  expect(await textsBelow(join(cwd, "generated"))).toMatchObject({ "lists/small.txt": "Small Service1" });
  expect(await check({ cwd })).toMatchObject({ exitCode: 0 });

  await writeFile(join(cwd, "generated/lists/small.txt"), "edited");
  expect(await check({ cwd })).toMatchObject({ files: [{ path: "lists/small.txt", state: "edited" }] });
  await generate({ cwd });

  await writeFile(join(cwd, "statusgen.config.ts"), "export default { emitters: ['json'] };");
  expect(await check({ cwd })).toMatchObject({
    files: expect.arrayContaining([
      expect.objectContaining({ path: "lists/small.txt", state: "orphaned", isOwned: true }),
    ]) as unknown,
  });
  await generate({ cwd });
  expect(existsSync(join(cwd, "generated/lists"))).toBe(false);
});

test("what the emitter's code says now is what counts, whatever an earlier run made", async () => {
  const cwd = await ownProject(listing);
  await mkdir(join(cwd, "node_modules"));
  for (const _ of [1, 2]) expect(await generate({ cwd })).toMatchObject({ exitCode: 0 });
  await writeFile(join(cwd, "statusgen.config.ts"), configWith(listing, undefined, "2"));
  expect(await check({ cwd })).toMatchObject({
    exitCode: 1,
    files: [
      { path: "lists/small.txt", state: "stale" },
      { path: "manifest.json", state: "stale" },
    ],
  });
  expect(await generate({ cwd })).toMatchObject({ changes: { written: [{ path: "lists/small.txt" }, {}] } });
});

test("without a part, the files about all services are made of the services", async () => {
  const cwd = await ownProject(
    'all: (services, { version: tool }) => [{ path: "all.txt", text: services.map(({ id }) => id + typeof tool).join() }]',
  );
  await generate({ cwd });
  expect(await readFile(join(cwd, "generated/all.txt"), "utf8")).toBe("smallstring");
});

test("of several emitters, each sees the catalogue as the specs give it", async () => {
  const body = "service: (service) => { service.tables.length = 0; return []; }";
  expect(await mistakes(body)).toEqual([
    expect.stringContaining(
      'emitter-failed: The emitter "own" fails for the service small: Cannot assign to read only',
    ),
  ]);
});

describe("an emitter fails that", () => {
  const files = (list: string) => `service: () => ${list}`;
  test.each([
    ["throws", "service: () => { throw new Error('no'); }", "no"],
    ["throws about all services", "all: () => { throw new Error('no'); }", "no"],
    ["throws in its part", "part: () => { throw new Error('no'); }, all: () => []", "no"],
    ["rejects", "service: async () => { throw 'no'; }", "it throws no"],
    ["ends the process", "service: () => process.exit(0)", "it exits the process"],
    ["gives nothing", "service: () => undefined", "it gives no list of files"],
    ["gives a text", files('"text"'), "it gives no list of files"],
    ["gives a file without a text", files('[{ path: "a" }]'), "it gives a file without a text for `path`"],
    ["gives bytes", files('[{ path: "a", text: new Uint8Array(1) }]'), "without one for `text`"],
    ["gives half a character", files(String.raw`[{ path: "a", text: "\ud800" }]`), "half a character"],
    ["gives no object", files("[null]"), "it gives a file without a text"],
    [
      "leaves the folder",
      files('[{ path: "../a", text: "" }]'),
      'a file with the path "../a", which has an empty part',
    ],
    ["gives an absolute path", files('[{ path: "/a", text: "" }]'), "which has an empty part"],
    [
      "gives a path of Windows",
      files(String.raw`[{ path: "a\\b", text: "" }]`),
      "which has a sign that not all disks take",
    ],
    ["gives a path with a line feed", files(String.raw`[{ path: "a\nb", text: "" }]`), "which has a sign"],
    ["gives the manifest", files('[{ path: "Manifest.json", text: "" }]'), "which statusgen needs itself"],
    [
      "gives the folder of a run",
      files('[{ path: ".statusgen/1", text: "" }]'),
      "which statusgen needs itself",
    ],
    [
      "gives another text each time",
      `service: () => [{ path: "a", text: String(globalThis.calls = (globalThis.calls ?? 0) + 1) }]`,
      "it gives other files when it is called again",
    ],
  ])("%s", async (_, body, reason) => {
    const [only, ...others] = await mistakes(body);
    expect(only).toMatch(/^emitter-failed: The emitter "own" fails for (?:the service small|all services): /);
    expect(only).toContain(reason);
    expect(others).toEqual([]);
  });

  test.each([
    ["never settles", "new Promise(() => {})", "it waits for a promise that never settles"],
    [
      "rejects a promise that nobody waits for",
      "{ Promise.reject(new Error('late')); return new Promise((done) => setTimeout(done, 50)); }",
      "late",
    ],
  ])("%s, in a process that has nothing else to do", async (_, body, reason) => {
    const cwd = await ownProject(`service: () => ${body}`);
    const { exitCode, stdout } = await builtStatusgen(cwd, "generate");
    expect(exitCode).toBe(2);
    expect(stdout).toContain(`The emitter "own" fails for the service small: ${reason}.`);
  });
});

test("what was thrown is told where it was thrown", async () => {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "emitters/own.ts":
      'import { defineEmitter } from "statusgen";\n\nexport const own = defineEmitter({\n  name: "own",\n  service: () => {\n    throw new Error("no");\n  },\n});\n',
    "statusgen.config.ts":
      'import { own } from "./emitters/own.js";\nexport default { emitters: [own()] };\n',
  });
  expect(await generate({ cwd })).toMatchObject({
    diagnostics: [{ file: "emitters/own.ts", range: { start: { line: 6, column: 11 } } }],
  });
});

describe("two that give the same path are told", () => {
  test.each([
    [
      "a built-in one and another",
      'service: () => [{ path: "json/small.json", text: "" }]',
      'The path "json/small.json" is given by "json" for the service small and by "own" for the service small.',
    ],
    [
      "in another case",
      'service: () => [{ path: "JSON/Small.json", text: "" }]',
      'The path "JSON/Small.json" is given by',
    ],
    [
      "one emitter, twice",
      'service: () => [{ path: "a", text: "" }, { path: "a", text: "" }]',
      'The path "a" is given by "own" for the service small and by "own" for the service small.',
    ],
    [
      "of a service and of all",
      'service: () => [{ path: "a", text: "" }], all: () => [{ path: "a", text: "" }]',
      'The path "a" is given by "own" for the service small and by "own" for all services.',
    ],
    ["a file and a folder", 'service: () => [{ path: "json", text: "" }]', 'The path "json" is given by'],
    [
      "a folder and a file",
      'service: () => [{ path: "json/small.json/a", text: "" }]',
      'The path "json/small.json/a" is given by',
    ],
  ])("%s", async (_, body, message) => {
    expect(await mistakes(body)).toEqual([expect.stringContaining(`shared-path: ${message}`)]);
  });
});

test("a built-in emitter that is used twice in one folder gives each path twice", async () => {
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "statusgen.config.json": '{ "emitters": ["json", { "use": "json", "importExtension": "ts" }] }',
  });
  expect(await generate({ cwd })).toMatchObject({ exitCode: 2, diagnostics: [{ rule: "shared-path" }] });
});

test("of several emitters that fail, each is told, once", async () => {
  const config = `import { defineEmitter } from "statusgen";
const fails = (name) => defineEmitter({ name, service: () => { throw new Error(name); } });
export default { emitters: [fails("first")(), "json", fails("second")()] };
`;
  const other = smallSpec.replaceAll("small", "other");
  const cwd = await testProject({
    "spec/small.yaml": smallSpec,
    "spec/other.yaml": other,
    "statusgen.config.ts": config,
  });
  const { exitCode, diagnostics } = await generate({ cwd });
  expect({ exitCode, messages: diagnostics.map(({ message }) => message) }).toEqual({
    exitCode: 2,
    messages: [
      'The emitter "first" fails for the service other: first.',
      'The emitter "second" fails for the service other: second.',
    ],
  });
  expect(existsSync(join(cwd, "generated"))).toBe(false);
});

describe("options", () => {
  const schema = (validate: string) =>
    `options: { "~standard": { version: 1, vendor: "test", validate: ${validate} } }, service: (service, { own }) => [{ path: "own.txt", text: JSON.stringify(own) }]`;

  test("are what the emitter's schema makes of them", async () => {
    const cwd = await ownProject(schema("(given) => ({ value: { ...given, b: 2 } })"), "own({ a: 1 })");
    await generate({ cwd });
    expect(await readFile(join(cwd, "generated/own.txt"), "utf8")).toBe('{"a":1,"b":2}');
  });

  test.each([
    [
      "are refused by it",
      schema(
        'async () => ({ issues: [{ message: "use a text", path: ["a", { key: 0 }] }, { message: "more" }] })',
      ),
      "own({ a: 1 })",
      ['"a.0": use a text', "more"],
    ],
    ["fail with it", schema('() => { throw new Error("no"); }'), "own({ a: 1 })", ["their schema fails: no"]],
    ["are given to one without a schema", listing, "own({ a: 1 })", ["this emitter has no options"]],
    [
      "are given to a built-in one that has none",
      listing,
      '{ use: "typescript", options: {} }',
      ["this emitter has no options"],
    ],
  ])("%s", async (_, body, use, reasons) => {
    const said = await mistakes(body, use);
    expect(said).toEqual(
      reasons.map(
        (reason) =>
          expect.stringMatching(
            new RegExp(
              `^invalid-config: The options of "\\w+", number 2 of "emitters", are not valid: ${reason}\\.$`,
            ),
          ) as unknown,
      ),
    );
  });
});

test("an emitter that is not called is told", async () => {
  const [only] = await mistakes(listing, "own");
  expect(only).toBe(
    "invalid-config: The config cannot be loaded: it has a function for a value; an emitter is called with its options, as in `python()`.",
  );
});
