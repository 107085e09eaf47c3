import { format } from "prettier";
import { expect, test } from "vitest";
import { enumStyles } from "../../generator/emit/emitter.js";
import { catalogueOf, emitTree, fixtureCatalogue } from "./emittedTree.js";

const parsers: Readonly<Record<string, string>> = { ts: "typescript", json: "json", md: "markdown" };

test.each(enumStyles)("Prettier finds nothing to change in the style %s", async (style) => {
  for (const { path, text } of await emitTree(fixtureCatalogue(), style)) {
    const parser = parsers[path.split(".").at(-1) ?? ""];
    if (parser !== undefined) expect.soft(await format(text, { parser }), path).toBe(text);
  }
});

test.each(enumStyles)(
  "Prettier finds nothing to change, however long the names are, in the style %s",
  async (style) => {
    const lengths = Array.from({ length: 61 }, (_, index) => index + 10);
    const files = lengths.map((length) => ({ file: `spec/s${length}.yaml`, text: namedSpec(length) }));
    for (const { path, text } of await emitTree(catalogueOf(files), style)) {
      if (path.endsWith(".ts")) expect.soft(await format(text, { parser: "typescript" }), path).toBe(text);
    }
  },
);

/** A spec whose generated names begin with a prefix of some length. */
function namedSpec(length: number): string {
  return `service: { id: s${length}, name: S, prefix: ${"P".padEnd(length, "a")} }
page: { id: s${length}, title: T }
tables:
  - kind: status-codes
    columns: [Status Code, Message, Description]
    entries:
      - { code: 200, description: Fine. }
      - { code: 404, message: Not Found, description: Gone. }
  - kind: error-codes
    columns: [Error Code, Message]
    entries:
      - { code: E1, message: Wrong }
`;
}
