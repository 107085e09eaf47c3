import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type EnumStyle, enumStyles, type OutputFile } from "../../generator/emit/emitter.js";
import { emitterNames } from "../../generator/emit/emitters.js";
import { repository } from "../testProject.js";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";
import { readTree, writeFiles } from "./files.js";

const isUpdate = process.env["UPDATE_SNAPSHOTS"] === "1" || process.argv.includes("-u");

describe.each(enumStyles)("the output in the style %s", async (style) => {
  const folder = join(repository, "test/snapshots", style);
  const actual = await emittedFiles(style);
  if (isUpdate) rewrite(folder, actual);
  const expected = existsSync(folder)
    ? byPath(readTree(`test/snapshots/${style}`))
    : new Map<string, string>();

  test.each([...new Set([...expected.keys(), ...actual.keys()])].sort())("is what %s shows", (path) => {
    expect(actual.get(path), `Run UPDATE_SNAPSHOTS=1 npx vitest run test/emit/snapshots.test.ts`).toBe(
      expected.get(path),
    );
  });
});

test("only the TypeScript depends on the style", async () => {
  const [first, ...others] = await Promise.all(
    enumStyles.map((style) =>
      emitTree(
        fixtureCatalogue,
        style,
        emitterNames.filter((name) => name !== "typescript"),
      ),
    ),
  );
  for (const other of others) expect(other).toEqual(first);
});

/** The files of a style; those that do not depend on it are shown once, with the default style. */
async function emittedFiles(style: EnumStyle): Promise<Map<string, string>> {
  const files = await emitTree(fixtureCatalogue, style, style === "enum" ? emitterNames : ["typescript"]);
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
