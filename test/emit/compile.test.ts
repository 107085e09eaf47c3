import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EnumStyle } from "../../generator/emit/emitter.js";
import { repository, run, testProject } from "../testProject.js";
import { compile, compilers, writeTree } from "./compilers.js";
import { readTree } from "./files.js";

describe.each(compilers)("%s", (compiler) => {
  test("compiles the styles without an enum under the strictest options", async () => {
    const folder = await styleTrees("const-object", "union");
    expect(await compile(folder, compiler)).toMatchObject({ stdout: "", exitCode: 0 });
  });

  test("compiles the style enum under the strictest options that allow an enum", async () => {
    const folder = await styleTrees("enum");
    const extra = { erasableSyntaxOnly: false };
    expect(await compile(folder, compiler, extra)).toMatchObject({ stdout: "", exitCode: 0 });
  });

  test("is asked in earnest: it refuses a tree with a mistake", async () => {
    const folder = await testProject({ "wrong.ts": "export const wrong: number = 'text';\n" });
    writeTree(folder, []);
    const { stdout, exitCode } = await compile(folder, compiler);
    expect(stdout).toContain("wrong.ts(1,14): error TS2322");
    expect(exitCode).not.toBe(0);
  });
});

async function styleTrees(...styles: readonly EnumStyle[]): Promise<string> {
  const folder = await testProject({});
  for (const style of styles) writeTree(join(folder, style), readTree(`test/snapshots/${style}`, ".ts"));
  return folder;
}

test("the repository has all compilers that it promises to work with", async () => {
  const versions = await Promise.all(
    compilers.map((compiler) =>
      run(process.execPath, [`node_modules/${compiler}/bin/tsc`, "--version"], { cwd: repository }),
    ),
  );
  expect(versions.map(({ stdout }) => /\d+\.\d+/.exec(stdout)?.[0])).toEqual(["5.0", "5.9", "6.0", "7.0"]);
});
