import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { enumStyles } from "../../generator/emit/emitter.js";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";

const parsers: Readonly<Record<string, string>> = { ts: "typescript", json: "json", md: "markdown" };

describe.each(enumStyles)("Prettier finds nothing to change in the style %s", async (style) => {
  const files = (await emitTree(fixtureCatalogue, style)).flatMap((file) => {
    const parser = parsers[file.path.split(".").at(-1) ?? ""];
    return parser === undefined ? [] : [{ ...file, parser }];
  });

  test.each(files)("in $path", async ({ text, parser }) => {
    expect(await format(text, { parser })).toBe(text);
  });
});
