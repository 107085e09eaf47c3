import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import * as peer from "http-status-codes";
import status from "http-status";
import statuses from "statuses";
import { describe, expect, test } from "vitest";
import { repository, run } from "../testProject.js";

const readme = readFileSync(join(repository, "README.md"), "utf8");
const codes: unknown = await import(pathToFileURL(join(repository, "dist/index.mjs")).href);

describe("the README's examples", () => {
  const source = [...readme.matchAll(/```ts\n([\s\S]+?)```/g)].map(([, code = ""]) => code).join("");
  // Each line is `expression; // value`, or `expression; // value: why`.
  const examples = [...source.matchAll(/^(.+); \/\/ ("[^"]*"|\w+)/gm)].map(([, code = "", value = ""]) => ({
    code,
    value,
  }));

  test("are found", () => {
    expect(examples).toHaveLength(source.match(/\/\//g)?.length ?? Infinity);
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples)("$code is $value", ({ code, value }) => {
    expect(evaluate(code, codes)).toEqual(evaluate(value, {}));
  });

  test("import what the package exports", async () => {
    const program = `${source.slice(0, source.indexOf(";\n") + 1)} console.log("imported");`;
    const finished = await run(process.execPath, ["--input-type=module", "-e", program], { cwd: repository });
    expect(finished).toMatchObject({ stdout: "imported\n", exitCode: 0 });
  });
});

describe("the README's table for those who come from another package", () => {
  const rows = [...readme.matchAll(/^\|(.*`.*)\|(.*`.*)\|$/gm)]
    .map(([, old = "", own = ""]) => ({ old: codeSpans(old), own: codeSpans(own)[0] ?? "" }))
    .flatMap(({ old, own }) => old.map((code) => ({ old: code, own })));

  test("is found", () => {
    expect(rows).toHaveLength(9);
  });

  test.each(rows)("$old is $own", ({ old, own }) => {
    const [before, after] = [evaluate(old, { ...peer, status, statuses }), evaluate(own, codes)];
    expect(typeof after).toBe(typeof before);
    // The vendor's own texts, and its own choice of codes, are not those of all HTTP.
    if (!/Description|Entries/.test(own)) expect(after).toEqual(before);
  });
});

function codeSpans(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

function evaluate(code: string, names: unknown): unknown {
  return runInNewContext(code, { ...(names as object) });
}
