import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type EnumStyle, enumStyles, type OutputFile } from "../../generator/emit/emitter.js";
import { emitterNames } from "../../generator/emit/emitters.js";
import { repository } from "../testProject.js";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";
import { readTree, writeFiles } from "./files.js";

const isUpdate = process.env["UPDATE_SNAPSHOTS"] === "1";

test.each(enumStyles)("the output in the style %s is what its snapshots show", async (style) => {
  const actual = await emittedFiles(style);
  if (isUpdate) rewrite(join(repository, "test/snapshots", style), actual);
  const expected = byPath(readTree(`test/snapshots/${style}`));
  expect([...actual.keys()]).toEqual([...expected.keys()].sort());
  for (const [path, text] of actual) {
    expect.soft(text, `${path}; to accept it, run: npx vitest run test/emit -u`).toBe(expected.get(path));
  }
});

test("only the TypeScript depends on the style", async () => {
  const [first, ...others] = await Promise.all(
    enumStyles.map((style) =>
      emitTree(
        fixtureCatalogue(),
        style,
        emitterNames.filter((name) => name !== "typescript"),
      ),
    ),
  );
  for (const other of others) expect(other).toEqual(first);
});

/** The files of a style; those that do not depend on it are shown once, with the default style. */
async function emittedFiles(style: EnumStyle): Promise<Map<string, string>> {
  const files = await emitTree(fixtureCatalogue(), style, style === "enum" ? emitterNames : ["typescript"]);
  return byPath(files);
}

function byPath(files: readonly OutputFile[]): Map<string, string> {
  return new Map(files.map(({ path, text }) => [path, text]));
}

function rewrite(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  writeFiles(
    folder,
    [...files].map(([path, text]) => ({ path, text })),
  );
}
