import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { enumStyles } from "../../generator/emit/emitter.js";
import { repository, testProject } from "../testProject.js";
import { compile, compilers, writeTree } from "./compilers.js";
import { readTree } from "./files.js";

const uses = enumStyles.map((style) => ({
  style,
  text: readFileSync(join(repository, `test/fixtures/emit/use/${style}.ts`), "utf8"),
}));
const ownOptions = { erasableSyntaxOnly: false, isolatedDeclarations: false };

test.each(compilers)("what users of each style rely on holds with %s", async (compiler) => {
  const folder = await trees((use) => use);
  expect(await compile(folder, compiler, ownOptions)).toMatchObject({ stdout: "", exitCode: 0 });
});

test("each error that users are to get is one, and there is no other", async () => {
  const folder = await trees((use) => use.replaceAll("@ts-expect-error", "expected:"));
  const { stdout } = await compile(folder, "typescript", ownOptions);
  const expected = uses.flatMap(({ text }) => text.match(/@ts-expect-error/g) ?? []);
  expect(stdout.match(/error TS/g)).toHaveLength(expected.length);
});

async function trees(change: (use: string) => string): Promise<string> {
  const folder = await testProject({});
  for (const { style, text } of uses) {
    const files = readTree(`test/snapshots/${style}`, ".ts");
    writeTree(join(folder, style), [...files, { path: "use/use.ts", text: change(text) }]);
  }
  return folder;
}
