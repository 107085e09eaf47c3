import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type ImportOptions, importPages } from "../../generator/index.js";
import { expectUsable } from "../diagnostics/expectUsable.js";

/** Descriptions by code. */
export type Codes = Readonly<Record<string, string>>;

/** A page of error codes; with `id`, one that says its id. */
export function errorPage(
  codes: Codes,
  { id, title = "Error Codes" }: { id?: string; title?: string } = {},
): string {
  const rows = Object.entries(codes).map(([code, text]) => [code, text] as const);
  const widths = [0, 1].map((column) =>
    Math.max(...[["Error Code", "Description"] as const, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(" ")
      .trimEnd();
  const border = widths.map((width) => "=".repeat(width)).join(" ");
  return [
    ...(id === undefined ? [] : [`:original_name: ${id}.html`, "", `.. _${id}:`, ""]),
    title,
    "=".repeat(title.length),
    "",
    border,
    line(["Error Code", "Description"]),
    border,
    ...rows.map(line),
    border,
    "",
  ].join("\n");
}

/** Imports pages, and says in short what came of it. */
export async function imported(cwd: string, pages: readonly string[], options: Partial<ImportOptions> = {}) {
  const result = await importPages({ cwd, pages, retiredSince: "2026-01-02", ...options });
  for (const diagnostic of result.diagnostics) expectUsable(diagnostic, result.sources);
  return {
    exitCode: result.exitCode,
    states: Object.fromEntries(result.specs.map(({ page, state }) => [page, state])),
    found: result.diagnostics.map(({ rule, file }) => `${rule} ${file}`),
    diagnostics: result.diagnostics,
    specs: result.specs,
    refused: result.refused,
  };
}

interface ReadSpec {
  readonly service: { readonly id: string };
  readonly page: { readonly id: string; readonly source?: string };
  readonly tables: readonly {
    readonly entries: readonly { readonly code: string; readonly retired?: string }[];
  }[];
}

/** The codes of each spec below the spec folder, by the file's name; retired ones in brackets. */
export async function codesOfSpecs(cwd: string): Promise<Record<string, string>> {
  const specs = await readSpecs(cwd);
  return Object.fromEntries(
    Object.entries(specs).map(([file, { tables }]) => [
      file,
      tables
        .flatMap(({ entries }) => entries)
        .map(({ code, retired }) => (retired === undefined ? code : `[${code}]`))
        .join(" "),
    ]),
  );
}

/** The specs below the spec folder, by the file's name. */
export async function readSpecs(cwd: string): Promise<Record<string, ReadSpec>> {
  const files = await readdir(join(cwd, "spec")).catch(() => []);
  const read = files
    .sort()
    .map(async (file) => [file, parse(await readFile(join(cwd, "spec", file), "utf8")) as ReadSpec] as const);
  return Object.fromEntries(await Promise.all(read));
}
