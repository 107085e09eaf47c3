import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { type DeclaredFields, fieldsWith } from "../../generator/project/declaredFields.js";
import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { type EnumStyle, enumStyles } from "../../generator/emit/emitter.js";
import { statusgen, testProject } from "../testProject.js";
import { compile, writeTree } from "./compilers.js";
import { emitTree } from "./emittedTree.js";
import { evaluate } from "./evaluate.js";
import { hostileText, tried } from "./hostileSpecs.js";
import { defaultConventions } from "../../generator/catalogue/conventions.js";

const declared = {
  retryable: { type: "boolean", description: "Whether the same request may succeed later. */ {@link x}" },
  severity: ["low", "high"],
  since: { type: "string", level: "none" },
  docs: "url",
} as const satisfies DeclaredFields;

const spec = `service: { id: orders, name: Orders }
page: { id: orders, title: Errors }
tables:
  - kind: error-codes
    columns: [Error Code, Error Message]
    entries:
      - { code: ORD.1, message: Invalid, retryable: false, severity: high, docs: "https://docs.example/a_b_c" }
      - { code: ORD.2, message: Busy, retryable: true, severity: low }
      - { code: ORD.2, message: Again, retryable: true, severity: high }
      - { code: ORD.3, message: Silent }
  - kind: status-codes
    columns: [Status Code, Description]
    entries:
      - { code: 503, description: Busy., retryable: true, since: "2.0" }
      - { code: 404, description: Gone. }
`;

const project = (text = spec, fields: object = declared) =>
  testProject({ "spec/orders.yaml": text, "statusgen.config.json": JSON.stringify({ fields }) });

function emitted(text: string, fields: DeclaredFields, style: EnumStyle) {
  const { catalogue, diagnostics } = loadCatalogue([{ file: "spec/orders.yaml", text }], {
    ...defaultConventions,
    fields: fieldsWith(fields),
  });
  if (!catalogue) throw new Error(JSON.stringify(diagnostics));
  return emitTree(catalogue, style);
}

test.each(enumStyles)("what people declare is typed, and looked up by code: %s", async (style) => {
  const files = await emitted(spec, declared, style);
  const folder = mkdtempSync(join(tmpdir(), "declared-"));
  writeTree(folder, files);
  writeFileSync(
    join(folder, "use.ts"),
    `import { isOrdersRetryable, ordersErrorEntriesOf, ordersSeverity, ordersStatusEntry } from "./orders/index.js";
const retry: boolean | undefined = isOrdersRetryable(503);
const severity: "low" | "high" | undefined = ordersSeverity("ORD.1");
const ofEntry: boolean | undefined = ordersStatusEntry(503)?.retryable;
const since: string | undefined = ordersErrorEntriesOf("ORD.1")?.[0]?.since;
export const all: readonly unknown[] = [retry, severity, ofEntry, since];
`,
  );
  const extra = { isolatedDeclarations: false, erasableSyntaxOnly: false };
  expect(await compile(folder, "typescript", extra)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  const text = files.find(({ path }) => path === "orders/index.ts")?.text ?? "";
  expect(await format(text, { parser: "typescript" })).toBe(text);
  const module = evaluate(text);
  const ask = (name: string, code: unknown) => (module[name] as (code: unknown) => unknown)(code);
  expect(["ORD.1", "ORD.2", "ORD.3", "503", 503, 404].map((code) => ask("isOrdersRetryable", code))).toEqual([
    false,
    true,
    undefined,
    undefined,
    true,
    undefined,
  ]);
  // The two entries of one code say different things.
  expect(["ORD.1", "ORD.2"].map((code) => ask("ordersSeverity", code))).toEqual(["high", undefined]);
  expect(ask("ordersStatusEntry", 503)).toMatchObject({ retryable: true, since: "2.0" });
  expect(ask("ordersErrorEntriesOf", "ORD.1")).toMatchObject([
    { message: "Invalid", retryable: false, severity: "high", docs: "https://docs.example/a_b_c" },
  ]);
});

test("whatever texts are declared and said, they come out as they are", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(
        hostileText.filter((text) => /^(?=\S)[^\n\r]*\S$/.test(text)),
        { minLength: 1, maxLength: 3 },
      ),
      hostileText.filter((text) => /\S/.test(text)),
      async (values, note) => {
        const [severity = ""] = values;
        const text = JSON.stringify({
          service: { id: "orders", name: "Orders" },
          page: { id: "orders", title: "Errors" },
          tables: [
            {
              kind: "error-codes",
              columns: ["Error Code"],
              entries: [{ code: "E1", severity, note }],
            },
          ],
        });
        const files = await emitted(text, { severity: values as [string], note: "string" }, "enum");
        const module = evaluate(files.find(({ path }) => path === "orders/index.ts")?.text ?? "");
        expect((module["ordersSeverity"] as (code: string) => unknown)("E1")).toBe(severity);
        const entries = (module["ordersErrorEntriesOf"] as (code: string) => unknown)("E1");
        expect(entries).toMatchObject([{ severity, note: note.trimEnd() }]);
        const json = JSON.parse(files.find(({ path }) => path === "json/orders.json")?.text ?? "") as {
          readonly tables: readonly { readonly entries: readonly unknown[] }[];
        };
        expect(json.tables[0]?.entries[0]).toMatchObject({ severity, note: note.trimEnd() });
      },
    ),
    tried(100),
  );
});

test("declared fields are in the docs, in the data, in the schema and in what explain says", async () => {
  const cwd = await project();
  expect(await statusgen(cwd, "generate")).toMatchObject({ exitCode: 0 });
  const read = (path: string) => readFileSync(join(cwd, "generated", path), "utf8");
  expect(read("docs/orders/error-codes.md")).toMatch(/\| Retryable +\| Severity +\| Docs +\|/);
  expect(JSON.parse(read("json/orders.json"))).toMatchObject({
    tables: [{ entries: [{ code: "ORD.1", retryable: false, severity: "high" }, {}, {}, {}] }, {}],
  });
  expect(read("schema/spec.schema.json")).toContain('"enum": ["low", "high"]');
  expect((await statusgen(cwd, "explain", "ORD.1")).stdout).toContain("  Retryable: no\n  Severity: high\n");
});

test("a change of a declared field is a fix, or what its declaration says", async () => {
  const cwd = await project();
  const later = spec.replace("retryable: false", "retryable: true").replace('"2.0"', '"2.1"');
  const old = await testProject({ "orders.yaml": spec });
  const now = await testProject({ "orders.yaml": later });
  const { stdout } = await statusgen(cwd, "diff", old, now, "--format", "json");
  const { changes } = JSON.parse(stdout) as { readonly changes: readonly object[] };
  expect(changes).toMatchObject([
    { code: "503", field: "since", level: "none", before: "2.0", after: "2.1" },
    { code: "ORD.1", field: "retryable", level: "fix", before: "false", after: "true" },
  ]);
});

test("what is not as it is declared is told, with what would do", async () => {
  const wrong = spec
    .replace("severity: high,", "severity: hihg,")
    .replace("retryable: true, severity: low", "retriable: yes, severity: low")
    .replace("https://docs", "ftp://docs");
  const { stdout } = await statusgen(await project(wrong), "check");
  expect(stdout).toContain('"hihg" is not a valid severity. Did you mean "high"?');
  expect(stdout).toContain("help: Use one of: low, high.");
  expect(stdout).toContain('The key "retriable" is not known here. Did you mean "retryable"?');
  expect(stdout).toContain("help: Write an http or https URL.");
});

test.each([
  [{ code: "boolean" }, '"fields.code" is not valid: use a name in camelCase'],
  [{ ordersPage: ["a"] }, '"fields.ordersPage" is not valid: use a name in camelCase'],
  [{ retry: "bool" }, '"fields.retry" is not valid: use `boolean`, `string`, `url`, a list'],
  [{ retry: ["a", "a"] }, '"fields.retry" is not valid: list each value once'],
  [
    { retry: "boolean", canRetry: "boolean" },
    '"fields" is not valid: use names of which none ends in another',
  ],
  [
    { retry: { type: "url", levle: "fix" } },
    'The key "levle" is not known in "fields.retry". Did you mean "level"?',
  ],
])("a declaration that would not do is refused: %j", async (fields, message) => {
  const { exitCode, stdout } = await statusgen(await project(spec, fields), "check");
  expect(exitCode).toBe(2);
  expect(stdout).toContain(message);
});
