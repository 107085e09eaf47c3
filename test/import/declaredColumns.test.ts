import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diff, generate, lint, verify } from "../../generator/index.js";
import { imported } from "../commands/importedProject.js";
import { testProject } from "../testProject.js";

const config = JSON.stringify({
  fields: {
    retryable: { type: "boolean", title: "Retry?" },
    severity: ["low", "high"],
    since: { type: "string", level: "none" },
    docs: "url",
  },
});

/** A page of error codes with columns for declared fields. */
function pageOf(rows: readonly (readonly string[])[], headers = "Retry? Severity Since Docs"): string {
  const all = [["Error Code", "Description", ...headers.split(" ")], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(" ")
      .trimEnd();
  const border = line(widths.map((width) => "=".repeat(width)));
  const [head = [], ...body] = all;
  return ["Error Codes", "===========", "", border, line(head), border, ...body.map(line), border, ""].join(
    "\n",
  );
}

const rows = [
  ["ORD.1", "It broke.", "Yes", "low", "1.2", "\\-"],
  ["ORD.2", "It is gone.", "No", "high", "1.3", "\\-"],
];

async function project(page: string) {
  const cwd = await testProject({ "codes.rst": page, "statusgen.config.json": config });
  const spec = () => readFile(join(cwd, "spec/orders.yaml"), "utf8");
  const result = await imported(cwd, ["codes.rst"], { service: { id: "orders", name: "Orders" } });
  return { cwd, spec, result };
}

test("columns that are headed like declared fields are those fields, and the page is the same", async () => {
  const { cwd, spec, result } = await project(pageOf(rows));
  expect(result).toMatchObject({ exitCode: 0, found: [] });
  const text = await spec();
  expect(text).toContain("digest: sha256:");
  expect(text).toMatch(/- retryable: Retry\?\n +- severity: Severity\n +- since: Since\n +- other: Docs\n/);
  expect(text).toMatch(/code: ORD\.2\n.*\n +retryable: false\n +severity: high\n +since: "1\.3"\n/);
  expect((await lint({ cwd })).exitCode).toBe(0);
  expect(await verify({ cwd, pages: ["codes.rst"] })).toMatchObject({
    exitCode: 0,
    specs: [{ state: "proven" }],
  });
  expect((await generate({ cwd })).exitCode).toBe(0);
  expect(await readFile(join(cwd, "generated/orders/index.ts"), "utf8")).toContain("retryable: false");
});

test("what the page says of them later is taken over, and rated as declared", async () => {
  const { cwd, spec } = await project(pageOf(rows));
  await writeFile(join(cwd, "old.yaml"), await spec());
  await writeFile(
    join(cwd, "codes.rst"),
    pageOf([["ORD.1", "It broke.", "No", "low", "1.4", "\\-"], ...rows.slice(1)]),
  );
  expect(await imported(cwd, ["codes.rst"])).toMatchObject({
    exitCode: 0,
    states: { "codes.rst": "updated" },
  });
  expect(await spec()).toMatch(/code: ORD\.1\n.*\n +retryable: false\n +severity: low\n +since: "1\.4"\n/);
  const { changes } = await diff({ cwd, before: "old.yaml", after: "spec/orders.yaml" });
  expect(changes.filter(({ code }) => code === "ORD.1").map(({ level, field }) => [level, field])).toEqual([
    ["fix", "retryable"],
    ["none", "since"],
  ]);
});

test.each([
  ["a boolean in other words", ["ORD.3", "Odd.", "maybe", "low", "1.2", "\\-"], "retryable"],
  ["a text that is no choice", ["ORD.3", "Odd.", "Yes", "middling", "1.2", "\\-"], "severity"],
  ["a text with markup", ["ORD.3", "Odd.", "Yes", "low", "**1.2**", "\\-"], "since"],
])("a column with %s stays a column without a role", async (_what, row, field) => {
  const { spec, result } = await project(pageOf([...rows, row]));
  expect(result.exitCode).toBe(0);
  const text = await spec();
  expect(text).not.toContain(`${field}:`);
  for (const other of ["retryable", "severity", "since"])
    if (other !== field) expect(text).toContain(`        ${other}: `);
});

test("a column that the spec has as a field is that field, whatever its header", async () => {
  const { cwd, spec } = await project(pageOf(rows, "Wiederholbar Schwere Since Docs"));
  const own = (await spec())
    .replace("- other: Wiederholbar", "- retryable: Wiederholbar")
    .replaceAll(/ {10}Wiederholbar: .*\n/g, "")
    .replaceAll("code: ORD.1\n", "code: ORD.1\n        retryable: true\n")
    .replaceAll("code: ORD.2\n", "code: ORD.2\n        retryable: false\n");
  await writeFile(join(cwd, "spec/orders.yaml"), own);
  expect(await imported(cwd, ["codes.rst"])).toMatchObject({
    exitCode: 0,
    states: { "codes.rst": "unchanged" },
  });
  await writeFile(
    join(cwd, "codes.rst"),
    pageOf(
      [["ORD.1", "It broke.", "No", "low", "1.2", "\\-"], ...rows.slice(1)],
      "Wiederholbar Schwere Since Docs",
    ),
  );
  expect(await imported(cwd, ["codes.rst"])).toMatchObject({
    exitCode: 0,
    states: { "codes.rst": "updated" },
  });
  expect(await spec()).toMatch(/code: ORD\.1\n +retryable: false\n/);
});
