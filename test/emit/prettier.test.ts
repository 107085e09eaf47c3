import { format } from "prettier";
import { expect, test } from "vitest";
import { enumStyles } from "../../generator/emit/emitter.js";
import { emitTree, fixtureCatalogue } from "./emittedTree.js";

const parsers: Readonly<Record<string, string>> = { ts: "typescript", json: "json", md: "markdown" };

test.each(enumStyles)("Prettier finds nothing to change in the style %s", async (style) => {
  for (const { path, text } of await emitTree(fixtureCatalogue(), style)) {
    const parser = parsers[path.split(".").at(-1) ?? ""];
    if (parser !== undefined) expect.soft(await format(text, { parser }), path).toBe(text);
  }
});
