import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { expect, test } from "vitest";
import { enumStyles } from "../../generator/emit/emitter.js";
import { statusgen, testProject } from "../testProject.js";
import { compile, writeTree } from "./compilers.js";
import { catalogueOf, emitTree } from "./emittedTree.js";
import { evaluate } from "./evaluate.js";

/** Codes as people keep them: how their table is declared, its rows, and the members that one would hope for. */
const lists: Readonly<
  Record<string, readonly [table: string, rows: Readonly<Record<string, string>>, members: object]>
> = {
  chat: [
    "values: number, names: message",
    { 10003: "Unknown channel", 50001: "Missing access", 0: "General error" },
    { UnknownChannel: 10003, MissingAccess: 50001, GeneralError: 0 },
  ],
  grpc: [
    "values: number, names: message",
    { 0: "OK", 5: "NOT_FOUND", 16: "UNAUTHENTICATED" },
    { Ok: 0, NotFound: 5, Unauthenticated: 16 },
  ],
  "web-socket": [
    "values: number, names: message",
    { 1000: "Normal Closure", 1006: "Abnormal Closure" },
    { NormalClosure: 1000, AbnormalClosure: 1006 },
  ],
  "json-rpc": [
    "values: number, names: message",
    { "-32601": "Method not found", "-32700": "Parse error" },
    { MethodNotFound: -32601, ParseError: -32700 },
  ],
  database: [
    "values: number",
    { 1062: "Duplicate entry", 1064: "Syntax error" },
    { Code1062: 1062, Code1064: 1064 },
  ],
  "sql-state": [
    "names: message",
    { 23000: "Integrity constraint violation", "42S02": "Table not found" },
    { IntegrityConstraintViolation: "23000", TableNotFound: "42S02" },
  ],
  hresult: [
    "values: number, names: message",
    { "0x80070005": "E_ACCESSDENIED", "0x8007000e": "E_OUTOFMEMORY" },
    { EAccessdenied: 2147942405, EOutofmemory: 2147942414 },
  ],
  payments: [
    "columns: [Code]",
    { card_declined: "", expired_card: "" },
    { CardDeclined: "card_declined", ExpiredCard: "expired_card" },
  ],
  storage: [
    "columns: [Code]",
    { NoSuchBucket: "", InvalidArgument: "" },
    { NoSuchBucket: "NoSuchBucket", InvalidArgument: "InvalidArgument" },
  ],
  posix: ["values: number, names: message", { 2: "ENOENT", 13: "EACCES" }, { Enoent: 2, Eacces: 13 }],
};

const specs = Object.entries(lists).map(([id, [table, rows]]) => ({
  file: `spec/${id}.yaml`,
  text: `service: { id: ${id}, name: ${id}, prefix: Own${id.replaceAll("-", "")} }
page: { id: ${id}, title: Codes }
tables:
  - { kind: error-codes, ${table.includes("columns") ? "" : "columns: [Error Code, Message], "}${table}, entries: [${Object.entries(
    rows,
  )
    .map(([code, message]) => `{ code: ${code}${message === "" ? "" : `, message: ${message}`} }`)
    .join(", ")}] }
`,
}));

test.each(enumStyles)("lists of codes give the names that one would hope for: %s", async (style) => {
  const files = await emitTree(catalogueOf(specs), style);
  const folder = mkdtempSync(join(tmpdir(), "own-"));
  writeTree(folder, files);
  const extra = { erasableSyntaxOnly: style !== "enum", isolatedDeclarations: style !== "enum" };
  expect(await compile(folder, "typescript", extra)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  for (const [id, [, , members]] of Object.entries(lists)) {
    const text = files.find(({ path }) => path === `${id}/index.ts`)?.text ?? "";
    expect(await format(text, { parser: "typescript" })).toBe(text);
    const module = evaluate(text);
    const prefix = `Own${id.replaceAll("-", "")}`;
    if (style !== "union") expect(module[`${prefix}ErrorCode`]).toMatchObject(members);
    const isCode = module[`is${prefix}ErrorCode`] as (code: unknown) => boolean;
    const entriesOf = module[`o${prefix.slice(1)}ErrorEntriesOf`] as (code: unknown) => unknown;
    for (const [name, value] of Object.entries(members) as [string, string | number][]) {
      expect(module[`o${prefix.slice(1)}ErrorCode${name}`]).toBe(value);
      expect([isCode(value), isCode(typeof value === "number" ? String(value) : Number(value))]).toEqual([
        true,
        false,
      ]);
      expect(entriesOf(value)).toHaveLength(1);
    }
    const json = JSON.parse(files.find(({ path }) => path === `json/${id}.json`)?.text ?? "") as {
      readonly tables: readonly { readonly entries: readonly { code: string; value?: number }[] }[];
    };
    const values = json.tables.flatMap(({ entries }) => entries.map(({ code, value }) => value ?? code));
    expect(values.sort()).toEqual(Object.values(members).sort());
  }
});

test("two codes of one message are told the names that would do", async () => {
  const text = `service: { id: orders, name: Orders, names: message }
page: { id: orders, title: Codes }
tables:
  - kind: error-codes
    values: number
    columns: [Error Code, Message]
    entries:
      - { code: 1, message: Busy }
      - { code: 2, message: Busy }
`;
  const { stdout } = await statusgen(await testProject({ "spec/orders.yaml": text }), "check");
  expect(stdout).toContain("2 and 1 have the same name, Busy.");
  expect(stdout).toContain("help: Give one of them another `name:`, such as Code2; a retired code");
});

test("one number that is written in two ways has one name", async () => {
  const text = `service: { id: orders, name: Orders }
page: { id: orders, title: Codes }
tables:
  - kind: error-codes
    values: number
    columns: [Error Code, Message]
    entries:
      - { code: 16, message: Busy }
      - { code: 0x10, message: Idle }
`;
  const { stdout } = await statusgen(await testProject({ "spec/orders.yaml": text }), "check");
  expect(stdout).toContain("The code 0x10 is named Code0x10 here, but Code16 earlier.");
});

test("that codes become numbers is a breaking change", async () => {
  const text = (values: string) => `service: { id: orders, name: Orders }
page: { id: orders, title: Codes }
tables:
  - kind: error-codes
    values: ${values}
    columns: [Error Code, Message]
    entries:
      - { code: 16, message: Busy }
`;
  const cwd = await testProject({ "old/orders.yaml": text("text"), "new/orders.yaml": text("number") });
  const { stdout } = await statusgen(cwd, "diff", "old", "new");
  expect(stdout).toContain("breaking\n    16: value changed between text and number");
});
